/// How the reader wants to be shown and told things.
package struct Preferences: Equatable, Sendable {
  /// One pane at a time, nothing that rewrites itself, lists that scroll by one line.
  package var isScreenReader: Bool
  /// Only ASCII reaches the terminal.
  package var isASCII: Bool
  /// Text mode: pages are not wrapped. The size is that of an answer: how many lines it has at most, and how many columns
  /// they are wrapped to, `Int.max` where they are not.
  package var isText: Bool
  /// How many rows of a list or a page screen-reader mode shows at most, and lines an answer of text mode has; nil for as
  /// many as fit.
  package var rows: Int?
  /// Whether events are told by date and title alone.
  package var isBrief = false

  package init(isScreenReader: Bool = false, isASCII: Bool = false, isText: Bool = false, rows: Int? = nil) {
    self.isScreenReader = isScreenReader
    self.isASCII = isASCII
    self.isText = isText
    self.rows = rows
  }
}
