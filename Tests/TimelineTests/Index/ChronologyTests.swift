import EDTF
import TestSupport
internal import Testing
internal import Timeline

struct ChronologyTests {
  private static func event(_ id: String, _ date: String, agencies: [String] = [], links: [Link] = []) throws -> Event {
    Event(
      id: id, date: try EDTFDate(date), dating: Dating(basis: .stated), kind: "letter", title: "Title of \(id)",
      agencies: agencies, links: links)
  }

  private static func chronology(_ events: [Event]) -> Chronology {
    Chronology(
      title: "T", agencies: [Agency(id: "a", name: "A"), Agency(id: "b", name: "B")], people: [], sources: [],
      events: events)
  }

  @Test func `positions follow time whatever the order of the file`() throws {
    // By the latest day if no earlier one is known; a heading before its parts; ids break ties; events without a day
    // come last.
    let expected = [
      ("unknown", "/2001"), ("open", "../2003"), ("year", "2004"), ("month", "2004-01"), ("day-a", "2004-01-01"),
      ("day-b", "2004-01-01"), ("later", "2004-02-03"), ("by", "[..2004-03]"), ("far", "Y170000002"), ("lost", "/"),
    ]
    var random = SplitMix64(65)
    for _ in 0..<50 {
      let events = try expected.shuffled(using: &random).map { try Self.event($0.0, $0.1) }
      let chronology = Self.chronology(events)
      #expect(chronology.findings == [])
      #expect((0..<chronology.count).map { chronology.event(at: $0).id } == expected.map(\.0))
      for position in 0..<chronology.count {
        #expect(chronology.position(ofRow: chronology.row(at: position)) == position)
      }
    }
  }

  @Test func `the order is that of the chronological key`() throws {
    var random = SplitMix64(66)
    let dates = [
      "2004", "2004-03", "2004-03-01", "../2004", "2004/..", "/2004", "2004/", "2004-21", "200X", "2004~", "/",
      "Y170000002", "Y-170000002", "2004-03/2004-05", "[2004,2006]",
    ]
    for _ in 0..<200 {
      let events = try (0..<40).map { try Self.event("e-\($0)", dates.randomElement(using: &random) ?? "2004") }
        .shuffled(using: &random)
      let chronology = Self.chronology(events)
      let expected = events.sorted { ChronologicalKey.precedes(($0.date.key, $0.id), ($1.date.key, $1.id)) }
      #expect((0..<40).map { chronology.event(at: $0).id } == expected.map(\.id))
    }
  }

  @Test(arguments: [1, 63, 64, 2000])
  func `an event with many links is found from each event that it links to`(count: Int) throws {
    let events = try (0..<count).map { try Self.event("event-\($0)", "2004") }
    let links = events.map { Link(to: $0.id, relation: "refers to") } + [Link(to: "event-0", relation: "answers")]
    let chronology = Self.chronology(events + [try Self.event("many", "2005", links: links)])
    for _ in 0..<2 {
      for event in events {
        let expected = event.id == "event-0" ? ["refers to", "answers"] : ["refers to"]
        #expect(chronology.linksTo(event.id).map(\.relation) == expected)
      }
    }
    #expect(chronology.linksTo("many").isEmpty)
  }

  /// Each event follows some of those before it in a hidden order, so that there is no cycle.
  @Test func `of one date, any events that follow others without a cycle stand after them`() throws {
    var random = SplitMix64(69)
    for _ in 0..<200 {
      let hidden = (0..<Int.random(in: 2...40, using: &random)).map { "event-\($0)" }.shuffled(using: &random)
      let events = try hidden.enumerated().map { place, id in
        let others = (0..<place).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        let date = try #require(["2003", "2004", "2004"].randomElement(using: &random))
        return try Self.event(id, date, links: others.map { Link(to: hidden[$0], relation: "follows from") })
      }
      let chronology = Self.chronology(events.shuffled(using: &random))
      let inOrder = (0..<chronology.count).map { chronology.event(at: $0) }
      #expect(inOrder.map(\.id).sorted() == hidden.sorted())
      for (position, event) in inOrder.enumerated() {
        for link in event.links {
          let other = try #require(chronology.position(of: link.to))
          #expect(other < position || inOrder[other].date != event.date)
        }
      }
    }
  }

