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
    // Open starts first, a heading before its parts, unknown starts last, ids where all else is equal.
    let expected = [
      ("open", "../2003"), ("year", "2004"), ("month", "2004-01"), ("day-a", "2004-01-01"), ("day-b", "2004-01-01"),
      ("later", "2004-02-03"), ("far", "Y170000002"), ("unknown", "/2001"),
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

  @Test func `rows are positions exactly when the file is in time order`() throws {
    let events = [try Self.event("x", "2004"), try Self.event("y", "2005")]
    #expect(Self.chronology(events).isInFileOrder)
    #expect(!Self.chronology(events.reversed()).isInFileOrder)
    #expect(Self.chronology([]).isInFileOrder)
  }

  @Test func `the first position on or after a day is found by its earliest day`() throws {
    let chronology = Self.chronology([
      try Self.event("open", "../1960"), try Self.event("a", "1970-01-02"), try Self.event("b", "1970-01-02"),
      try Self.event("c", "1970-01-05"), try Self.event("unknown", "/1950"),
    ])
    let cases: [(day: Int32, position: Int)] = [(-9999, 1), (0, 1), (1, 1), (2, 3), (4, 3), (5, 4), (.max, 4)]
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
    // Long ones and short ones, in stretches of each.
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
