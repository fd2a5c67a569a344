internal import Timeline

/// `/` on a page searches its words as a pager does, and `n` and `N` go from match to match.
extension State {
  /// Finds words on the topmost page, from the cursor on and then from the top; in the list it finds events.
  mutating func findOnPage(_ text: String) {
    guard !isInList else { return find(text) }
    seek(text)
    guard let query = view.search else { return }
    let count = marked(view.layout.lines.indices, by: query).reduce(0) { count, _ in count + 1 }
    guard count > 0 else {
      message = Message("No line of this page has \(query.words).")
      return
    }
    let next = count > 1 ? " \(way(to: .nextMatch)) for the next." : ""
    let line = preferences.isScreenReader ? " " + (view.row?.speech ?? "") : ""
    message = Message(
      "\(Speech.count(count, "line").capitalised) \(count == 1 ? "has" : "have") \(query.words).\(next)\(line)")
  }

  /// Highlights words on the page, and goes to the first line that contains them.
  mutating func seek(_ text: String) {
    let query = Query(wordsOf: text)
    view.search = query.isEmpty ? nil : query
    rebuildPages()
    let lines = view.layout.lines.indices
    if let found = first(of: lines[view.cursor...], markedBy: query) ?? first(of: lines, markedBy: query) {
      place(cursor: found)
    }
  }

  mutating func moveToMarkedLine(_ query: Query, forward: Bool) {
    let lines = view.layout.lines.indices
    let found =
      forward
      ? first(of: lines.dropFirst(view.cursor + 1), markedBy: query)
      : first(of: lines.prefix(view.cursor).reversed(), markedBy: query)
    if let found {
      place(cursor: found)
    } else {
      message = Message("No line \(forward ? "after" : "before") this one has \(query.words).")
    }
  }

  private func first(of lines: some Sequence<Int>, markedBy query: Query) -> Int? {
    marked(lines, by: query).first { _ in true }
  }

  /// Those of some lines that contain one of the words sought, in rows that contain all that are required; a row is looked
  /// through once for all its lines.
  private func marked(_ lines: some Sequence<Int>, by query: Query) -> some Sequence<Int> {
    var last: (row: Int, isHeld: Bool)?
    return lines.lazy.filter { number in
      let line = view.layout.lines[number]
      if last?.row != line.row {
        last = (line.row, view.search == nil || query.isHeld(by: view.page.rows[line.row].text))
      }
      return last?.isHeld == true && query.isMarked(in: line.spans.map(\.text).joined())
    }
  }
}
