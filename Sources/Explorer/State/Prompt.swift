/// A line being typed.
package struct Prompt: Equatable, Sendable {
  /// The command that takes the line: "find", "go" … ; empty for the command prompt itself.
  package var command: CommandName
  package var text: String
  /// Characters before the insertion point.
  package var cursor: Int
  /// Whether the text stands there to be taken as it is or typed over: the first letter replaces it.
  package var isFresh = false
  /// What the line means so far, in words, or what is wrong with it.
  package var reading: String?
  package var isWrong: Bool
  /// Where in the text it goes wrong, in Unicode scalars.
  package var faultOffset: Int?
  /// What the line may go on with, once that was asked for.
  package var menu: Menu?
  /// Whether what was put in last had no room.
  var isFull = false
  /// Place in the history while walking it.
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
  /// Whether the reader has moved on: it goes when the keys rest, so that the frame of a move changes no text and a
  /// screen reader says the row alone.
  package var isStale = false
  /// Whether the cursor stays on the row, to which the same step has led.
  package var isAside = false

  package init(_ text: String, isError: Bool = false) {
    self.text = text
    self.isError = isError
  }
}
