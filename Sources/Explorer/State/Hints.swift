internal import Timeline

/// What the foot of the screen reminds of: keys with a word each, the most useful first.
package enum Hints {
  /// The keys as they are bound now; a command without a key is left out.
  package static func of(_ state: State) -> [(key: String, word: String)] {
    all(state).map { ($0.key, $0.word) }
  }

  private static func all(_ state: State) -> [(key: String, word: String, command: String)] {
    commands(state).compactMap { command, word in
      (command == "choose" ? "1-9" : key(of: command)).map { ($0, word, command) }
    }
  }

  /// The hints that fit into a row, with the columns that they take; a hint for the keys of several commands has none.
  static func placed(_ state: State) -> [(key: String, word: String, command: String, columns: Range<Int>)] {
    let end = state.size.columns - (state.placeInList.map { CellWidth.of($0) + 2 } ?? 0)
    var column = 0
    var placed: [(key: String, word: String, command: String, columns: Range<Int>)] = []
    for (key, word, command) in all(state) {
      let width = CellWidth.of(key) + 1 + CellWidth.of(word)
      if column + width > end { break }
      placed.append((key, word, command, column..<(column + width)))
      column += width + 2
    }
    return placed
  }

  private static func key(of command: String) -> String? {
    Vocabulary.entry(named: command)?.keys.lazy.compactMap(\.name).first
  }

  /// Only what does something here: nothing to follow is offered on a page without links, no match without a search.
  private static func commands(_ state: State) -> [(command: String, word: String)] {
    let page = state.view.page
    let links = page.choices.isEmpty ? [] : [("open", "open"), ("choose", "follow")]
    let isLong = state.lineCount > state.pageHeight
    let pages = isLong ? [("more", "page on"), ("less", "page back")] : []
    let matches = state.filter.isActive || state.view.search != nil ? [("next-match", "next match")] : []
    switch state.view.subject {
    case .list:
      let clear = state.filter.isActive ? [("clear", "clear")] : []
      let disputes = state.chronology.disputed.isEmpty ? [] : [("disagreements", "disputes")]
      let open = state.filter.matches.events.isEmpty ? [] : [("open", "open")]
      return [("help", "keys"), ("quit", "quit")] + open + [("find", "search")] + clear + [("known", "known when")]
        + disputes + [
          ("lanes", "lanes"), ("go", "date"),
        ] + (open.isEmpty ? [] : [("copy", "copy"), ("export", "export")]) + [
          ("agencies", "agency"), ("sources", "sources"), ("gaps", "silences"), ("coverage", "coverage"),
        ]
    case .agencies:
      return [
        ("help", "keys"), ("quit", "back"), ("open", "apply"), ("mark", "choose"), ("narrow", "narrow"),
        ("about", "about"),
      ]
    case .lanes where state.showsLanes:
      return [
        ("help", "keys"), ("quit", "back"), ("open", "open"), ("earlier", "earlier"), ("later", "later"),
        ("closer", "closer"), ("wider", "wider"), ("next", "agency"),
      ]
    case .help: return [("help", "keys"), ("quit", "back")] + pages + [("find", "search")]
    case .event:
      return [("help", "keys"), ("quit", "back")] + links + [("next-event", "next event")] + pages + matches
        + [("copy", "copy"), ("list", "list")]
    case .source:
      return [("help", "keys"), ("quit", "back")] + links + pages + matches + [("copy", "copy"), ("list", "list")]
    default: return [("help", "keys"), ("quit", "back")] + links + pages + matches + [("list", "list")]
    }
  }
}
