internal import EDTF
internal import Timeline

/// One row per agency, with time running across. Costs a few index searches per cell.
extension Painter {
  mutating func paintLanes() {
    let frame = plan.page
    guard let lanes = state.view.lanes, frame.height > 0 else { return }
    canvas.cursor = Point(row: frame.rows.lowerBound, column: 0)
    guard !lanes.model.lanes.isEmpty else {
      let isEmpty = state.filter.isActive && state.filter.matches.events.isEmpty
      let text = isEmpty ? state.nothingFound : "No agency takes part in the events shown."
      for (row, line) in zip(frame.rows, Wrapping.wrap([Span(shown(text))], width: frame.width)) {
        put(line, at: Point(row: row, column: 0), width: frame.width)
      }
      return
    }
    let time = LaneTime(lanes, width: plan.laneColumns, left: plan.laneNameWidth)
    if plan.hasLaneScale { paintScale(time, row: frame.rows.lowerBound) }
    if plan.hasLaneEvent { paintEventLine(lanes, row: plan.laneRows.upperBound) }
    if !plan.lanePreview.isEmpty { paintLanePreview(lanes) }

    let rows = plan.laneRows
    let current = min(max(0, lanes.lane), lanes.model.lanes.count - 1)
    let top = min(max(0, state.view.top, current - rows.count + 1), current)
    for (row, lane) in zip(rows, top..<lanes.model.lanes.count) {
      paintLane(lane, of: lanes, time, row: row, isCurrent: lane == current)
    }
  }

  /// The column labels; that of the event under the cursor is highlighted.
  private mutating func paintScale(_ time: LaneTime, row: Int) {
    let unit = clipped("by \(time.window.zoom.unit)", to: max(0, time.left - 1))
    canvas.put(unit, at: Point(row: row, column: 0), style: .dim)
    for label in time.labels.all {
      canvas.put(label.text, at: Point(row: row, column: time.left + label.column), style: .dim)
    }
    if let here = time.here {
      canvas.restyle(row: row, columns: here..<(here + 1)) { $0 = Style(.accent, weight: .bold, isReversed: true) }
    }
  }

  private mutating func paintLane(_ lane: Int, of view: LanesView, _ time: LaneTime, row: Int, isCurrent: Bool) {
    let agency = view.model.lanes[lane].agency
    canvas.put(laneName(agency), at: Point(row: row, column: 0), style: isCurrent ? .bold : .plain)
    let style = isCurrent ? Style.bold : .plain

    for column in time.labels.columns {
      canvas.put(glyphs.tick, at: Point(row: row, column: time.left + column), style: .dim)
    }
    let cells = memory.cells(ofLane: lane, of: view.model, in: time.window)
    for (index, cell) in cells.enumerated() {
      guard let sign = sign(of: cell.mark, at: time.window.first + index, time.known) else { continue }
      let column = time.left + index * time.scale
      canvas.put(sign, at: Point(row: row, column: column), style: Self.style(cell.mark, style))
      guard time.scale > 1, index + 1 < cells.count,
        let mark = cell.mark.runningOut ?? cells[index + 1].mark.runningIn, let line = self.sign(of: mark)
      else { continue }
      canvas.put(
        String(repeating: line, count: time.scale - 1), at: Point(row: row, column: column + 1),
        style: Self.style(mark, style))
    }
    guard isCurrent else { return }
    canvas.cursor = Point(row: row, column: 0)
    if let here = time.here {
      canvas.restyle(row: row, columns: here..<(here + 1)) { $0.isReversed = true }
      canvas.cursor = Point(row: row, column: here)
    } else {
      canvas.restyle(row: row, columns: 0..<max(1, time.left - 1)) { $0.isReversed = true }
    }
  }

  /// As much of an agency's name as fits before its lane.
  private func laneName(_ agency: Agency) -> String {
    let room = max(0, plan.laneNameWidth - 2)
    let name = shown(agency.name)
    return CellWidth.of(name) <= room ? name : clipped(shown(agency.short ?? agency.name), to: room)
  }

