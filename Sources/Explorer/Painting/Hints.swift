internal import Timeline

/// What the foot of the screen reminds of: keys with a word each, the most useful first.
package enum Hints {
  /// The keys as they are bound now; a command without a key is left out.
  package static func of(_ state: State) -> [(key: String, word: String)] {
    var hints: [(key: String, word: String)] = []
    for (command, word) in commands(state) {
      if command == "choose" {
        hints.append(("1-9", word))
      } else if let key = key(of: command) {
        hints.append((key, word))
      }
    }
    return hints
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
    let matches = state.filter.last == nil ? [] : [("next-match", "next match")]
    switch state.view.subject {
    case .list:
      let clear = state.filter.isActive ? [("clear", "clear")] : []
      let disputes = state.chronology.disputed.isEmpty ? [] : [("disagreements", "disputes")]
      let open = state.filter.matches.events.isEmpty ? [] : [("open", "open")]
      return [("help", "keys"), ("quit", "quit")] + open + [("find", "search")] + clear + [("known", "known when")]
        + disputes + [
          ("lanes", "lanes"), ("go", "date"), ("agencies", "agency"), ("sources", "sources"), ("gaps", "silences"),
          ("coverage", "coverage"),
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
    default: return [("help", "keys"), ("quit", "back")] + links + pages + matches + [("list", "list")]
    }
  }
}
