internal import Timeline

/// How much of a list or a page one answer of text mode tells: as many rows as fit a screen with the heading before them
/// and the way to hear more after them, so that the heading stays on it.
enum AnswerLength {
  /// How many rows from the cursor on; at least one.
  static func rows(of state: State) -> Int {
    let most = state.answerLines
    return state.isInList ? events(of: state, most) : rows(of: state.view, state, most)
  }

  /// How many lines of the terminal a line of an answer takes.
  static func height(of line: String, in state: State) -> Int {
    let width = state.size.columns
    if line.utf8.count <= width { return 1 }
    return Wrapping.wrap([Span(line)], width: width).count
  }

  private static func events(of state: State, _ most: Int) -> Int {
    let events = state.filter.matches.events
    let (first, all) = (state.view.cursor, events.count)
    let before = first == 0 ? "" : " \(first) before: type first, then list."
    var left = most - height(of: "Events \(first + 1) to \(all) of \(all).\(before)", in: state)
    left -= height(of: "\(all) more. Type more, or a number to open one.", in: state)
    var count = 0
    for row in first..<all {
      left -= height(of: "\(row + 1). " + state.sentence(ofEventAt: events.select(row)), in: state)
      if left < 0 { break }
      count += 1
    }
    return max(1, count)
  }

  private static func rows(of view: View, _ state: State, _ most: Int) -> Int {
    let start = view.layout.row(ofLine: view.cursor)
    var left = most - height(of: Narrator.heading(of: view.page), in: state)
    left -= height(of: "\(view.page.rows.count) more lines. Type more.", in: state)
    var count = 0
    for row in start..<max(start, view.page.rows.count) {
      let line = Narrator.numbered(row, in: view.page)
      if !line.isEmpty { left -= height(of: line, in: state) }
      if left < 0 { break }
      count += 1
    }
    return max(1, count)
  }
}
