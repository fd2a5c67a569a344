internal import EDTF
internal import Timeline

/// One row an agency, time across. Costs a few searches of the index for each cell.
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
    let window = Lanes.Window(zoom: lanes.zoom, first: lanes.first, count: plan.laneColumns)
    let labels = LaneLabels(window)
    let here = lanes.event.flatMap { lanes.model.column(of: $0, zoom: lanes.zoom) }
    if plan.hasLaneScale { paintScale(labels, here: here, window, row: frame.rows.lowerBound) }
    if plan.hasLaneEvent { paintEventLine(lanes, row: frame.rows.upperBound - 1) }

    let rows = plan.laneRows
    let current = min(max(0, lanes.lane), lanes.model.lanes.count - 1)
    let top = min(max(0, state.view.top, current - rows.count + 1), current)
    for (row, lane) in zip(rows, top..<lanes.model.lanes.count) {
      paintLane(lane, of: lanes, window, labels, row: row, isCurrent: lane == current, here: here)
    }
  }

  /// The labels of the columns that have one; that of the event under the cursor stands out.
  private mutating func paintScale(_ labels: LaneLabels, here: Int?, _ window: Lanes.Window, row: Int) {
    let left = plan.laneNameWidth
    canvas.put(clipped(window.zoom.rawValue, to: max(0, left - 1)), at: Point(row: row, column: 0), style: .dim)
    for label in labels.all {
      canvas.put(label.text, at: Point(row: row, column: left + label.column), style: .dim)
    }
    if let here, window.columns.contains(here) {
      let column = left + here - window.first
      canvas.restyle(row: row, columns: column..<(column + 1)) { $0 = Style(.accent, weight: .bold, isReversed: true) }
    }
  }

  private mutating func paintLane(
    _ lane: Int, of view: LanesView, _ window: Lanes.Window, _ labels: LaneLabels, row: Int, isCurrent: Bool, here: Int?
  ) {
    let agency = view.model.lanes[lane].agency
    let left = plan.laneNameWidth
    let name = shown(agency.name)
    let short = shown(agency.short ?? agency.name)
    let room = max(0, left - 2)
    canvas.put(
      CellWidth.of(name) <= room ? name : clipped(short, to: room), at: Point(row: row, column: 0),
      style: isCurrent ? .bold : .plain)

    var style = style(ofAgency: agency.id)
    style.weight = isCurrent ? .bold : .plain
    for (column, cell) in memory.cells(ofLane: lane, of: view.model, in: window).enumerated() {
      let point = Point(row: row, column: left + column)
      if let sign = sign(of: cell.mark) {
        var style = style
        // Long spans stand back, so that what is dated stands out.
        if cell.mark == .uncertain(.middle) { style.weight = .dim }
        canvas.put(sign, at: point, style: style)
      } else if labels.columns.contains(column) {
        canvas.put(glyphs.tick, at: point, style: .dim)
      }
    }
    guard isCurrent else { return }
    canvas.cursor = Point(row: row, column: 0)
    if let here, window.columns.contains(here) {
      let column = left + here - window.first
      canvas.restyle(row: row, columns: column..<(column + 1)) { $0.isReversed = true }
      canvas.cursor = Point(row: row, column: column)
    } else {
      canvas.restyle(row: row, columns: 0..<max(1, left - 1)) { $0.isReversed = true }
    }
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

  /// The event under the cursor.
  private mutating func paintEventLine(_ lanes: LanesView, row: Int) {
    guard let position = lanes.event else { return }
    let event = memory.event(at: position, in: state.chronology)
    let width = canvas.size.columns
    var column = canvas.put(
      clipped(shown(event.date.words.capitalised), to: width), at: Point(row: row, column: 0), style: .bold)
    column += 2
    canvas.put(clipped(shown(event.title), to: max(0, width - column)), at: Point(row: row, column: column))
  }
}

/// Which columns of a window carry a label: as many as fit, on round numbers.
struct LaneLabels {
  let all: [(column: Int, text: String)]
  let columns: Set<Int>

  init(_ window: Lanes.Window) {
    for step in Self.steps(of: window.zoom) {
      var labels: [(column: Int, text: String)] = []
      var fits = true
      for column in window.columns where Self.isRound(column, step, window.zoom) {
        let text = Self.text(column, step, window.zoom)
        let place = column - window.first
        if let last = labels.last, last.column + last.text.utf8.count + 1 > place { fits = false }
        labels.append((place, text))
      }
      if fits || step == Self.steps(of: window.zoom).last {
        if let last = labels.last, last.column + last.text.utf8.count > window.count, labels.count > 1 {
          labels.removeLast()
        }
        all = fits ? labels : Array(labels.prefix(1))
        columns = Set(labels.map(\.column))
        return
      }
    }
    all = []
    columns = []
  }

  /// In columns of the zoom; days by the months they begin.
  private static func steps(of zoom: Zoom) -> [Int] {
    switch zoom {
    case .days: [1, 3, 12]
    case .months: [1, 3, 12, 60, 120]
    case .quarters: [1, 4, 20, 40]
    case .years, .decades: [1, 2, 5, 10, 20, 50, 100, 1000]
    }
  }

  private static func isRound(_ column: Int, _ step: Int, _ zoom: Zoom) -> Bool {
    guard zoom == .days else { return column % step == 0 }
    let day = Day(number: column)
    return day.day == 1 && (day.month - 1) % step == 0
  }

  /// Years where every label begins one.
  private static func text(_ column: Int, _ step: Int, _ zoom: Zoom) -> String {
    let day = zoom.firstDay(of: column)
    switch zoom {
    case .years: return Wording.year(day.year)
    case .decades: return zoom.label(of: column)
    case .quarters: return step > 1 ? Wording.year(day.year) : zoom.label(of: column)
    case .days, .months: return step >= 12 ? Wording.year(day.year) : Axis.monthLabel(day)
    }
  }
}
