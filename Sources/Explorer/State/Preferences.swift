/// How the reader wants things shown and spoken.
package struct Preferences: Equatable, Sendable {
  /// A single pane, nothing that rewrites itself, lists that scroll by one line.
  package var isScreenReader: Bool
  /// Only ASCII reaches the terminal.
  package var isASCII: Bool
  /// Text mode: pages are not wrapped. The size is that of an answer: the maximum number of lines, and the number of
  /// columns they are wrapped to, `Int.max` if they are not.
  package var isText: Bool
  /// The maximum number of rows of a list or a page in screen-reader mode, and of lines of an answer in text mode; nil
  /// for as many as fit.
  package var rows: Int?
  /// Whether events are described by date and title alone.
  package var isBrief = false
  package var keys = KeyBindings()

  package init(isScreenReader: Bool = false, isASCII: Bool = false, isText: Bool = false, rows: Int? = nil) {
    self.isScreenReader = isScreenReader
    self.isASCII = isASCII
    self.isText = isText
    self.rows = rows
  }
}
