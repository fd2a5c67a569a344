internal import EDTF
internal import Timeline

/// The list of events: one line each, the selection a bar over the whole row, the first date of each year bold. These
/// are attributes only, so that moving changes no text and only the event is announced.
extension Painter {
  mutating func paintList() {
    let events = state.filter.matches.events
    guard !events.isEmpty else { return paintEmptyList() }
    let frame = plan.list
    let list = state.views[0]
    let selected = min(max(0, list.cursor), events.count - 1)
    let top = min(max(0, list.top, selected - frame.height + 1), selected)
    let columns = ListColumns(width: frame.width, measure: state.measure)

    var yearBefore = top > 0 ? year(ofRow: top - 1) : nil
    for (line, row) in zip(frame.rows, top..<min(events.count, top + frame.height)) {
      let position = events.select(row)
      let year = year(ofRow: row)
      let point = Point(row: line, column: frame.columns.lowerBound)
      if state.preferences.isScreenReader {
        paintSentence(of: position, at: point)
      } else {
        paintEvent(at: position, columns, at: point, beginsYear: row == 0 || year != yearBefore)
      }
      if row == selected {
        canvas.restyle(row: line, columns: frame.columns) {
          if state.isInList { $0.isReversed = true } else { $0.weight = .bold }
        }
        if state.isInList { canvas.cursor = point }
      }
      yearBefore = year
    }
  }

  /// The year by which the event in a row is sorted, without decoding it.
  private func year(ofRow row: Int) -> Int? {
    state.chronology.day(at: state.filter.matches.events.select(row))?.year
  }

  private mutating func paintEmptyList() {
    let count = state.chronology.count
    let text =
      if state.filter.isActive {
        state.filter.search.isFinished
          ? state.nothingFound + (state.prompt == nil ? " \(state.way(to: .clear)) to show all \(count) again." : "")
          : "Searching."
      } else if state.progress != nil { "Reading the chronology." } else { "This chronology has no events." }
    let lines = Wrapping.wrap([Span(shown(text))], width: plan.list.width)
    for (row, line) in zip(plan.list.rows, lines) {
      put(line, at: Point(row: row, column: plan.list.columns.lowerBound), width: plan.list.width)
    }
    canvas.cursor = Point(row: plan.list.rows.lowerBound, column: plan.list.columns.lowerBound)
  }

  /// For a screen reader: date, title, what is doubtful about it, and agency, as clauses in that order. If there is no
  /// room, the agency is dropped first, then the end of the title.
  private mutating func paintSentence(of position: Int, at point: Point) {
    let event = memory.heading(at: position, in: state.chronology)
    let row = Speech.row(
      event, in: state.chronology, mayMatch: state.filter.matches.possible.contains(position),
      isBrief: state.preferences.isBrief, width: plan.list.width)
    let tail = shown(row.tail + state.notes.marks(of: event.id).map { ", \($0)" }.joined())
    let text = clipped(shown(row.text), to: plan.list.width - CellWidth.of(tail))
    canvas.put(text + tail, at: point)
    mark(text, at: point)
  }

  private mutating func paintEvent(at position: Int, _ columns: ListColumns, at point: Point, beginsYear: Bool) {
    let event = memory.heading(at: position, in: state.chronology)
    let mayMatch = state.filter.matches.possible.contains(position)
    func cell(_ column: Int) -> Point { Point(row: point.row, column: point.column + column) }

    let date = shown(event.date.short(within: columns.date, ascii: state.preferences.isASCII))
    let isDoubtful = event.date.isVague || mayMatch
    canvas.put(
      clipped(date, to: columns.date), at: point,
      style: Style(isDoubtful ? .uncertain : .plain, weight: beginsYear ? .bold : .plain))

    let start = columns.isAligned ? columns.title : min(columns.title, CellWidth.of(date) + 2)
    let title = shown(event.title)
    var end = columns.titleEnd
    let marks = [
      (event.isDisputed, "disputed", glyphs.disputed, Style.Tone.disputed), (mayMatch, "maybe", "?", .uncertain),
      (state.notes.texts[event.id] != nil, "noted", "+", .plain),
      (state.notes.bookmarks.contains(event.id), "bookmarked", "*", .plain),
    ]
    for (isShown, word, sign, tone) in marks where isShown {
      // A sign replaces the word if the title leaves no room for it.
      let mark = CellWidth.of(title) + 2 + CellWidth.of(word) <= end - start ? word : sign
      guard end - columns.title > CellWidth.of(mark) + 8 else { continue }
      putRight(mark, row: point.row, before: point.column + end, width: end, style: Style(tone))
      end -= CellWidth.of(mark) + 2
    }
    let place = cell(start)
    let fitting = clipped(title, to: end - start)
    let titleEnd = place.column + canvas.put(fitting, at: place)
    mark(title, at: place, before: titleEnd)

    if columns.agency > 0 { paintAgencies(of: event, within: columns.agency, at: cell(columns.titleEnd + 2)) }
  }

  /// The short names of as many agencies as fit, always including the first, and how many more there are. Those that
  /// the filter asks for are bold.
  private mutating func paintAgencies(of event: EventHeading, within width: Int, at point: Point) {
    var column = point.column
    let end = point.column + width
    for (index, id) in event.agencies.enumerated() {
      let isLast = index + 1 == event.agencies.count
      let name = (index == 0 ? "" : ", ") + shown(shortName(id))
      let tail = isLast ? "" : " +\(event.agencies.count - index - 1)"
      if index > 0, column + CellWidth.of(name) + CellWidth.of(tail) > end {
        canvas.put(" +\(event.agencies.count - index)", at: Point(row: point.row, column: column))
        return
      }
      let style = chosenAgencies.contains(id) ? Style.bold : .plain
      let room = end - column - CellWidth.of(tail)
      column += canvas.put(clipped(name, to: room), at: Point(row: point.row, column: column), style: style)
    }
  }

  func shortName(_ agency: String) -> String {
    guard let agency = state.chronology.agency(agency) else { return agency }
    return agency.short ?? agency.name
  }
}
