internal import EDTF
internal import Timeline

/// Parses a line of words into a command: the words of text mode and of the browser's `:` prompt.
package enum CommandParser {
  package struct Failure: Error, Equatable {
    /// What is wrong and what to type instead.
    package var message: String
  }

  /// The maximum length of a line in bytes; nobody types more.
  static let longest = 2000

  /// - Parameter line: surrounding white space is ignored; an empty line asks for the expected next thing.
  package static func command(from line: String, in state: State) throws(Failure) -> Command {
    let line = line.trimmed
    guard line.utf8.count <= longest else {
      throw Failure(
        message:
          "That line has \(Wording.grouped(line.count)) characters; at most \(Wording.grouped(longest)) are read.")
    }
    if line.isEmpty { return expected(in: state) }
    if let number = Int(line) { return state.isInList ? .item(number) : .choose(number) }
    if line.hasPrefix("/") {
      let words = String(line.dropFirst()).trimmed
      return KeyMap.entry(for: .character("/"), in: state)?.make(words) ?? .find(words)
    }
    if line == "?" { return .help("") }

    let space = line.firstIndex(of: " ") ?? line.endIndex
    let word = line[..<space].lowercased()
    let argument = String(line[space...]).trimmed
    let entry = try entry(for: word)
    switch entry.argument {
    case .required(let what) where argument.isEmpty:
      // "a date", "words".
      let thing = (what.hasSuffix("S") ? "" : "a ") + what.lowercased()
      throw Failure(
        message: "\(entry.name.rawValue.capitalised) what? Type \(entry.name) and \(thing). \(entry.help)")
    case .none where !argument.isEmpty:
      throw Failure(message: "\(entry.name.rawValue.capitalised) takes nothing after it. Type \(entry.name) alone.")
    default: break
    }
    if entry.argument.isNumber, !argument.isEmpty, !(0...9999).contains(Int(argument) ?? -1) {
      throw Failure(message: "\(argument.shortened) is not a number. Type \(entry.name) and a number.")
    }
    if entry.name == .screenReader, !["", "on", "off"].contains(argument.lowercased()) {
      throw Failure(
        message: "\(argument.shortened) is neither on nor off. Type \(entry.name) on, or \(entry.name) off.")
    }
    return entry.make(argument)
  }

  /// What an empty line does: shows the rest of a page, or the next event of the list.
  static func expected(in state: State) -> Command {
    if state.isInList { return state.filter.suggestions?.isEmpty == false ? .open : .move(.next) }
    return state.view.cursor + state.toldRows < state.lineCount ? .move(.pageDown) : .whereAmI
  }

  /// The entry that a line begins with, if its word is typed in full.
  package static func entry(beginning line: String) throws(Failure) -> Vocabulary.Entry? {
    let word = line.prefix { $0 != " " }
    return word.count < line.count ? try entry(for: word.lowercased()) : nil
  }

  package static func entry(for word: String) throws(Failure) -> Vocabulary.Entry {
    if let entry = Vocabulary.entry(named: word) { return entry }
    let beginning = Vocabulary.entries.filter { $0.name.rawValue.hasPrefix(word) }
    if beginning.count == 1 { return beginning[0] }
    if beginning.count > 1 {
      throw Failure(message: "\(word) may be \(Wording.list(beginning.map(\.name.rawValue), "or")). Type one of them.")
    }
    // A word of one or two letters is close to anything.
    let names = Vocabulary.entries.flatMap { [$0.name.rawValue] + $0.aliases }.filter { $0.count > 2 }
    let shown = word.shortened
    if let nearest = EditDistance.nearest(to: word, among: names, spelled: { [$0] }) {
      throw Failure(
        message:
          "There is no command \(shown). \(Wording.didYouMean("\(nearest)")) Type \(CommandName.help) for the words.")
    }
    throw Failure(
      message:
        "There is no command \(shown). Type \(CommandName.help) for the words, or \(CommandName.find) and what to look for."
    )
  }
}

extension String {
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// With its first letter in lower case, for use in mid-sentence.
  var uncapitalised: String { prefix(1).lowercased() + dropFirst() }

  /// Shortened to what a message can hold of the reader's input.
  var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