  /// Uncertain marks have their own colour, and long spans are subdued, so that dated events stand out.
  private static func style(_ mark: Lanes.Mark, _ style: Style) -> Style {
    switch mark {
    case .uncertain(.middle): Style(.plain, weight: .dim)
    case .uncertain, .possible: Style(.uncertain, weight: style.weight)
    default: style
    }
  }

  /// What continues beyond everything known is drawn with an open end.
  private func sign(of mark: Lanes.Mark, at column: Int, _ known: Range<Int>?) -> String? {
    guard mark == .uncertain(.middle) || mark == .lasting(.middle), let known else { return sign(of: mark) }
    return column == known.upperBound - 1
      ? glyphs.goesOn : column == known.lowerBound ? glyphs.cameFrom : sign(of: mark)
  }

  private func sign(of mark: Lanes.Mark) -> String? {
    switch mark {
    case .none: nil
    case .dated: glyphs.dated
    case .several: glyphs.several
    case .lasting: glyphs.lasting
    case .uncertain(.start): glyphs.uncertainStart
    case .uncertain(.middle): glyphs.uncertainMiddle
    case .uncertain(.end): glyphs.uncertainEnd
    case .possible: glyphs.possible
    }
  }

  /// The event under the cursor and its agency, which is what is announced on a move; with a rule if more of it is
  /// shown below.
  private mutating func paintEventLine(_ lanes: LanesView, row: Int) {
    let width = canvas.size.columns
    var column = 0
    if !plan.lanePreview.isEmpty {
      canvas.put(String(repeating: glyphs.horizontalRule, count: width), at: Point(row: row, column: 0), style: .dim)
      column = 2
    }
    guard let position = lanes.event else { return }
    let event = memory.event(at: position, in: state.chronology)
    let whose = lanes.model.lanes.indices.contains(lanes.lane) ? laneName(lanes.model.lanes[lanes.lane].agency) : ""
    column += canvas.put(whose + "  ", at: Point(row: row, column: column))
    let date = clipped(shown(event.date.words.capitalised), to: max(0, width - column))
    let lead = plan.lanePreview.isEmpty ? "" : " "
    column += canvas.put(date + "  ", at: Point(row: row, column: column), style: .bold)
    canvas.put(
      clipped(shown(event.title), to: max(0, width - column - lead.count)) + lead,
      at: Point(row: row, column: column))
    if !lead.isEmpty { canvas.put(lead, at: Point(row: row, column: 1)) }
  }

  /// More of the settled event, and what the signs mean.
  private mutating func paintLanePreview(_ lanes: LanesView) {
    let frame = plan.lanePreview
    var column = 0
    for (sign, meaning) in glyphs.legend {
      let needed = CellWidth.of(sign) + 1 + CellWidth.of(meaning)
      if column + needed > frame.width { break }
      let row = frame.rows.upperBound - 1
      column += canvas.put(sign, at: Point(row: row, column: column)) + 1
      column += canvas.put(meaning, at: Point(row: row, column: column), style: .dim) + 2
    }
    guard let position = lanes.settled else { return }
    let body = Frame(rows: frame.rows.dropLast(), columns: frame.columns)
    let width = min(body.width, 100)
    let (page, layout) = memory.detail(
      FrameCache.Detail(
        position: position, width: width, query: state.filter.last?.query, isTall: false, notes: state.notes)
    ) {
      let pane = EventPage.pane(position, in: state.chronology, context: state.pageContext)
      return state.preferences.isASCII ? pane.inASCII : pane
    }
    // The date is on the rule above.
    paint(layout, of: page, from: layout.line(ofRow: 1), in: body)
  }
}

extension Lanes.Mark {
  /// The middle part of a span that continues into the next column; nil if none does.
  fileprivate var runningOut: Lanes.Mark? {
    switch self {
    case .uncertain(let part) where part != .end: .uncertain(.middle)
    case .lasting(let part) where part != .end: .lasting(.middle)
    default: nil
    }
  }

  /// The middle part of a span that continues from the previous column.
  fileprivate var runningIn: Lanes.Mark? {
    switch self {
    case .uncertain(let part) where part != .start: .uncertain(.middle)
    case .lasting(let part) where part != .start: .lasting(.middle)
    default: nil
    }
  }
}
