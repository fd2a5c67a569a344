internal import TUI
internal import Testing

@Suite struct HyperlinkTests {
  private static func link(_ address: String) -> String {
    "\u{1B}]8;;\(address)\u{1B}\\\(address)\u{1B}]8;;\u{1B}\\"
  }

  private static let lines: [(String, String)] = [
    ("Minutes. https://example.org/a?b=1", "Minutes. " + link("https://example.org/a?b=1")),
    ("(See http://example.org/a.)", "(See " + link("http://example.org/a") + ".)"),
    ("Two  spaces and no address: a/b", "Two  spaces and no address: a/b"),
    ("javascript://example.org", "javascript://example.org"),
    ("https://exämple.org", "https://exämple.org"),
    ("https://example.org/<b>", "https://example.org/<b>"),
  ]

  @Test(arguments: lines)
  func `an address becomes a link, without the sentence that it stands in`(_ line: String, _ marked: String) {
    #expect(Hyperlink.marked(line) == marked)
  }
}