  @Test func `of one date, what an event follows stands before it`() throws {
    func link(_ relation: String, _ to: String) -> Link { Link(to: to, relation: relation) }
    let events = [
      try Self.event("a", "2004", links: [link("follows from", "d")]),
      try Self.event("b", "2004", links: [link("answered by", "a"), link("related to", "e")]),
      try Self.event("c", "2004"), try Self.event("d", "2004", links: [link("refers to", "e")]),
      try Self.event("e", "2004"),
      // With a different date, which decides.
      try Self.event("f", "2003", links: [link("follows from", "e")]),
      // In a cycle.
      try Self.event("x", "2005", links: [link("part of", "y")]),
      try Self.event("y", "2005", links: [link("answers", "x")]),
    ]
    var random = SplitMix64(67)
    for _ in 0..<50 {
      let chronology = Self.chronology(events.shuffled(using: &random))
      #expect((0..<8).map { chronology.id(at: $0) } == ["f", "b", "e", "d", "a", "c", "y", "x"])
      for position in 0..<8 { #expect(chronology.position(of: chronology.id(at: position)) == position) }
    }
  }

  @Test func `rows are positions exactly when the file is in time order`() throws {
    let events = [try Self.event("x", "2004"), try Self.event("y", "2005")]
    #expect(Self.chronology(events).isInFileOrder)
    #expect(!Self.chronology(events.reversed()).isInFileOrder)
    // Even if a link reverses the order of ids.
    let sequel = try Self.event("w", "2005", links: [Link(to: "y", relation: "follows from")])
    #expect(Self.chronology([events[0], events[1], sequel]).isInFileOrder)
    #expect(!Self.chronology([events[0], sequel, events[1]]).isInFileOrder)
    #expect(Self.chronology([]).isInFileOrder)
  }

  @Test func `the first position on or after a day is found by its earliest day`() throws {
    let chronology = Self.chronology([
      try Self.event("open", "../1960"), try Self.event("a", "1970-01-02"), try Self.event("b", "1970-01-02"),
      try Self.event("c", "1970-01-05"), try Self.event("unknown", "/1950"),
    ])
    // The last days of 1950 and of 1960 are 6941 and 3288 days before 1970.
    let cases: [(day: Int32, position: Int)] = [
      (-6941, 0), (-6940, 1), (-3288, 1), (-3287, 2), (1, 2), (2, 4), (4, 4), (5, 5), (.max, 5),
    ]
    for (day, position) in cases { #expect(chronology.firstPosition(onOrAfter: day) == position) }
    #expect(Self.chronology([]).firstPosition(onOrAfter: 0) == 0)
  }

  @Test func `events are found by what they name`() throws {
    let chronology = Self.chronology([
      try Self.event("third", "2006", agencies: ["b", "a"]), try Self.event("first", "2004", agencies: ["a"]),
      try Self.event("second", "2005"),
    ])
    #expect(Array(chronology.positions(agency: "a")) == [0, 2])
    #expect(Array(chronology.positions(agency: "b")) == [2])
    #expect(chronology.positions(agency: "nobody").isEmpty)
    #expect(chronology.events(kind: "letter") == EventSet(all: 3))
    #expect(chronology.kinds == ["letter"])
    #expect(chronology.position(of: "second") == 1)
    #expect(chronology.position(of: "fourth") == nil)
  }

  @Test func `links are found from the event that they point to`() throws {
    let chronology = Self.chronology([
      try Self.event("c", "2006", links: [Link(to: "a", relation: "answers"), Link(to: "a", relation: "quotes")]),
      try Self.event("a", "2004"), try Self.event("b", "2005", links: [Link(to: "a", relation: "follows")]),
    ])
    let links = chronology.linksTo("a")
    #expect(links.map(\.position) == [1, 2, 2])
    #expect(links.map(\.relation) == ["follows", "answers", "quotes"])
    #expect(chronology.linksTo("b").isEmpty)
    #expect(chronology.linksTo("nothing").isEmpty)
  }

  @Test func `the text names the event of each byte`() throws {
    // Stretches of long ones and of short ones.
    let events = try (0..<6000).map {
      try Self.event("e-\($0)" + String(repeating: "x", count: $0 / 50 % 5 * $0 % 97), "2004")
    }
    let text = Self.chronology(events).text
    #expect(text.count == 6000)
    for segment in text.segments {
      var earlier = segment.rows.lowerBound
      for row in segment.rows {
        let range = segment.range(ofRow: row)
        #expect(segment.row(at: range.lowerBound, from: segment.rows.lowerBound) == row)
        #expect(segment.row(at: range.lowerBound, from: (segment.rows.lowerBound + row) / 2) == row)
        #expect(segment.row(at: range.lowerBound, from: row) == row)
        #expect(segment.row(at: range.upperBound - 1, from: earlier) == row)
        earlier = row
      }
    }
    #expect(text.segments.count > 1)
  }
}
