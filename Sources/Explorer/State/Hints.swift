internal import Timeline

/// The reminders at the foot of the screen: keys with a word each, most useful first.
package enum Hints {
  private typealias Reminder = (command: CommandName, word: String)

  /// The keys as currently bound; a command without a key is left out.
  package static func of(_ state: State) -> [(key: String, word: String)] {
    all(state).map { ($0.key, $0.word) }
  }

  private static func all(_ state: State) -> [(key: String, word: String, command: CommandName)] {
    commands(state).compactMap { command, word in
      (command == .choose ? "1-9" : state.preferences.keys.name(of: command)).map { ($0, word, command) }
    }
  }

  /// The hints that fit into a row, with the columns that they take; a hint for the keys of several commands has none.
  static func placed(_ state: State) -> [(key: String, word: String, command: CommandName, columns: Range<Int>)] {
    let end = state.size.columns - (state.placeInList.map { CellWidth.of($0) + 2 } ?? 0)
    var column = 0
    var placed: [(key: String, word: String, command: CommandName, columns: Range<Int>)] = []
    for (key, word, command) in all(state) {
      let width = CellWidth.of(key) + 1 + CellWidth.of(word)
      if column + width > end { break }
      placed.append((key, word, command, column..<(column + width)))
      column += width + 2
    }
    return placed
  }

  /// Only commands that have an effect here: no link to follow on a page without links, no next match without a search.
  private static func commands(_ state: State) -> [Reminder] {
    let page = state.view.page
    let links: [Reminder] = page.choices.isEmpty ? [] : [(.open, "open"), (.choose, "follow")]
    let isLong = state.lineCount > state.pageHeight
    let pages: [Reminder] = isLong ? [(.more, "page on"), (.less, "page back")] : []
    let matches: [Reminder] = state.filter.isActive || state.view.search != nil ? [(.nextMatch, "next match")] : []
    let back: [Reminder] = [(.help, "keys"), (.quit, "back")]
    let copyAndList: [Reminder] = [(.copy, "copy"), (.list, "list")]
    switch state.view.subject {
    case .list:
      let clear: [Reminder] = state.filter.isActive ? [(.clear, "clear")] : []
      let disputes: [Reminder] = state.chronology.disputed.isEmpty ? [] : [(.disagreements, "disputes")]
      let open: [Reminder] = state.filter.matches.events.isEmpty ? [] : [(.open, "open")]
      let take: [Reminder] = open.isEmpty ? [] : [(.copy, "copy"), (.export, "export")]
      let start: [Reminder] = [(.help, "keys"), (.quit, "quit")] + open + [(.find, "search")]
      let views: [Reminder] = [(.known, "known when")] + disputes + [(.lanes, "lanes"), (.go, "date")]
      return start + clear + views + take + [
        (.agencies, "agency"), (.sources, "sources"), (.gaps, "silences"), (.coverage, "coverage"),
      ]
    case .agencies:
      return back + [(.open, "apply"), (.mark, "choose"), (.narrow, "narrow"), (.about, "about")]
    case .lanes where state.showsLanes:
      return back + [
        (.open, "open"), (.earlier, "earlier"), (.later, "later"), (.closer, "closer"), (.wider, "wider"),
        (.next, "agency"),
      ]
    case .help: return back + pages + [(.find, "search")]
    case .event: return back + links + [(.nextEvent, "next event")] + pages + matches + copyAndList
    case .source: return back + links + pages + matches + copyAndList
    default: return back + links + pages + matches + [(.list, "list")]
    }
  }
}
