/// A line being typed.
package struct Prompt: Equatable, Sendable {
  /// The command that takes the line; `.command` for the command prompt itself.
  package var command: CommandName
  package var text: String
  /// The number of characters before the insertion point.
  package var cursor: Int
  /// Whether the text is a default, to be accepted or typed over: the first letter replaces it.
  package var isFresh = false
  /// What the line means so far, in words, or what is wrong with it.
  package var reading: String?
  package var isWrong: Bool
  /// Where the text goes wrong, as an offset in Unicode scalars.
  package var faultOffset: Int?
  /// The possible completions, once asked for.
  package var menu: Menu?
  /// Whether there was no room for the last insertion.
  var isFull = false
  /// The index in the history while stepping through it.
  package var historyIndex: Int?

  package init(command: CommandName, text: String = "") {
    self.command = command
    self.text = text
    cursor = text.count
    isWrong = false
  }
}

/// What the program has to say, on one line, until the next key.
package struct Message: Equatable, Sendable {
  package var text: String
  package var isError: Bool
  /// Whether the reader has moved on: the message then goes when the keys rest, so that the frame of a move changes no
  /// text and a screen reader reads only the row.
  package var isStale = false
  /// Whether the cursor stays on the row, to which the same step has moved it.
  package var isAside = false

  package init(_ text: String, isError: Bool = false) {
    self.text = text
    self.isError = isError
  }
}
