import EDTF
import TestSupport
internal import Testing
internal import Timeline

@Suite struct SearchTests {
  static func whole(_ query: Query, _ chronology: Chronology, after previous: Search? = nil) -> Search {
    var search = Search(query, in: chronology, after: previous)
    while !search.isFinished { search.advance(budget: 1000) }
    return search
  }

  static func found(_ text: String, _ chronology: Chronology) throws -> Matches {
    try whole(Query(text, in: chronology), chronology).matches
  }

  @Test(arguments: [0, 1, 63, 64, 65, 300])
  func `finds what an event by event judgement finds`(count: Int) throws {
    var random = SplitMix64(UInt64(count) + 17)
    let chronology = Generated.chronology(count, seed: UInt64(count))
    let events = (0..<chronology.count).map { chronology.event(at: $0) }
    #expect(events.count == count)
    for _ in 0..<300 {
      let asked = Asked.random(3, &random)
      // A small chronology does not have every kind.
      guard let query = try? Query(asked.text, in: chronology) else {
        #expect(count < 63)
        continue
      }
      let matches = Self.whole(query, chronology).matches
      let answers = events.map { asked.answer($0) }
      let unplaced = events.indices.filter { answers[$0] == .open && events[$0].date.bounds.isUnknown }
      let possible = events.indices.filter { answers[$0] == .open && !events[$0].date.bounds.isUnknown }
      let certain = events.indices.filter { answers[$0] == .yes }
      #expect(Array(matches.events) == (possible + certain).sorted(), "\(asked.text)")
      #expect(Array(matches.possible) == possible, "\(asked.text)")
      #expect(matches.unplaced == unplaced.count, "\(asked.text)")
    }
  }

  @Test func `a query of many words asks many long names in slices`() throws {
    let filler = String(repeating: "x", count: 1000)
    let agencies = (0..<1000).map { Agency(id: "a\($0)", name: "\(filler) office \($0)") }
    let event = Event(
      id: "e", date: try EDTFDate("2004"), dating: Dating(basis: .stated), kind: "report", title: "A", agencies: ["a7"])
    let chronology = Chronology(title: "T", agencies: agencies, people: [], sources: [], events: [event])
    let words = Array(repeating: "office", count: 100) + ["nothing"]
    for (text, count) in [(words.joined(separator: " "), 0), (words.dropLast().joined(separator: " "), 1)] {
      var search = Search(try Query(text, in: chronology), in: chronology)
      var slices = 0
      while !search.isFinished {
        #expect(search.matches.events.isEmpty)
        search.advance(budget: 1)
        slices += 1
      }
      // A megabyte for each word, five in a slice.
      #expect(slices >= 20)
      #expect(search.matches.events.count == count)
    }
  }

