import EDTF
internal import Testing
internal import Timeline

struct JSONWriterModelTests {
  @Test func `what is written is read back the same`() throws {
    let agencies = [
      Agency(id: "a", name: "A \"quoted\" \\ name", short: "A", aliases: ["the a"], kind: "board", successors: ["b"]),
      Agency(id: "b", name: "B"),
    ]
    let people = [Person(id: "p", name: "P. Person", role: "clerk", aliases: ["Pip"]), Person(id: "q", name: "Q")]
    let sources = [
      Source(
        id: "s", kind: .post, title: "Título", date: try EDTFDate("2009-03~"),
        dating: Dating(basis: .inferred, reason: "So."),
        author: "An author", publisher: "A paper", url: "https://example.org/a?b=c",
        sha256: String(repeating: "f", count: 64),
        paragraphs: 3, outline: [OutlineLine(paragraph: 2, gist: "A gist.", speaker: "Q", part: .comment)]),
      Source(id: "r", kind: .record, title: "A record"),
    ]
    let events = [
      Event(
        id: "e", date: try EDTFDate("2004/2005"), dating: Dating(basis: .derived, reason: "Counted."), kind: "letter",
        title: "Title — “quoted”", summary: "A summary.", agencies: ["b", "a"], people: ["q"],
        links: [Link(to: "f", relation: "answers")],
        citations: [
          Citation(
            source: "s", paragraph: 3, range: 0..<7, digest: Sample.digest, fact: .contradicts, date: .silent,
            gives: try EDTFDate("2003"), speaker: "p", note: "A note."),
          Citation(source: "r", paragraph: nil, fact: .states, date: .implies),
        ],
        known: [
          Knowledge(agency: nil, date: try EDTFDate("2008"), how: "published"),
          Knowledge(agency: "a", date: try EDTFDate("2006-01"), how: "told", citation: 2),
        ],
        reading: "Because."),
      Event(id: "f", date: try EDTFDate("2006"), dating: Dating(basis: .stated), kind: "reply", title: "Reply"),
    ]
    let chronology = Chronology(title: "T", agencies: agencies, people: people, sources: sources, events: events)
    #expect(chronology.findings == [])
    #expect(chronology.agencies == agencies)
    #expect(chronology.people == people)
    #expect(chronology.sources == sources)
    #expect(Sample.events(chronology) == events)
  }

  @Test(
    arguments: [
      ("plain", #""plain""#), (#"a"b\c"#, #""a\"b\\c""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
      ("\u{0}\u{1B}", #""\u0000\u001b""#),
      ("\u{7F}\u{9F}", #""\u007f\u009f""#), ("é𝄞", "\"é𝄞\""), ("", "\"\""),
    ] as [(String, String)])
  func `a text is escaped where it must be`(_ text: String, _ json: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.text == json)
  }

  @Test func `a long value is as written, however its memory grows, and nothing remains of one that was discarded`() {
    var writer = JSONWriter()
    let numbers = Array(1...20_000)
    for _ in 0..<2 {
      writer.clear()
      writer.array(numbers) { $0.integer($1) }
    }
    #expect(writer.text == "[" + numbers.map { String($0) }.joined(separator: ", ") + "]")
  }
}
