internal import Testing
internal import Timeline

struct LoaderTests {
  @Test func `reads what the format holds`() throws {
    let chronology = Chronology.load(Bytes(Sample.json.utf8))
    #expect(chronology.findings == [])
    #expect(chronology.title == "A sample")
    #expect(chronology.count == 2)
    #expect(chronology.event(at: 0).title == "Council warned")
    #expect(chronology.position(of: "answer") == 1)
    #expect(chronology.linksTo("answer").map(\.position) == [0])
    #expect(chronology.agency("north")?.short == "NBC")
  }

  @Test func `a truncated file keeps what was sound before its end, and never traps`() {
    let all = Array(Sample.json.utf8)
    for count in 0..<all.count {
      let chronology = Chronology.load(Bytes(all[..<count]))
      #expect(!chronology.findings.isEmpty)
      #expect(chronology.count <= 2)
    }
  }
}

/// A small chronology without a fault.
enum Sample {
  static let digest = "sha256:" + String(repeating: "0a", count: 32)

  static let header = """
    {"title": "A sample", "agencies": [{"id": "north", "name": "North Borough Council", "short": "NBC"}],
     "people": [{"id": "clerk", "name": "A. Clerk", "role": "clerk"}],
     "sources": [{"id": "post", "kind": "post", "title": "A post", "date": "2009-03-12", "author": null,
       "paragraphs": 4, "outline": [{"paragraph": 1, "gist": "A heading.", "speaker": null, "part": "heading"}]}]
    """

  static let warning = """
    {"id": "warning", "date": "2004", "dating": {"basis": "derived", "reason": "Five years before the post."},
     "kind": "warning", "title": "Council warned", "summary": "A clerk warns the council.", "agencies": ["north"],
     "people": ["clerk"], "links": [{"to": "answer", "relation": "answered by"}],
     "citations": [{"source": "post", "paragraph": 2, "range": [10, 20], "digest": "\(digest)",
       "fact": "states", "date": "implies", "gives": null}]}
    """

  static let answer = """
    {"id": "answer", "date": "2005-02", "dating": {"basis": "stated"}, "kind": "letter", "title": "Council answers",
     "summary": "", "agencies": [], "people": [], "links": [], "citations": []}
    """

  static let json = header + ",\n \"events\": [\(warning),\n\(answer)]}"
}