  @Test func `narrowing a search finds what a fresh one finds`() throws {
    var random = SplitMix64(23)
    let chronology = Generated.chronology(500, seed: 5)
    for text in [
      "nurse", "council", "strasse", "café -letter", "art agency:north", "a date:2004 or nurse ward",
      "-nurse within:2004",
    ] {
      var previous: Search?
      for end in text.indices {
        guard let query = try? Query(String(text[...end]), in: chronology) else { continue }
        let narrowed = Self.whole(query, chronology, after: previous)
        #expect(narrowed.matches == Self.whole(query, chronology).matches, "\(query.text)")
        previous = narrowed
      }
    }
    for _ in 0..<300 {
      let first = Asked.random(2, &random)
      let second = Bool.random(using: &random) ? Asked.all([first, .random(2, &random)]) : .random(2, &random)
      let previous = Self.whole(try Query(first.text, in: chronology), chronology)
      let query = try Query(second.text, in: chronology)
      #expect(
        Self.whole(query, chronology, after: previous).matches == Self.whole(query, chronology).matches,
        "\(second.text) after \(first.text)")
    }
  }

  @Test func `an unfinished search narrows as far as it came`() throws {
    let chronology = Generated.chronology(9000, seed: 31)
    var first = Search(try Query("n", in: chronology), in: chronology)
    first.advance(budget: 1)
    let query = try Query("nu", in: chronology)
    #expect(Self.whole(query, chronology, after: first).matches == Self.whole(query, chronology).matches)
  }

  @Test func `slices find what the whole finds`() throws {
    let chronology = Generated.chronology(6000, seed: 41)
    // The events of this chronology are not in time order, so what has been found so far is a subset of the whole.
    let query = try Query("nur date:2004", in: chronology)
    let whole = Self.whole(query, chronology).matches
    var search = Search(query, in: chronology)
    #expect(!search.isFinished && search.progress == 0 && search.matches.events.isEmpty)
    var last = 0
    while !search.isFinished {
      search.advance(budget: 1)
      let found = Array(search.matches.events)
      #expect(found.allSatisfy(whole.events.contains))
      #expect(found.count >= last)
      last = found.count
    }
    #expect(search.matches == whole && search.progress == 1)
  }

  @Test func `slices of a file in time order find the first matches first`() throws {
    var random = SplitMix64(43)
    var events = Generated.events(6000, &random)
    for i in events.indices { events[i].date = try EDTFDate("2004") }
    events.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let chronology = Generated.chronology(events)
    #expect(chronology.isInFileOrder)
    var search = Search(try Query("nur", in: chronology), in: chronology)
    let whole = Array(Self.whole(search.query, chronology).matches.events)
    while !search.isFinished {
      search.advance(budget: 1)
      #expect(search.matches.events.elementsEqual(whole.prefix(search.matches.events.count)))
    }
  }

  @Test func `never finds a word across the end of a title`() throws {
    let event = Event(
      id: "x", date: try EDTFDate("2004"), dating: Dating(basis: .stated), kind: "letter", title: "one two",
      summary: "three four")
    let chronology = Generated.chronology([event])
    #expect(try Self.found("\"two three\"", chronology).events.isEmpty)
    #expect(try Self.found("\"three four\"", chronology).events.count == 1)
  }

  @Test func `says which events only may match and how many have no date`() throws {
    func event(_ id: String, _ date: String, _ title: String) throws -> Event {
      Event(id: id, date: try EDTFDate(date), dating: Dating(basis: .stated), kind: "post", title: title)
    }
    let chronology = Generated.chronology([
      try event("sure", "2007-03-12", "a letter"), try event("maybe", "2006/2008", "a letter"),
      try event("later", "2009", "a letter"), try event("lost", "/", "a letter"), try event("other", "/", "a visit"),
    ])
    func ids(_ set: EventSet) -> [String] { set.map { chronology.event(at: $0).id } }
    let cases: [(String, [String], [String], Int)] = [
      ("date:2007 title", [], [], 0),
      ("date:2007", ["maybe", "sure"], ["maybe"], 2),
      ("date:2007 letter", ["maybe", "sure"], ["maybe"], 1),
      ("within:2007", ["sure"], [], 2),
      ("-date:2007", ["maybe", "later"], ["maybe"], 2),
      ("-within:2007 letter", ["maybe", "later"], [], 1),
      ("before:2007", ["maybe"], ["maybe"], 2),
      ("after:2007 letter", ["maybe", "later"], ["maybe"], 1),
      ("date:2007 or visit", ["maybe", "sure", "other"], ["maybe"], 1),
      ("letter", ["maybe", "sure", "later", "lost"], [], 0),
    ]
    for (text, events, possible, unplaced) in cases {
      let matches = try Self.found(text, chronology)
      #expect(ids(matches.events) == events, "\(text)")
      #expect(ids(matches.possible) == possible, "\(text)")
      #expect(matches.unplaced == unplaced, "\(text)")
    }
  }

  @Test func `an empty query finds every event`() throws {
    let chronology = Generated.chronology(70, seed: 2)
    #expect(try Self.found("  ", chronology).events == EventSet(all: 70))
  }
}
