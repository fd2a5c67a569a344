internal import EDTF
internal import Glibc
internal import Testing
internal import Timeline

/// A file too long to be copied that is written to while it is open.
@Suite struct ChangedFileTests {
  private let path: String
  private static let text = """
    {"title": "A road", "agencies": [], "people": [], "sources": [], "events": [
    {"id": "a", "date": "1900", "dating": {"basis": "stated"}, "kind": "letter", "title": "First", "summary": "-",
     "agencies": [], "people": [], "links": [], "citations": []},
    {"id": "b", "date": "1901", "dating": {"basis": "stated"}, "kind": "letter", "title": "Second", "summary": "-",
     "agencies": [], "people": [], "links": [], "citations": []}
    ]}
    """

  init() throws {
    var template = Array("/tmp/chronology-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template))) + "/file"
    try Self.write(Self.text, to: path)
  }

  private static func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  private func opened() throws -> Chronology {
    Chronology.load(try Bytes(opening: path, copyingUpTo: 0))
  }

  private func expectLost(_ chronology: Chronology, at position: Int, id: String) {
    let event = chronology.event(at: position)
    #expect(event.id == id)
    #expect(event.date.description == "XXXX")
    #expect(event.title.contains("the file was changed"))
    #expect(chronology.heading(at: position).title == event.title)
    #expect(chronology.date(at: position) == event.date)
    #expect(chronology.id(at: position) == id)
  }

  @Test func `events that are cut off have no date and say why`() throws {
    let chronology = try opened()
    truncate(path, 0)
    expectLost(chronology, at: 0, id: "a")
    expectLost(chronology, at: 1, id: "b")
    unlink(path)
  }

  @Test func `an event is never taken for another that stands in its place now`() throws {
    let chronology = try opened()
    try Self.write(Self.text.replacing(#""a", "date": "1900""#, with: #""c", "date": "1850""#), to: path)
    expectLost(chronology, at: 0, id: "a")
    #expect(chronology.event(at: 1).title == "Second")
    unlink(path)
  }

  @Test(
    arguments: [
      (text, false),
      (String(text.dropLast(3)), true),
      (text.replacing("\"events\": [", with: "\"events\" ["), true),
      ("root:x:0:0:root:/root:/bin/sh", true),
      ("{}", true),
      ("[]", true),
      (text.replacing("\"1901\"", with: "\"1901-45\""), false),
      (#"{"title": "Empty", "agencies": [], "people": [], "sources": [], "events": []}"#, false),
    ] as [(String, Bool)])
  func `what is not JSON throughout, or no chronology, is broken`(text: String, isBroken: Bool) {
    var loader = Loader(Bytes(text.utf8))
    while !loader.isFinished { loader.advance() }
    #expect(loader.isBroken == isBroken)
    unlink(path)
  }
}
