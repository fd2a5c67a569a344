internal import EDTF
internal import Timeline

/// The list of events: one line each, the selection reversed, years set off by weight and underline alone, so that
/// moving changes no text and nothing but an event is ever said. The bar of the selection ends with the title: what it
/// does not cover keeps its colours, and need not be sent again when it moves on.
extension Painter {
  mutating func paintList() {
    let events = state.filter.matches.events
    guard !events.isEmpty else { return paintEmptyList() }
    let frame = plan.list
    let list = state.views[0]
    let selected = min(max(0, list.cursor), events.count - 1)
    let top = min(max(0, list.top, selected - frame.height + 1), selected)
    let columns = ListColumns(width: frame.width)

    var yearBefore = top > 0 ? year(ofRow: top - 1) : nil
    for (line, row) in zip(frame.rows, top..<min(events.count, top + frame.height)) {
      let position = events.select(row)
      let year = year(ofRow: row)
      let point = Point(row: line, column: frame.columns.lowerBound)
      let end: Int
      if state.preferences.isScreenReader {
        end = paintSentence(of: position, at: point)
      } else {
        end = paintEvent(at: position, columns, at: point, beginsYear: row == 0 || year != yearBefore)
        if row + 1 < events.count, self.year(ofRow: row + 1) != year {
          canvas.restyle(row: line, columns: frame.columns) { $0.isUnderlined = true }
        }
      }
      if row == selected {
        canvas.restyle(row: line, columns: point.column..<end) {
          if state.isInList { $0.isReversed = true } else { $0.weight = .bold }
        }
        if state.isInList { canvas.cursor = point }
      }
      yearBefore = year
    }
  }

  /// The year in which the event of a row begins, without decoding it.
  private func year(ofRow row: Int) -> Int? {
    state.chronology.span(at: state.filter.matches.events.select(row)).bounds.earliest.day?.year
  }

  private mutating func paintEmptyList() {
    let count = state.chronology.count
    let text =
      if state.filter.isActive {
        state.filter.search.isFinished
          ? "No event matches \(state.filter.search.query.words). c or Esc shows all \(count) again." : "Searching."
      } else if state.progress != nil { "Reading the chronology." } else { "This chronology has no events." }
    let lines = Wrapping.wrap([Span(shown(text))], width: plan.list.width)
    for (row, line) in zip(plan.list.rows, lines) {
      put(line, at: Point(row: row, column: plan.list.columns.lowerBound), width: plan.list.width)
    }
    canvas.cursor = Point(row: plan.list.rows.lowerBound, column: plan.list.columns.lowerBound)
  }

  /// For a screen reader: date, agency, what, and what is doubtful about it, as one clause after the other.
  /// - Returns: the first column after it.
  private mutating func paintSentence(of position: Int, at point: Point) -> Int {
    let event = memory.heading(at: position, in: state.chronology)
    var doubts: [String] = []
    if event.isDisputed { doubts.append("disputed") }
    if state.filter.matches.possible.contains(position) { doubts.append("may match") }
    let tail = doubts.isEmpty ? "" : ", " + doubts.joined(separator: ", ")
    let words = event.date.words.capitalised
    let date = CellWidth.of(words) <= 18 ? words : event.date.short(ascii: true)
    let parts = [date, event.agencies.first.map(shortName), event.title].compactMap(\.self)
    let text = clipped(shown(parts.joined(separator: ", ")), to: plan.list.width - CellWidth.of(tail))
    let width = canvas.put(text + tail, at: point)
    mark(text, at: point)
    return point.column + width
  }

  /// - Returns: the first column after the title.
  private mutating func paintEvent(at position: Int, _ columns: ListColumns, at point: Point, beginsYear: Bool) -> Int {
    let event = memory.heading(at: position, in: state.chronology)
    let mayMatch = state.filter.matches.possible.contains(position)
    func cell(_ column: Int) -> Point { Point(row: point.row, column: point.column + column) }

    let date = shown(event.date.short(ascii: state.preferences.isASCII))
    let isDoubtful = event.date.isUncertain || event.date.isApproximate || mayMatch
    canvas.put(
      clipped(date, to: columns.date), at: point,
      style: Style(isDoubtful ? .uncertain : .plain, weight: beginsYear ? .bold : .plain))

    var end = columns.titleEnd
    let isBrief = columns.agency == 0
    let signs = [
      (event.isDisputed, isBrief ? glyphs.disputed : "disputed", Style.Tone.disputed),
      (mayMatch, isBrief ? "?" : "maybe", .uncertain),
    ]
    for (isShown, word, tone) in signs where isShown && end - columns.title > CellWidth.of(word) + 8 {
      putRight(word, row: point.row, before: point.column + end, width: end, style: Style(tone))
      end -= CellWidth.of(word) + 2
    }
    let start = columns.isAligned ? columns.title : min(columns.title, CellWidth.of(date) + 2)
    let title = shown(event.title)
    let place = cell(start)
    let fitting = clipped(title, to: end - start)
    let titleEnd = place.column + canvas.put(fitting, at: place)
    mark(title, at: place, before: titleEnd)

    if columns.agency > 0, let first = event.agencies.first {
      canvas.put(
        agencies(of: event, within: columns.agency), at: cell(columns.titleEnd + 2), style: style(ofAgency: first))
    }
    return titleEnd
  }

  /// The short names of as many agencies as fit, the first in any case, and how many more there are.
  private func agencies(of event: EventHeading, within width: Int) -> String {
    var text = ""
    for (index, id) in event.agencies.enumerated() {
      let name = shown(shortName(id))
      let more = event.agencies.count - index
      let longer = text.isEmpty ? name : text + ", " + name
      let tail = more > 1 ? " +\(more - 1)" : ""
      if CellWidth.of(longer) + CellWidth.of(tail) <= width {
        text = longer
      } else if text.isEmpty {
        return clipped(name, to: width - CellWidth.of(tail)) + tail
      } else {
        return text + " +\(more)"
      }
    }
    return text
  }

  func shortName(_ agency: String) -> String {
    guard let agency = state.chronology.agency(agency) else { return agency }
    return agency.short ?? agency.name
  }

  func style(ofAgency id: String) -> Style {
    .agency(state.chronology.agencies.firstIndex { $0.id == id } ?? 0)
  }
}

/// Where the columns of the list begin, counted from its left. They depend on its width alone, so that nothing shifts
/// when it scrolls.
struct ListColumns: Equatable {
  let date: Int
  let title: Int
  let titleEnd: Int
  /// Width of the agency's column; 0 for none.
  let agency: Int
  /// Whether titles begin in one column; on the narrowest screens they follow their dates.
  let isAligned: Bool

  init(width: Int) {
    isAligned = width >= 34
    date = min(width < 60 ? 12 : 14, width)
    title = isAligned ? date + (width < 60 ? 1 : 2) : min(14, width)
    agency = width < 60 ? 0 : min(24, max(14, width / 5))
    titleEnd = agency == 0 ? width : width - agency - 2
  }
}
