internal import Testing
internal import Timeline

struct DifferenceTests {
  /// A change to the sample: the text replaced, its replacement, and the expected sentence.
  static let changes: [(String, String, [String])] = [
    (#""title": "A sample""#, #""title": "A test""#, ["Changed: chronology.", "  title: “A sample” is now “A test”."]),
    (
      #""date": "2005-02""#, #""date": "2005-03""#,
      ["Changed: event answer (Council answers).", "  date: “2005-02” is now “2005-03”."]
    ),
    (
      #""id": "answer""#, #""id": "reply""#,
      [
        "Removed: event answer (Council answers).", "Changed: event warning (Council warned).",
        "  link to answer removed: “answered by”.", "Added: event reply (Council answers).",
      ]
    ),
    (
      #""short": "NBC""#, #""short": "North""#,
      ["Changed: agency north (North Borough Council).", "  short: “NBC” is now “North”."]
    ),
    (#", "role": "clerk""#, "", ["Changed: person clerk (A. Clerk).", "  role removed: “clerk”."]),
    (
      #""gist": "A heading.""#, #""gist": "The heading.""#,
      ["Changed: source post (A post).", "  paragraph 1, gist: “A heading.” is now “The heading.”."]
    ),
    (
      #""fact": "states", "date": "implies", "gives": null"#,
      #""fact": "states", "date": "contradicts", "gives": "2001", "note": "N""#,
      [
        "Changed: event warning (Council warned).",
        "  citation of post, paragraph 2, date: “implies” is now “contradicts”.",
        "  citation of post, paragraph 2, gives added: “2001”.", "  citation of post, paragraph 2, note added: “N”.",
      ]
    ),
  ]

  @Test(arguments: changes) func `says in words what has changed, field by field`(
    _ old: String, _ new: String, _ says: [String]
  ) {
    let links =
      old.contains("answer\"")
      ? Sample.json.replacing(#"[{"to": "answer", "relation": "answered by"}]"#, with: "[]") : nil
    let before = Chronology.load(Bytes(Sample.json.utf8))
    let after = Chronology.load(Bytes((links ?? Sample.json).replacing(old, with: new).utf8))
    #expect(Difference(from: before, to: after).sentences.dropLast() == says[...])
    // What is added in one direction is removed in the other.
    let back = Difference(from: after, to: before)
    #expect(back.changes.count == Difference(from: before, to: after).changes.count)
  }

  @Test func `the line of an imported file is no difference, but a citation of a post is`() throws {
    func written(_ rows: String, _ name: String) throws -> Chronology {
      let reading = Import()
      try reading.read(Bytes("Date,Event,Source\n\(rows)".utf8), name: name)
      var bytes: [UInt8] = []
      let sink = ByteSink { piece in
        bytes += piece
        return true
      }
      reading.write(to: sink)
      return Chronology.load(Bytes(bytes))
    }
    let before = try written("12/03/2009,A visit,Diary\n13/03/2009,A call,Diary\n", "a.csv")
    let after = try written("1/1/2009,A letter,Diary\n12/03/2009,A visit,Diary\n13/03/2009,A call,Log\n", "a.csv")
    #expect(
      Difference(from: before, to: after).sentences == [
        "Added: source log (Log).", "Added: event 2009-01-01-a1-a-letter (A letter).",
        "Changed: event 2009-03-13-a1-a-call (A call).", "  citation of log, fact added: “states”.",
        "  citation of log, date added: “states”.", "  citation of diary, fact removed: “states”.",
        "  citation of diary, date removed: “states”.", "2 added, 0 removed, 1 changed.",
      ])
  }

  @Test func `the same in another order and form is no difference`() {
    let before = Chronology.load(Bytes(Sample.json.utf8))
    let after = Chronology.load(Bytes((Sample.header + ",\n\"events\": [\(Sample.answer),\(Sample.warning)]}").utf8))
    #expect(Difference(from: before, to: after).sentences == ["No difference."])
  }
}
