internal import Timeline

/// `/` on a page searches its words as a pager does, and `n` and `N` go from match to match.
extension State {
  /// Finds words on the topmost page, from the cursor on and then from the top; in the list it finds events.
  mutating func findOnPage(_ text: String) {
    guard !isInList else { return find(text) }
    seek(text)
    guard let query = view.search else { return }
    let count = view.layout.lines.indices.count { isMarked($0, by: query) }
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
    if let found = lines[view.cursor...].first(where: { isMarked($0, by: query) })
      ?? lines.first(where: { isMarked($0, by: query) })
    {
      place(cursor: found)
    }
  }

  mutating func moveToMarkedLine(_ query: Query, forward: Bool) {
    let lines = view.layout.lines.indices
    let found =
      forward
      ? lines.dropFirst(view.cursor + 1).first { isMarked($0, by: query) }
      : lines.prefix(view.cursor).last { isMarked($0, by: query) }
    if let found {
      place(cursor: found)
    } else {
      message = Message("No line \(forward ? "after" : "before") this one has \(query.words).")
    }
  }

  /// Whether a line contains one of the words sought, and its row contains all that are required.
  private func isMarked(_ line: Int, by query: Query) -> Bool {
    let line = view.layout.lines[line]
    guard !query.marks(in: line.spans.map(\.text).joined()).isEmpty else { return false }
    return view.search == nil || query.isHeld(by: view.page.rows[line.row].text)
  }
}
