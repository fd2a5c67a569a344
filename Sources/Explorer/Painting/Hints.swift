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

  private static func commands(_ state: State) -> [(command: String, word: String)] {
    switch state.view.subject {
    case .list:
      let clear = state.filter.isActive ? [("clear", "clear")] : []
      return [("help", "keys"), ("quit", "quit"), ("open", "open"), ("find", "search")] + clear + [
        ("go", "date"), ("agencies", "agency"), ("sources", "sources"), ("lanes", "lanes"), ("choose", "follow"),
        ("disagreements", "disputes"), ("known", "known when"), ("gaps", "silences"),
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
    case .help:
      return [("help", "keys"), ("quit", "back"), ("more", "page on"), ("less", "page back"), ("find", "search")]
    default:
      return [
        ("help", "keys"), ("quit", "back"), ("open", "open"), ("next-link", "next link"), ("choose", "follow"),
        ("next-match", "next match"), ("list", "list"),
      ]
    }
  }
}
