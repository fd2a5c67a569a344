internal import EDTF
internal import Testing
internal import Timeline

struct GraphAndReferenceTests {
  @Test func `Graphviz gets a node for each event and an edge for each link among them`() {
    let text = Written.text(Written.all(Written.hard), as: .dot)
    #expect(text.contains(#""quoted" -> "formula" [label="answers"];"#))
    #expect(
      text.contains(
        #"label="1 February 2007\nA \"quoted\", <b>bold</b> & slanted title; with \\ and `code`\nNorth Council""#))
    let alone = Written.whole(Export(Written.hard, EventSet([1])), as: .dot)
    #expect(!alone.text.contains("->"))
    #expect(alone.report.losses.first == Loss("links to events that are not among these", 1))
  }

  private static let dates: [(String, String)] = [
    ("2009-03-12", #""issued": {"date-parts": [[2009, 3, 12]]}"#),
    ("2009-03", #""issued": {"date-parts": [[2009, 3]]}"#),
    ("2009~", #""issued": {"date-parts": [[2009, 1, 1], [2009, 12, 31]], "literal": "about 2009", "circa": true}"#),
    ("2009-03-10/2009-03-12", #""issued": {"date-parts": [[2009, 3, 10], [2009, 3, 12]], "literal": "#),
  ]

  @Test(arguments: dates)
  func `a reference has its source's date as far as it is known`(_ date: String, _ issued: String) {
    let sources = [
      Source(id: "first", kind: .post, title: "First", date: Made.date(date)),
      Source(id: "other", kind: .post, title: "O"),
    ]
    let event = Made.event("e", "2004", citations: [Made.citation("first")])
    let text = Written.text(Written.all(Made.chronology([event], sources: sources)), as: .csl)
    #expect(text.contains(issued))
    #expect(!text.contains("\"other\""))
  }

  @Test func `an annotation points at the scalars of the very text`() {
    let sources = [
      Source(
        id: "first", kind: .post, title: "F", url: "https://example.org/", sha256: String(repeating: "0", count: 64))
    ]
    var citation = Made.citation("first")
    citation.range = 10..<25
    let event = Made.event("e", "2004", citations: [citation])
    let chronology = Made.chronology([event], sources: sources)
    let export = Export(chronology, EventSet(all: 1)) { _, _ in "made-up words" }
    let text = Written.text(export, as: .annotations)
    // 32 zero bytes are 43 zero digits.
    let source: String =
      "\"source\": \"ni:///sha-256;\(String(repeating: "A", count: 43))\", \"scope\": \"https://example.org/\""
    #expect(text.contains(source))
    #expect(text.contains(#"{"type": "TextPositionSelector", "start": 10, "end": 25}"#))
    #expect(text.contains(#"{"type": "TextQuoteSelector", "exact": "made-up words"}"#))
    #expect(!Written.text(Written.all(chronology), as: .annotations).contains("TextQuoteSelector"))
  }
}
