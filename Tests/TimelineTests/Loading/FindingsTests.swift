internal import Testing
internal import Timeline

struct FindingsTests {
  /// A text with `¦` at the place of the expected finding.
  struct Case: CustomTestStringConvertible {
    var name: String
    /// Replaces `answer` in the sample, or is the whole file if it is not an event.
    var text: String
    var path: String
    /// Expected in the message.
    var says: String
    /// The number of events that remain.
    var stay = 2
    var isWhole = false
    var severity = Finding.Severity.error

    var testDescription: String { name }
  }

  private static func event(_ old: String = "", _ new: String = "") -> String {
    let event = Sample.answer.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    return old.isEmpty ? Sample.answer : String(event[0]) + new + String(event[1])
  }

  private static func citation(_ old: String, _ new: String) -> String {
    let citation =
      #"{"source": "post", "paragraph": 2, "range": [1, 2], "digest": null, "fact": "states", "date": "states"}"#
    let parts = citation.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    return event(#""citations": []"#, #""citations": ["# + parts[0] + new + parts[1] + "]")
  }

  static let cases: [Case] = [
    Case(
      name: "unknown field", text: event(#""kind""#, #"¦"colour": 1, "kind""#), path: "$.events[1].colour",
      says: #"There is no field "colour""#, severity: .warning),
    Case(
      name: "missing kind", text: "¦" + event(#""kind": "letter", "#, ""), path: "$.events[1].kind",
      says: #""kind" is missing"#),
    Case(
      name: "missing title", text: "¦" + event(#""title": "Council answers","#, ""), path: "$.events[1].title",
      says: #""title" is missing"#, stay: 1),
    Case(
      name: "empty title", text: event(#""Council answers""#, #"¦"""#), path: "$.events[1].title",
      says: #""title" is empty"#, stay: 1),
    Case(
      name: "empty id", text: event(#""answer""#, #"¦"""#), path: "$.events[1].id", says: #""id" is empty"#, stay: 1),
    Case(
      name: "duplicate id", text: event(#""answer""#, #"¦"warning""#), path: "$.events[1].id",
      says: #"There is an event "warning" already"#, stay: 1),
    Case(
      name: "field twice", text: event(#""kind""#, #""kind": "letter", ¦"kind""#), path: "$.events[1].kind",
      says: #""kind" is repeated here"#),
    Case(
      name: "wrong type", text: event(#""summary": """#, #""summary": ¦7"#), path: "$.events[1].summary",
      says: "This should be a text"),
    Case(
      name: "list wanted", text: event(#""agencies": []"#, #""agencies": ¦"north""#), path: "$.events[1].agencies",
      says: "This should be a list"),
    Case(name: "event is a number", text: "¦7", path: "$.events[1]", says: "This should be an object", stay: 1),
    Case(
      name: "unknown agency", text: event(#""agencies": []"#, #""agencies": ["north", ¦"south"]"#),
      path: "$.events[1].agencies[1]", says: #"There is no agency with the id "south""#),
    Case(
      name: "agency twice", text: event(#""agencies": []"#, #""agencies": ["north", ¦"north"]"#),
      path: "$.events[1].agencies[1]", says: "named twice", severity: .warning),
    Case(
      name: "unknown person", text: event(#""people": []"#, #""people": [¦"nobody"]"#), path: "$.events[1].people[0]",
      says: #"There is no person with the id "nobody""#),
    Case(
      name: "unknown link target", text: event(#""links": []"#, #""links": [{"to": ¦"gone", "relation": "answers"}]"#),
      path: "$.events[1].links[0].to", says: #"There is no event with the id "gone""#),
    Case(
      name: "impossible date", text: event(#""2005-02""#, #""2005-02-¦30""#), path: "$.events[1].date",
      says: #""2005-02-30" is not a date"#, stay: 1),
    Case(
      name: "derived without a reason", text: event(#"{"basis": "stated"}"#, #"¦{"basis": "derived"}"#),
      path: "$.events[1].dating.reason", says: #""reason" is missing"#),
    Case(
      name: "unknown basis", text: event(#""stated""#, #"¦"guessed""#), path: "$.events[1].dating.basis",
      says: #""guessed" is not known as a basis"#),
    Case(
      name: "escaped control character",
      text: event("Council answers", #"Council ansäwers\u001b[2J"#)
        .replacing(#""title": "#, with: #""title": ¦"#), path: "$.events[1].title", says: "U+001B"),
    Case(
      name: "raw C1 control character", text: event(#""Council answers""#, "¦\"Council \u{9B}answers\""),
      path: "$.events[1].title", says: "U+009B"),
    Case(
      name: "unknown source", text: citation(#""post""#, #"¦"blog""#), path: "$.events[1].citations[0].source",
      says: #"There is no source with the id "blog""#),
    Case(
      name: "unknown speaker", text: citation(#""fact""#, #""speaker": ¦"nobody", "fact""#),
      path: "$.events[1].citations[0].speaker", says: #"There is no agency or person with the id "nobody""#),
    Case(
      name: "paragraph beyond the source", text: citation(": 2", ": ¦5"), path: "$.events[1].citations[0].paragraph",
      says: "There is no paragraph 5"),
    Case(
      name: "paragraph too large for the machine", text: citation(": 2", ": ¦99999999999999999999"),
      path: "$.events[1].citations[0].paragraph", says: "whole number"),
    Case(
      name: "paragraph of a fraction", text: citation(": 2", ": ¦2.5"), path: "$.events[1].citations[0].paragraph",
      says: "whole number"),
    Case(
      name: "post without paragraph", text: citation(#"{"source": "post", "paragraph": 2,"#, #"¦{"source": "post","#),
      path: "$.events[1].citations[0].paragraph", says: "missing"),
    Case(
      name: "backward range", text: citation("[1, 2]", "¦[2, 1]"), path: "$.events[1].citations[0].range",
      says: "runs backwards"),
    Case(
      name: "range of three", text: citation("[1, 2]", "¦[1, 2, 3]"), path: "$.events[1].citations[0].range",
      says: "two ends"),
    Case(
      name: "bad digest", text: citation("null", #"¦"sha256:12""#), path: "$.events[1].citations[0].digest",
      says: "not a digest"),
    Case(
      name: "unknown stance", text: citation(#""fact": "states""#, #""fact": ¦"says""#),
      path: "$.events[1].citations[0].fact", says: #""says" is not known as a fact"#),
    Case(
      name: "date said to be contradicted by one inside it",
      text: event(
        #""citations": []"#,
        #""citations": ¦[{"source": "post", "paragraph": 2, "fact": "states", "date": "contradicts", "gives": "2005-02-03"}]"#
      ), path: "$.events[1].citations", says: "3 February 2005 can be true together with February 2005",
      severity: .warning),
    Case(
      name: "control character unescaped", text: event("Council answers", "Council¦\tanswers"), path: "$.events[1]",
      says: "control character (a tab)", stay: 1),
    Case(name: "malformed", text: event(#""kind": "#, #""kind" ¦"#), path: "$.events[1]", says: "A colon", stay: 1),

    Case(name: "nothing but space", text: " \n¦", path: "$", says: "The end comes", stay: 0, isWhole: true),
    Case(name: "not an object", text: "¦[]", path: "$", says: "A chronology is an object", stay: 0, isWhole: true),
    Case(
      name: "no title", text: #"¦{"agencies": [], "people": [], "sources": [], "events": []}"#, path: "$.title",
      says: "missing", stay: 0, isWhole: true),
    Case(
      name: "unknown field at the top", text: #"{"title": "T", ¦"extra": 1, "events": []}"#, path: "$.extra",
      says: "There is no field", stay: 0, isWhole: true, severity: .warning),
    Case(
      name: "post without the digest of its file",
      text: #"{"title": "T", "sources": [¦{"id": "a", "kind": "post", "title": "T", "paragraphs": 2}], "events": []}"#,
      path: "$.sources[0].sha256", says: #""sha256" is missing in the source "a""#, stay: 0, isWhole: true),
    Case(
      name: "address that cannot be opened",
      text: #"{"title": "T", "sources": [{"id": "a", "kind": "record", "title": "T", "url": ¦"a b"}], "events": []}"#,
      path: "$.sources[0].url", says: "not an address", stay: 0, isWhole: true, severity: .warning),
    Case(
      name: "null in place of the events", text: #"{"title": "T", "events": ¦null}"#, path: "$.events",
      says: "should be a list", stay: 0, isWhole: true),
    Case(
      name: "source of unknown kind",
      text: #"{"title": "T", "sources": [{"id": "a", "kind": ¦"book", "title": "T"}], "events": []}"#,
      path: "$.sources[0].kind", says: #""book" is not known as a kind"#, stay: 0, isWhole: true),
    Case(
      name: "more paragraphs than any text has",
      text:
        #"{"title": "T", "sources": [{"id": "a", "kind": "record", "title": "T", "paragraphs": ¦9999999999}], "events": []}"#,
      path: "$.sources[0].paragraphs", says: "cannot have 9999999999 paragraphs", stay: 0, isWhole: true),
    Case(
      name: "event that rests on a record alone",
      text: #"""
        {"title": "T", "sources": [{"id": "a", "kind": "record", "title": "T"},
         {"id": "p", "kind": "post", "title": "T", "paragraphs": 1,
          "sha256": "\#(String(repeating: "a", count: 64))"}], "events": [
         {"id": "e", "date": "2004", "dating": {"basis": "stated"}, "kind": "report", "title": "T", "summary": "",
          "agencies": [], "people": [], "links": [], "citations": ¦[{"source": "a", "fact": "states", "date": "states"}]}]}
        """#, path: "$.events[0].citations", says: "rests on public records alone", stay: 1, isWhole: true,
      severity: .warning),
    Case(
      name: "agency twice in the directory",
      text: #"{"title": "T", "agencies": [{"id": "a", "name": "A"}, ¦{"id": "a", "name": "B"}], "events": []}"#,
      path: "$.agencies[1].id", says: "taken already", stay: 0, isWhole: true),
    Case(
      name: "text after the end", text: #"{"title": "T", "events": []} ¦x"#, path: "$", says: "follows the end",
      stay: 0, isWhole: true),
  ]

  @Test(arguments: cases) func `says what is wrong and where, and opens the rest`(_ one: Case) throws {
    let warning = Sample.warning.replacing(#"{"to": "answer", "relation": "answered by"}"#, with: "")
    let sample = Sample.header + ",\n \"events\": [" + warning + ",\n" + one.text + "]}"
    let marked = one.isWhole ? one.text : sample
    let before = try #require(marked.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false).first)
    let chronology = Chronology.load(Bytes(marked.replacing("¦", with: "").utf8))
    let finding = try #require(chronology.findings.first)
    #expect(chronology.findings.count == 1, "\(chronology.findings)")
    #expect(finding.message.contains(one.says), "\(finding.message)")
    #expect(finding.place?.path == one.path)
    #expect(finding.place?.line == before.unicodeScalars.count { $0 == "\n" } + 1)
    #expect(finding.place?.column == before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1)
    #expect(finding.severity == one.severity)
    #expect(finding.remedy?.isEmpty == false)
    #expect(chronology.count == one.stay)
    for position in 0..<chronology.count { #expect(!chronology.event(at: position).title.isEmpty) }
  }

  @Test func `what is missing is named with its event, and the line to add is shown`() throws {
    let text = Sample.json.replacing(#""kind": "letter", "#, with: "")
    let finding = try #require(Chronology.load(Bytes(text.utf8)).findings.first)
    #expect(finding.message == #"The field "kind" is missing in the event "answer"."#)
    #expect(finding.remedy?.hasSuffix(#"The line to add: "kind": "letter","#) == true)
  }

  @Test(
    arguments: [
      (#""kind": "letter""#, #""kinds": "letter""#, "kind"), (#""summary""#, #""sumary""#, "summary"),
      (#""title": "A sample""#, #""title": "A sample", "Descripton": "x""#, "description"),
    ] as [(String, String, String)])
  func `a misspelt field is told the name that was meant`(_ sound: String, _ misspelt: String, _ meant: String) {
    let chronology = Chronology.load(Bytes(Sample.json.replacing(sound, with: misspelt).utf8))
    #expect(chronology.findings.contains { $0.remedy?.hasPrefix("Did you mean \"\(meant)\"?") == true })
  }

  @Test func `lists that are left out or null are empty, and no fault`() throws {
    for lists in ["", #", "agencies": null, "people": null, "links": null, "citations": null, "summary": null"#] {
      let event = #"{"id": "e", "date": "2004", "dating": {"basis": "stated"}, "kind": "report", "title": "T""# + lists
      let read = try BothWays(#"{"title": "T", "events": [\#(event)}]}"#)
      #expect(read.quick.findings == [])
      #expect(read.quick.event(at: 0).agencies.isEmpty && read.quick.event(at: 0).summary.isEmpty)
    }
  }

  @Test func `keeps a thousand findings and counts them all`() {
    let event = #"{"id": "", "date": "x"}"#
    let events = Array(repeating: event, count: 2000).joined(separator: ",\n")
    let chronology = Chronology.load(Bytes(#"{"title": "T", "events": [\#n\#(events)]}"#.utf8))
    #expect(chronology.findings.count == 1000)
    #expect(chronology.findingCount > 2000)
    #expect(chronology.count == 0)
  }

  @Test func `a finding of a file is harmless on a terminal`() {
    let chronology = Chronology.load(Bytes(#"{"title": "T", "\u001b[2J": 1, "events": []}"#.utf8))
    let texts = chronology.findings.flatMap { [$0.message, $0.remedy ?? "", $0.place?.path ?? ""] }
    #expect(texts.count == 3)
    #expect(texts.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
  }
}
