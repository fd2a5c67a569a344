internal import Testing
internal import Timeline

struct JSONExportTests {
  @Test(arguments: [ExportFormat.json, .jsonl], [1, 7, 42, 2009])
  func `what is written opens again as the same chronology`(_ format: ExportFormat, seed: Int) {
    let chronology = Generated.chronology(60, seed: UInt64(seed))
    let (text, report) = Written.whole(Written.all(chronology), as: format)
    let again = Chronology.load(Bytes(text.utf8))
    #expect(again.findings == [])
    #expect(again.title == chronology.title)
    #expect(again.agencies == chronology.agencies)
    #expect(again.people == chronology.people)
    #expect(again.sources == chronology.sources)
    #expect(Written.events(again) == Written.events(chronology))
    #expect(report.losses == [])
  }

  @Test(arguments: [ExportFormat.json, .jsonl])
  func `the description and where the schema lies are kept`(_ format: ExportFormat) {
    let json: String =
      #"{"$schema": "here.json", "title": "T", "description": "D \"q\".", "agencies": [], "people": [], "sources": [], "events": []}"#
    let again = Chronology.load(Bytes(Written.text(Written.all(Chronology.load(Bytes(json.utf8))), as: format).utf8))
    #expect(again.schema == "here.json")
    #expect(again.description == "D \"q\".")
    #expect(again.findings == [])
  }

  @Test func `an event over several lines becomes one line, its texts untouched`() {
    let json = """
      {"title": "T", "agencies": [], "people": [], "sources": [],
       "events": [{"id": "a",
         "date" : "2004", "dating": {"basis":\t"stated"}, "kind": "report",
         "title": "Two  spaces, and \\"a: b\\"", "summary": "", "agencies": [ ], "people": [],
         "links": [], "citations": []
       }]}
      """
    let lines = Written.text(Written.all(Chronology.load(Bytes(json.utf8))), as: .jsonl).split(separator: "\n")
    let expected: String =
      #"{"id":"a","date":"2004","dating":{"basis":"stated"},"kind":"report","title":"Two  spaces, and \"a: b\"","summary":"","agencies":[],"people":[],"links":[],"citations":[]}"#
    #expect(lines.last.map(String.init) == expected)
  }

  @Test func `a link to an event that stays behind is left out, and that is said`() throws {
    let export = Export(Written.hard, EventSet([try #require(Written.hard.position(of: "quoted"))]))
    let (text, report) = Written.whole(export, as: .json)
    let again = Chronology.load(Bytes(text.utf8))
    #expect(again.findings == [])
    #expect(again.event(at: 0).links == [])
    #expect(report.losses == [Loss("links to events that are not among these", 1)])
  }
}
