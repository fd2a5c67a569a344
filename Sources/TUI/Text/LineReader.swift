internal import CTerminal
internal import Explorer
internal import Glibc

/// Reads lines that a person types at a prompt, or that come from a file or a pipe.
///
/// On a capable terminal, the line can be edited, recalled and completed; otherwise lines are read as they come.
/// Either way the text is sanitised: invalid UTF-8 and control characters become U+FFFD, a tab becomes a space.
struct LineReader: ~Copyable {
  enum Input: Equatable {
    case line(String)
    /// The end of the input.
    case end
    /// The reader wants to quit: SIGINT on an empty line, or twice in a row. The program should exit with status 130.
    case interrupted
  }

  /// The possible replacements for the last characters before the cursor.
  struct Completion {
    /// The number of characters replaced.
    var replacing: Int
    /// Each with its description.
    var words: [(text: String, what: String)]
  }

  /// Whether standard input is a terminal, so that a prompt makes sense.
  let isInteractive: Bool
  private let editor: LineEditor?
  private var lines = PlainLines()

  /// `complete` is called with the text before the cursor when Tab is pressed.
  init(complete: @escaping (String) -> Completion = { _ in Completion(replacing: 0, words: []) }) {
    isInteractive = isatty(STDIN_FILENO) == 1
    editor = isInteractive && isatty(STDOUT_FILENO) == 1 ? LineEditor(complete: complete) : nil
  }

  /// Waits for the next line. A prompt is shown only if the input is interactive.
  mutating func next(prompt: String) -> Input {
    guard isInteractive else { return lines.next(isGuarded: false) }

    terminal_take_line()
    defer { terminal_release() }
    let prompt = Printable.line(prompt, isASCII: !LocaleEncoding.isUTF8)
    if let editor { return editor.next(prompt: prompt) }

    Self.say(prompt)
    let first = lines.next(isGuarded: true)
    guard first == .interrupted else { return first }
    Self.say("\n" + prompt)
    return lines.next(isGuarded: true)
  }

  static func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDOUT_FILENO, bytes, bytes.count)
  }

  /// A line of sanitised text; a carriage return before the line end is part of the line end.
  static func clean(_ line: some BidirectionalCollection<UInt8>) -> String {
    let hasReturn = line.last == UInt8(ascii: "\r")
    return Printable.line(String(decoding: hasReturn ? line.dropLast() : line[...], as: UTF8.self))
  }
}
