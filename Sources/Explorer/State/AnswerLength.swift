internal import Timeline

/// How much of a list or a page a single answer of text mode contains: as many rows as fit the screen together with
/// the heading before them and the hint for more after them, so that the heading does not scroll away.
enum AnswerLength {
  /// The number of rows from the cursor on; at least one.
  static func rows(of state: State) -> Int {
    let most = state.answerLines
    return state.isInList ? events(of: state, most) : rows(of: state.view, state, most)
  }

  /// The number of terminal lines that a line of an answer takes.
  static func height(of line: String, in state: State) -> Int {
    let width = state.size.columns
    if line.utf8.count <= width { return 1 }
    return Wrapping.wrap([Span(line)], width: width).count
  }

  private static func events(of state: State, _ most: Int) -> Int {
    let events = state.filter.matches.events
    let (first, all) = (state.view.cursor, events.count)
    let before = first == 0 ? "" : " \(first) before: type \(CommandName.first), then \(CommandName.list)."
    let frame = [
      "Events \(first + 1) to \(all) of \(all).\(before)",
      "\(all) more. Type \(CommandName.more), or a number to open one.",
    ]
    return count(first..<all, within: most, after: frame, in: state) { row in
      "\(row + 1). " + state.sentence(ofEventAt: events.select(row))
    }
  }

  private static func rows(of view: View, _ state: State, _ most: Int) -> Int {
    let start = view.layout.row(ofLine: view.cursor)
    let frame = [view.page.spokenHeading, "\(view.page.rows.count) more lines. Type \(CommandName.more)."]
    return count(start..<max(start, view.page.rows.count), within: most, after: frame, in: state) { row in
      view.page.numbered(row)
    }
  }

  /// The number of rows that fit together with the surrounding lines; at least one. Names inserted before initials
  /// take room too.
  private static func count(
    _ rows: Range<Int>, within most: Int, after frame: [String], in state: State, _ line: (Int) -> String
  ) -> Int {
    var initials = Initials(in: state.chronology)
    var left = most
    var count = 0
    for line in frame { left -= height(of: initials.explained(line), in: state) }
    for row in rows {
      let line = line(row)
      if !line.isEmpty { left -= height(of: initials.explained(line), in: state) }
      if left < 0 { break }
      count += 1
    }
    return max(1, count)
  }
}
