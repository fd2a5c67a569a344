/// Maps keys to commands, as the vocabulary defines them, except for the keys of a prompt.
package enum KeyMap {
  /// The command of a key in the current state; nil for a key without one.
  package static func command(for key: Key, in state: State) -> Command? {
    if case .mouse(let mouse) = key { return .mouse(mouse) }
    if state.prompt != nil { return edit(for: key) }
    if case .resize(let size) = key { return .resize(size) }
    if case .character(let character) = key, let digit = character.wholeNumberValue, (1...9).contains(digit),
      !state.preferences.keys.changes(key)
    {
      // If the numbers are not spoken, nobody can choose by them.
      return state.preferences.isScreenReader ? .told(noNumbers, isError: false) : .choose(digit)
    }
    return entry(for: key, in: state).map(command(of:))
  }

  /// The command for an entry's key: if it needs an argument, its prompt.
  static func command(of entry: Vocabulary.Entry) -> Command {
    switch entry.argument {
    case .required: return .prompt(entry.name)
    case .optional, .none: return entry.scope == .chooser && entry.name == .narrow ? .prompt(.narrow) : entry.make("")
    }
  }

  private static let noNumbers = "Links have no numbers here. Tab goes to the next one, Enter follows it."

  /// The entry that a key belongs to: one for the current view takes precedence over one for all.
  package static func entry(for key: Key, in state: State) -> Vocabulary.Entry? {
    let scope: Vocabulary.Entry.Scope =
      switch state.view.subject {
      case .lanes: .lanes
      case .agencies: .chooser
      case .list: .everywhere
      default: .page
      }
    let keys = state.preferences.keys
    return Vocabulary.entries.first { $0.scope == scope && scope != .everywhere && keys.keys(of: $0).contains(key) }
      ?? Vocabulary.entries.first { $0.scope == .everywhere && keys.keys(of: $0).contains(key) }
  }

  private static func edit(for key: Key) -> Command? {
    switch key {
    case .character(let character): .edit(.insert(String(character)))
    case .paste(let text): .edit(.insert(text))
    case .enter: .submit
    case .escape, .control("c"), .control("g"): .cancel
    case .backspace, .control("h"): .edit(.deleteBackward)
    case .delete, .control("d"): .edit(.deleteForward)
    case .control("w"): .edit(.deleteWord)
    case .control("u"): .edit(.deleteToStart)
    case .left, .control("b"): .edit(.left)
    case .right, .control("f"): .edit(.right)
    case .home, .control("a"): .edit(.start)
    case .end, .control("e"): .edit(.end)
    case .up, .control("p"): .edit(.older)
    case .down, .control("n"): .edit(.newer)
    case .tab: .edit(.complete(forward: true))
    case .backTab: .edit(.complete(forward: false))
    case .resize(let size): .resize(size)
    default: nil
    }
  }
}
