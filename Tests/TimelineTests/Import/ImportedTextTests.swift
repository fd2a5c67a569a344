internal import Testing

@testable internal import Timeline

struct ImportedTextTests {
  private static let texts: [(String, String, String)] = [
    ("A visit", "A visit", ""), ("A visit.", "A visit.", ""), ("A visit. Nobody was in.", "A visit", "Nobody was in."),
    ("Who came? Nobody knows.", "Who came?", "Nobody knows."),
    ("Dr. Archer came. She left.", "Dr. Archer came", "She left."),
    ("A. Archer came", "A. Archer came", ""), ("It was 3.5 miles. Too far.", "It was 3.5 miles", "Too far."),
    ("One e.g. two", "One e.g. two", ""), ("He said no. then left", "He said no. then left", ""), ("", "", ""),
  ]

  @Test(arguments: texts)
  func `the first sentence is the title`(_ text: String, _ title: String, _ summary: String) {
    #expect(ImportedText.split(text) == (title, summary))
  }

  @Test(arguments: [
    String(repeating: "a", count: 200), String(repeating: "é", count: 200), "👩‍👩‍👧" + String(repeating: "字", count: 99),
  ])
  func `a text without spaces is cut between characters`(_ text: String) {
    let (title, summary) = ImportedText.split(text)
    #expect(title.count == ImportedText.longestTitle)
    #expect(text.hasPrefix(title.dropLast()))
    #expect(summary == text)
  }

  private static let lines: [(String, String)] = [
    ("  a \r\n\t b  ", "a b"), ("a\u{0}b\u{1B}[31m", "a b [31m"), ("a\u{A0}b", "a b"), ("\u{FEFF}a", "a"),
    ("\u{85}", ""),
  ]

  @Test(arguments: lines)
  func `a text is one line without control characters`(_ text: String, _ line: String) {
    #expect(ImportedText.line(text) == line)
  }

  @Test func `a line is cleaned wherever it needs it`() {
    for count in 1...30 {
      let letters = String(repeating: "x", count: count)
      for (ending, cleaned) in [
        ("  b", " b"), (" ", ""), ("\u{7F}b", " b"), ("\tb", " b"), ("é  b", "é b"), (" b", " b"),
      ] {
        #expect(ImportedText.line(letters + ending) == letters + cleaned)
      }
      #expect(ImportedText.line(" " + letters) == letters)
    }
  }

  private static let markup: [(String, String)] = [
    ("plain", "plain"), ("<p>One</p><p>Two</p>", "One Two"), ("a<br/>b", "a b"), ("<b>bo</b>ld", "bold"),
    ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"), ("&lt;b&gt; &amp;amp; &#233;&#xE9; &eacute;&nbsp;&mdash;", "<b> &amp; éé é —"),
    ("&unknown; & &", "&unknown; & &"),
    ("<a href='https://example.org/?a=1&amp;b=2'>there</a>", "there (https://example.org/?a=1&b=2)"),
    ("<a href=\"https://example.org/\">https://example.org/</a>", "https://example.org/"),
    ("<a href=\"javascript:x\">there</a>", "there"), ("a<!-- <b> -->c", "ac"), ("a<script>x < y</script>c", "ac"),
    ("a <img src='x>y'> b", "a b"), ("<unclosed", "<unclosed"), ("", ""),
  ]

  @Test(arguments: markup)
  func `HTML becomes plain text`(_ html: String, _ text: String) {
    #expect(PlainHTML.text(html) == text)
  }
}
