import EDTF
internal import Explorer
internal import Timeline

/// Small chronologies for the tests of pages, and pages as the lines that a test can compare.
enum PageFixture {
  /// A made-up borough and its bridge: eight events in two posts and one public record.
  static let bridge = load(
    """
    {"title": "The bridge at Elm Ford",
     "agencies": [
      {"id": "borough", "name": "Elm Ford Borough", "short": "Borough", "aliases": ["the council"],
       "kind": "local authority", "successors": ["county"]},
      {"id": "county", "name": "Elm County"},
      {"id": "inspectors", "name": "Bridge Inspectors", "kind": "regulator"}],
     "people": [{"id": "ada", "name": "Ada Reed", "role": "Engineer", "aliases": ["Miss Reed"]},
      {"id": "ben", "name": "Ben Holt"}],
     "sources": [
      {"id": "news", "kind": "post", "title": "News of the ford", "date": "1990-06-01", "dating": {"basis": "stated"},
       "author": "C. Writer", "url": "https://example.org/news", "sha256": "\(String(repeating: "0a", count: 32))",
        "paragraphs": 3,
       "outline": [{"paragraph": 1, "gist": "The title.", "part": "heading"},
        {"paragraph": 2, "gist": "The engineer wrote about the cracks."},
        {"paragraph": 3, "gist": "Nobody answered her.", "speaker": "A neighbour", "part": "comment"}]},
      {"id": "memory", "kind": "post", "title": "What I remember", "date": "[1991..]",
       "dating": {"basis": "inferred", "reason": "It speaks of the closing."}, "sha256": "\(String(repeating: "0a", count: 32))",
        "paragraphs": 2,
       "outline": [{"paragraph": 1, "gist": "The letter came in autumn."},
        {"paragraph": 2, "gist": "Reply, share.", "part": "furniture"}]},
      {"id": "minutes", "kind": "record", "title": "Minutes of the borough", "date": "1989-04-03",
       "url": "https://example.org/minutes"}],
     "events": [
      {"id": "letter", "date": "1989-03", "dating": {"basis": "derived", "reason": "A year before the closing."},
       "kind": "letter", "title": "Ada Reed writes of cracks", "summary": "She asks for an inspection.",
       "agencies": ["borough"], "people": ["ada"], "links": [],
       "citations": [
        {"source": "news", "paragraph": 2, "fact": "states", "date": "states"},
        {"source": "memory", "paragraph": 1, "fact": "implies", "date": "contradicts", "gives": "1989-10"},
        {"source": "minutes", "paragraph": null, "fact": "states", "date": "states", "gives": "1989-03-14",
         "note": "Her letter is read out."}],
       "known": [{"agency": "borough", "date": "1989-03", "how": "written to", "citation": 1}],
       "reading": "The post of the time is nearer than memory."},
      {"id": "visit", "date": "1989~", "dating": {"basis": "inferred", "reason": "Not long after the letter."},
       "kind": "inspection", "title": "Inspectors look at the bridge", "summary": "",
       "agencies": ["inspectors", "borough"], "people": ["ada", "ben"],
       "links": [{"to": "letter", "relation": "answers"}],
       "citations": [{"source": "news", "paragraph": 3, "fact": "contradicts", "date": "silent"}]},
      {"id": "closing", "date": "1990-03-02", "dating": {"basis": "stated"}, "kind": "decision",
       "title": "The bridge is closed", "summary": "It never opens again.", "agencies": ["county"], "people": [],
       "links": [{"to": "letter", "relation": "follows from"}],
       "citations": [{"source": "memory", "paragraph": 1, "fact": "states", "date": "silent"}]}]}
    """)

  /// Many events of one agency, one person and one source, a day apart.
  static func long(_ count: Int) -> Chronology {
    let events = (0..<count).map { index in
      let year = 1900 + index / 12
      let month = index % 12 + 1
      return """
        {"id": "e\(index)", "date": "\(year)-\(month < 10 ? "0" : "")\(month)", "dating": {"basis": "stated"},
         "kind": "letter", "title": "Event number \(index)", "summary": "", "agencies": ["office"], "people": ["clerk"],
         "links": [], "citations": [{"source": "diary", "paragraph": 1, "fact": "states", "date": "states"}]}
        """
    }
    return load(
      """
      {"title": "Long", "agencies": [{"id": "office", "name": "The Office"}],
       "people": [{"id": "clerk", "name": "The Clerk"}],
       "sources": [{"id": "diary", "kind": "post", "title": "Diary", "sha256": "\(String(repeating: "0a", count: 32))",
        "paragraphs": 1,
        "outline": [{"paragraph": 1, "gist": "Day by day."}]}],
       "events": [\(events.joined(separator: ",\n"))]}
      """)
  }

  static func load(_ json: String) -> Chronology {
    var loader = Loader(Bytes(Array(json.utf8)))
    while !loader.isFinished { loader.advance() }
    return loader.chronology()
  }

  /// The shipped chronology; nil if its file is missing.
  static let shipped: Chronology? = {
    let root = #filePath.split(separator: "/").dropLast(4)
    guard let bytes = try? Bytes(opening: "/" + root.joined(separator: "/") + "/data/events.json") else { return nil }
    var loader = Loader(bytes)
    while !loader.isFinished { loader.advance() }
    return loader.chronology()
  }()

  static func page(
    _ subject: Subject, in chronology: Chronology = bridge, marked: Set<String> = [], narrowing: String = "",
    shown: EventSet? = nil, evidence: Evidence? = nil, isScreenReader: Bool = false
  ) -> Page {
    Page.of(
      subject, in: chronology,
      context: PageContext(
        evidence: evidence, shown: shown ?? EventSet(all: chronology.count), marked: marked, narrowing: narrowing,
        isScreenReader: isScreenReader))
  }

  /// Every page of a chronology.
  static func subjects(of chronology: Chronology) -> [Subject] {
    let august = try? EDTFDate("2007-08")
    var subjects: [Subject] = [
      .sources, .agencies, .people, .disagreements, .gaps(agency: nil), .coverage, .lanes, .findings,
    ]
    subjects += (0..<chronology.count).map { .event(chronology.event(at: $0).id) }
    subjects += chronology.sources.map { .source($0.id, paragraph: nil) }
    for agency in chronology.agencies { subjects += [.agency(agency.id), .gaps(agency: agency.id)] }
    subjects += chronology.people.map { .person($0.id) }
    if let august {
      subjects.append(.known(on: august, agency: nil))
      subjects += chronology.agencies.map { .known(on: august, agency: $0.id) }
    }
    return subjects
  }
}

extension Page {
  /// As on a line of unlimited width, label and text, without trailing spaces.
  var lines: [String] {
    Layout(self, width: .max).lines.map { line in
      let label = rows[line.row].label
      let blank = String(repeating: " ", count: max(0, labelWidth - label.count))
      let text = line.spans.map(\.text).joined()
      return String((label + blank + text).reversed().drop { $0 == " " }.reversed())
    }
  }
  /// As spoken, without blank rows.
  var speech: [String] { rows.map(\.speech).filter { !$0.isEmpty } }
  var targets: [Target] { rows.compactMap(\.target) }
}
