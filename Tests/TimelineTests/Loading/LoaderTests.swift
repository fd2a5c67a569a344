import EDTF
import TestSupport
internal import Testing
internal import Timeline

struct LoaderTests {
  @Test func `reads what the format holds`() throws {
    let chronology = Chronology.load(Bytes(Sample.json.utf8))
    #expect(chronology.findings == [])
    #expect(chronology.title == "A sample")
    #expect(
      chronology.agencies == [
        Agency(id: "north", name: "North Borough Council", short: "NBC"), Agency(id: "east", name: "East"),
      ])
    #expect(chronology.people.map(\.role) == ["clerk"])
    #expect(chronology.sources.first?.outline == [OutlineLine(paragraph: 1, gist: "A heading.", part: .heading)])
    #expect(chronology.count == 2)
    let warning = Event(
      id: "warning", date: try EDTFDate("2004"), dating: Dating(basis: .derived, reason: "Five years before the post."),
      kind: "warning", title: "Council warned", summary: "A clerk warns the council.", agencies: ["north"],
      people: ["clerk"], links: [Link(to: "answer", relation: "answered by")],
      citations: [
        Citation(source: "post", paragraph: 2, range: 10..<20, digest: Sample.digest, fact: .states, date: .implies)
      ])
    #expect(chronology.event(at: 0) == warning)
  }

  @Test func `JSON Lines give the same chronology`() {
    let lines = [Sample.header + "}", Sample.warning, Sample.answer].map { $0.replacing("\n", with: " ") }
    for end in ["", "\n", "\n\n \r\n"] {
      let chronology = Chronology.load(Bytes((lines.joined(separator: "\r\n") + end).utf8))
      #expect(chronology.findings == [])
      #expect(Sample.events(chronology) == Sample.events(Chronology.load(Bytes(Sample.json.utf8))))
    }
  }

  @Test func `of a broken file it tells what breaks it, not what follows from that`() throws {
    let broken = Sample.json.replacing(#""title": "Council warned","#, with: #""title": "Council warned""#)
    var loader = Loader(Bytes(broken.utf8))
    while !loader.isFinished { loader.advance() }
    #expect(loader.isBroken)
    let finding = try #require(loader.breakage)
    #expect(finding.message.contains("comma"))
    var sound = Loader(Bytes(Sample.json.utf8))
    while !sound.isFinished { sound.advance() }
    #expect(!sound.isBroken && sound.breakage == nil)
  }

  /// Two megabytes of agencies, each two hundredth of which takes an id that is taken.
  @Test func `long lists of names are read in slices, whatever was asked for`() {
    let filler = String(repeating: "x", count: 1000)
    let agencies = (0..<2000).map { #"{"id": "a\#($0 % 200 == 199 ? 0 : $0)", "name": "\#(filler)"}"# }
    let json = #"{"title": "T", "agencies": [\#(agencies.joined(separator: ","))], "people": [], "sources": [],"#
    var loader = Loader(Bytes((json + #" "events": []}"#).utf8))
    var read = [0]
    while !loader.isFinished {
      loader.advance(budget: 1000)
      read.append(loader.chronology().agencies.count)
    }
    #expect(read.last == 1990)
    #expect(Set(read).count >= 4, "read \(read)")
    let findings = loader.chronology().findings
    #expect(findings.map(\.place?.path) == (0..<10).map { "$.agencies[\(200 * $0 + 199)].id" })
  }

  @Test func `links that lead nowhere are told of a few events at a time`() {
    let events = (0..<450).map { number in
      """
      {"id": "e\(number)", "date": "2004", "dating": {"basis": "stated"}, "kind": "note", "title": "A", "summary": "",
       "agencies": [], "people": [], "links": [{"to": "nobody", "relation": "answers"}], "citations": []}
      """
    }
    let header = #"{"title": "T", "agencies": [], "people": [], "sources": [], "events": ["#
    let json = header + events.joined(separator: ",") + "]}"
    var loader = Loader(Bytes(json.utf8))
    var told = [0]
    while !loader.isFinished {
      loader.advance()
      told.append(loader.chronology().findingCount)
    }
    #expect(told.last == 450)
    #expect(zip(told, told.dropFirst()).allSatisfy { $1 - $0 <= 100 })
  }

  @Test func `a broken line costs that line alone`() {
    let lines = [Sample.header + "}", Sample.warning, #"{"id": "cut", "date": "#, Sample.answer, "{} x"]
      .map { $0.replacing("\n", with: " ") }
    let chronology = Chronology.load(Bytes(lines.joined(separator: "\n").utf8))
    #expect(chronology.count == 2)
    #expect(chronology.findings.first?.place == Finding.Place(line: 3, column: 23, path: "$"))
    #expect(chronology.findings.last?.place == Finding.Place(line: 5, column: 4, path: "$"))
  }

  @Test func `events may come before what they refer to`() {
    let json = "{\"events\": [\(Sample.warning), \(Sample.answer)], " + Sample.header.dropFirst() + "}"
    let chronology = Chronology.load(Bytes(json.utf8))
    #expect(chronology.findings == [])
    #expect(Sample.events(chronology) == Sample.events(Chronology.load(Bytes(Sample.json.utf8))))
  }

  @Test func `a byte order mark is passed over`() {
    #expect(Chronology.load(Bytes([0xEF, 0xBB, 0xBF] + Array(Sample.json.utf8))).findings == [])
  }

  @Test func `a truncated file keeps what was sound before its end, and never traps`() {
    let all = Array(Sample.json.utf8)
    for count in 0..<all.count {
      let chronology = Chronology.load(Bytes(all[..<count]))
      #expect(!chronology.findings.isEmpty)
      #expect(chronology.count <= 2)
    }
  }

  @Test func `a damaged file never traps, and its events can be shown`() {
    var random = SplitMix64(64)
    let all = Array(Sample.json.utf8)
    for _ in 0..<4000 {
      var bytes = all
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(Array(#"{}[]",:\u0-."#.utf8).randomElement(using: &random) ?? 0, at: at)
        default: bytes.removeSubrange(at..<min(at + Int.random(in: 1...40, using: &random), bytes.count))
        }
      }
      let chronology = Chronology.load(Bytes(bytes))
      for position in 0..<chronology.count { #expect(!chronology.event(at: position).id.isEmpty) }
      for event in ["warning", "answer"] { _ = chronology.linksTo(event) }
    }
  }

  @Test func `a chronology taken between the parts of the index is whole`() {
    var loader = Loader(Bytes(Sample.json.utf8))
    var steps = 0
    while !loader.isFinished {
      loader.advance(budget: 1)
      steps += 1
      let chronology = loader.chronology()
      #expect(chronology.spans.count == chronology.count)
      #expect(Sample.events(chronology).count == chronology.count)
      #expect(chronology.agencies.isEmpty || chronology.events(agency: "north").count <= chronology.count)
    }
    #expect(steps > 2, "the index is built in parts")
    #expect(loader.chronology().count == 2)
  }

  @Test func `what is read so far can be shown before the end`() {
    let events = (0..<30_000).map { number in
      Sample.answer.replacing("answer", with: "answer-\(30_000 - number)").replacing(
        "2005-02", with: "\(1000 + number % 900)")
    }
    var loader = Loader(Bytes((Sample.header + ", \"events\": [" + events.joined(separator: ",") + "]}").utf8))
    var counts: [Int] = []
    var progress = 0.0
    while !loader.isFinished {
      loader.advance(budget: 1)
      #expect(loader.progress >= progress)
      progress = loader.progress
      let chronology = loader.chronology()
      counts.append(chronology.count)
      #expect(chronology.spans.count == chronology.count)
      for position in Set([0, chronology.count / 2, chronology.count - 1]) where position >= 0 && chronology.count > 0 {
        let event = chronology.event(at: position)
        #expect(chronology.position(of: event.id) == position)
      }
    }
    #expect(counts.count > 3)
    #expect(counts == counts.sorted())
    #expect(counts.last == 30_000)
    #expect(progress == 1)
  }
}

/// A small chronology without faults.
enum Sample {
  static let digest = "sha256:" + String(repeating: "0a", count: 32)

  static let header = """
    {"title": "A sample", "agencies": [{"id": "north", "name": "North Borough Council", "short": "NBC"},
       {"id": "east", "name": "East"}],
     "people": [{"id": "clerk", "name": "A. Clerk", "role": "clerk"}],
     "sources": [{"id": "post", "kind": "post", "title": "A post", "date": "2009-03-12", "author": null,
       "sha256": "\(String(repeating: "0a", count: 32))", "paragraphs": 4, "outline": [{"paragraph": 1, "gist": "A heading.", "speaker": null, "part": "heading"}]}]
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

  static func events(_ chronology: Chronology) -> [Event] { (0..<chronology.count).map(chronology.event(at:)) }
}
