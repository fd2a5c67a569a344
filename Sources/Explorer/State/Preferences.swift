/// How the reader wants to be shown and told things.
package struct Preferences: Equatable, Sendable {
  /// One pane at a time, nothing that rewrites itself, lists that scroll by one line.
  package var isScreenReader: Bool
  /// Only ASCII reaches the terminal.
  package var isASCII: Bool
  /// Text mode: pages are not wrapped, and ten rows long.
  package var isText: Bool

  package init(isScreenReader: Bool = false, isASCII: Bool = false, isText: Bool = false) {
    self.isScreenReader = isScreenReader
    self.isASCII = isASCII
    self.isText = isText
  }
}
