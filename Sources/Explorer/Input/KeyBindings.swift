/// The keys of the vocabulary, with the changes that the reader has made in the settings.
package struct KeyBindings: Equatable, Sendable {
  private struct Change: Equatable {
    var key: Key
    /// Nil for a key that is switched off.
    var command: CommandName?
  }

  private var changes: [Change] = []

  package init() {}

  /// Makes a key run a command wherever that command has keys, in place of whatever the key did there; nil switches the
  /// key off everywhere. The last change of a key counts.
  package mutating func bind(_ key: Key, to command: CommandName?) {
    changes.removeAll { $0.key == key }
    changes.append(Change(key: key, command: command))
  }

  /// The keys of an entry, the reader's own first.
  package func keys(of entry: Vocabulary.Entry) -> [Key] {
    if changes.isEmpty { return entry.keys }
    let own = changes.filter { $0.command == entry.name }.map(\.key)
    return own + entry.keys.filter { !own.contains($0) && !isTaken($0, from: entry.scope) }
  }

  /// The name of a command's first key; nil if it has none.
  package func name(of command: CommandName) -> String? {
    keys(of: Vocabulary.entry(command)).lazy.compactMap(\.name).first
  }

  /// Whether a key has been given to another command in this scope, or switched off.
  private func isTaken(_ key: Key, from scope: Vocabulary.Entry.Scope) -> Bool {
    guard let change = changes.first(where: { $0.key == key }) else { return false }
    return change.command.map { Vocabulary.entry($0).scope == scope } ?? true
  }

  /// Whether the reader has changed what a key does.
  func changes(_ key: Key) -> Bool { changes.contains { $0.key == key } }
}
