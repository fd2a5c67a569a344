internal import EDTF
internal import Testing
internal import Timeline

/// Files made, or damaged, so that reading them might cost too much or lose too much.
struct HostileFileTests {
  private func load(_ json: String) -> Chronology { Chronology.load(Bytes(json.utf8)) }

  private func load(event: String) -> Chronology {
    load(Sample.header + ",\n \"events\": [\(Sample.warning),\n\(event),\n\(Sample.answer)]}")
  }

  private func event(_ fields: String) -> String {
    """
    {"id": "third", "date": "2004-05", "dating": {"basis": "stated"}, "kind": "letter", "people": [], \(fields)}
    """
  }

  // MARK: Texts that are not Unicode

  /// The text replaced, the bytes in its place, the resulting title, and the path of the finding.
  static let badBytes: [(old: String, new: [UInt8], title: String, path: String)] = [
    ("Council answers", Array("Caf".utf8) + [0xE9], "Caf\u{FFFD}", "$.events[1]"),
    ("Council answers", Array(#"Half \ud83d"#.utf8), "Half \u{FFFD}", "$.events[1]"),
    ("Council answers", Array(#"Half \ude00, \ud83dx"#.utf8), "Half \u{FFFD}, \u{FFFD}x", "$.events[1]"),
    ("A. Clerk", [0xFF], "Council answers", "$.people[0]"),
    ("A sample", [0x80], "Council answers", "$.title"),
  ]

  @Test(arguments: badBytes)
  func `a byte that is not UTF-8 costs that character alone`(
    old: String, new: [UInt8], title: String, path: String
  ) throws {
    let parts = Sample.json.split(separator: old, maxSplits: 1)
    let chronology = Chronology.load(Bytes(Array(parts[0].utf8) + new + Array(parts[1].utf8)))
    #expect(Sample.events(chronology).map(\.title) == ["Council warned", title])
    #expect(chronology.findings.map { $0.place?.path } == [path])
    #expect(chronology.findingCount == 1)
    let place = try #require(chronology.findings[0].place)
    let before = String(parts[0]).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(place.line == before.count)
  }

  @Test func `a line that is not UTF-8 costs that character alone in a file of lines too`() {
    let lines = Sample.header.replacing("\n", with: "") + "}\n" + Sample.answer.replacing("\n", with: "") + "\n"
    let parts = lines.split(separator: "Council answers", maxSplits: 1)
    let bytes = Array(parts[0].utf8) + [0xE9] + Array(parts[1].utf8)
    let chronology = Chronology.load(Bytes(bytes))
    #expect(Sample.events(chronology).map(\.title) == ["\u{FFFD}"])
    #expect(chronology.findingCount == 1)
  }

  // MARK: Faults without number

  @Test func `of a million faults in one event a thousand are told, and all are counted`() {
    let ids = (0..<100_000).map { "\"unknown-\($0)\"" }.joined(separator: ",")
    let chronology = load(
      event: event(#""title": "Third", "summary": "", "agencies": [\#(ids)], "links": [], "citations": []"#))
    #expect(chronology.count == 3)
    #expect(chronology.findingCount == 100_000)
    #expect(chronology.findings.count == 1000)
    #expect(chronology.findings.last?.place?.path == "$.events[1].agencies[999]")
  }

  @Test func `of links that lead nowhere a thousand are told, and all are counted`() {
    let links = (0..<1500).map { #"{"to": "none-\#($0)", "relation": "follows from"}"# }.joined(separator: ",")
    let fields = #""title": "Third", "summary": "", "agencies": [], "links": [\#(links)], "citations": []"#
    let chronology = load(event: event(fields))
    #expect(chronology.findingCount == 1500)
    #expect(chronology.findings.count == 1000)
    #expect(chronology.findings.allSatisfy { $0.message.contains("There is no event") })
  }

  @Test func `lines of faults are counted in steps, and each fault has its own`() {
    // The faults are further apart than the bytes of one step.
    let summary = String(repeating: "Word and word. ", count: 6000)
    let events = (0..<60).map { number in
      """
      {"id": "e\(number)", "date": "2004", "dating": {"basis": "stated"}, "kind": "letter", "title": "T", "colour": 1,
       "summary": "\(summary)", "agencies": [], "people": [], "links": [], "citations": []}
      """
    }
    let chronology = load(
      "{\"title\": \"Long\", \"agencies\": [], \"people\": [], \"sources\": [], \"events\": [\n"
        + events.joined(separator: ",\n") + "]}")
    #expect(chronology.findings.map { $0.place?.line } == (0..<60).map { 2 + 2 * $0 })
  }

  // MARK: Texts without end

  @Test func `a text without end is read as far as such texts go, and said to be too long`() {
    let word = String(repeating: "a", count: 1 << 20)
    let fields = #""title": "\#(word)", "summary": "\#(word)", "agencies": [], "links": [], "citations": []"#
    let chronology = load(event: event(fields))
    let third = chronology.position(of: "third")
    #expect(third.map { chronology.event(at: $0).title.utf8.count } == 2000)
    #expect(third.map { chronology.heading(at: $0).title.utf8.count } == 2000)
    #expect(third.map { chronology.event(at: $0).summary.utf8.count } == 100_000)
    #expect(chronology.findings.map { $0.place?.path } == ["$.events[1].title", "$.events[1].summary"])
    #expect(chronology.findings.allSatisfy { $0.severity == .warning })
  }

  @Test func `a text is not cut inside a character`() {
    let title = String(repeating: "a", count: 1999) + "é" + "end"
    let chronology = load(
      event: Sample.answer.replacing("Council answers", with: title).replacing("\"answer\"", with: "\"third\""))
    #expect(Sample.events(chronology).map(\.title).contains(String(repeating: "a", count: 1999)))
  }

  @Test func `the path of a finding does not repeat a key without end`() {
    let key = String(repeating: "k", count: 1 << 20)
    let fields = #""title": "T", "summary": "", "agencies": [], "links": [], "citations": [], "\#(key)": 1"#
    let chronology = load(event: event(fields))
    #expect(chronology.findingCount == 1)
    #expect(chronology.findings.allSatisfy { ($0.place?.path.utf8.count ?? 0) < 200 && $0.message.utf8.count < 200 })
  }

  @Test func `a passage longer than any paragraph is a finding`() {
    let citation =
      #"{"source": "post", "paragraph": 2, "range": [0, 1000000], "digest": null, "fact": "states", "date": "states"}"#
    let fields = #""title": "T", "summary": "", "agencies": [], "links": [], "citations": [\#(citation)]"#
    let chronology = load(event: event(fields))
    #expect(chronology.findings.map { $0.place?.path } == ["$.events[1].citations[0].range"])
    #expect(chronology.position(of: "third").map { chronology.event(at: $0).citations.map(\.range) } == [nil])
  }

  // MARK: Long lists

  @Test func `a heading that comes after much else is found again, and is the event's`() throws {
    let summary = String(repeating: "ab ", count: 10_000)
    let chronology = load(
      event: """
        {"summary": "\(summary)", "dating": {"basis": "stated"}, "kind": "letter", "people": [], "links": [],
         "citations": [], "agencies": [], "title": "Late", "date": "2004-05", "id": "third"}
        """)
    #expect(chronology.findings == [])
    let position = try #require(chronology.position(of: "third"))
    for _ in 0..<2 {
      #expect(chronology.date(at: position).description == "2004-05")
      let heading = chronology.heading(at: position)
      #expect((heading.id, heading.title, heading.date.description) == ("third", "Late", "2004-05"))
      #expect(!heading.isDisputed)
    }
    #expect(chronology.event(at: position).summary == summary)
  }

  @Test func `an event of very many agencies is read whole, and each is there once`() {
    let count = 3000
    let header = (0..<count).map { #"{"id": "a\#($0)", "name": "Agency \#($0)"}"# }.joined(separator: ",")
    let ids = (0..<count).map { "\"a\($0)\"" }.joined(separator: ",")
    let fields = #""title": "T", "summary": "", "agencies": [\#(ids), "a0"], "links": [], "citations": []"#
    let chronology = load(
      #"{"title": "Many", "agencies": [\#(header)], "people": [], "sources": [], "events": [\#(event(fields))]}"#)
    #expect(chronology.event(at: 0).agencies == (0..<count).map { "a\($0)" })
    #expect(chronology.heading(at: 0).agencies == chronology.event(at: 0).agencies)
    #expect(chronology.positions(agency: "a2999") == [0])
    #expect(chronology.findings.map(\.message) == [#"The agency "a0" is named twice."#])
  }
}
