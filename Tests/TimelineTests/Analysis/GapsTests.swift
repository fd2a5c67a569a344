import TestSupport
internal import Testing
internal import Timeline

struct GapsTests {
  private func gaps(_ dates: [String], agency: String? = nil, limit: Int = 5) -> (chronology: Chronology, gaps: Gaps) {
    let chronology = Made.chronology(dates.map { Made.event("e\($0)", $0) })
    return (chronology, Gaps(in: chronology, among: EventSet(all: chronology.count), limit: limit))
  }

  private func pairs(_ dates: [String]) -> [String] {
    let (_, gaps) = gaps(dates)
    return gaps.gaps.map { "\($0.from)→\($0.to)" }
  }

  @Test func `lists the longest first`() {
    #expect(
      pairs(["2000-01-01", "2000-01-05", "2000-03-01", "2000-03-02"])
        == ["2000-01-05→2000-03-01", "2000-01-01→2000-01-05", "2000-03-01→2000-03-02"])
  }

  @Test func `says the least and the most it may have lasted`() {
    let gap = gaps(["2000", "2004"]).gaps.gaps[0]
    // From 31 December 2000 to 1 January 2004, and from 1 January 2000 to 31 December 2004; 2000 and 2004 are leap
    // years.
    #expect(gap.leastDays == 1096)
    #expect(gap.mostDays == 1826)
    #expect(gap.length == "3 to 5 years")
    #expect(gaps(["2000-01-01", "2000-07-01"]).gaps.gaps[0].length == "6 months")
  }

  @Test func `a wide date hides no silence, and is counted in it`() {
    let gap = gaps(["2000", "2001/2009", "2006"]).gaps.gaps[0]
    #expect("\(gap.from)→\(gap.to)" == "2000→2006")
    #expect(gap.possible == 1)
  }

  @Test func `a silence ends where an event certainly falls`() {
    #expect(pairs(["2000", "2003-05", "2002/2005", "2010"]) == ["2003-05→2010", "2000→2003-05"])
    #expect(pairs(["2000", "2002/2003", "2010"]) == ["2002/2003→2010", "2000→2002/2003"])
  }

  @Test func `what certainly falls inside a span ends a silence on whichever day it was`() {
    // The second happened by the day of the third: nobody knows that nothing happened until then.
    #expect(pairs(["2000", "[2002-01-01..2004-03-12]", "2004-03-12"])[0] == "2000→[2002-01-01..2004-03-12]")
    let gap = gaps(["2000-01-01", "[2002-01-01..2004-03-12]", "2004-03-12"]).gaps.gaps[0]
    // From 1 January 2000, a leap year, to 1 January 2002 at least, to 12 March 2004 at most.
    #expect(gap.leastDays == 731)
    #expect(gap.mostDays == 1532)
    #expect(gap.length == "2 to 5 years")
    // The same, reversed.
    #expect(pairs(["2000-01-01", "[2000-01-01..2003-05-31]", "2007"])[0] == "[2000-01-01..2003-05-31]→2007")
  }

  @Test func `of events of one date the last stands before a silence, the first after it`() {
    let dates = ["2000", "2000", "2000-12-31", "2000-12-31", "2004-01", "2004-01-01", "2004-01-01"]
    let chronology = Made.chronology(dates.enumerated().map { Made.event("e\($0)", $1) })
    let gap = Gaps(in: chronology, among: EventSet(all: chronology.count)).gaps[0]
    #expect([gap.before, gap.after] == [3, 5])
  }

  @Test func `events that may be at one time are not divided by a silence`() {
    #expect(pairs(["2004", "2004-03", "2004-03-02"]) == [])
    #expect(pairs(["2004"]) == [] && pairs([]) == [])
  }

  @Test func `open ends may fall in a silence, unknown dates cannot be placed`() {
    let (_, gaps) = gaps(["2000", "2001/..", "/2009", "/", "2010"])
    #expect(gaps.gaps.map { "\($0.from)→\($0.to)" } == ["2000→2010"])
    #expect(gaps.gaps[0].possible == 2)
    #expect(gaps.unplaced == 1)
  }

  @Test func `looks only at the events given, and returns no more than asked`() {
    let chronology = Made.chronology([
      Made.event("a", "2000", agencies: ["north"]), Made.event("b", "2002", agencies: ["south"]),
      Made.event("c", "2005", agencies: ["north"]),
    ])
    let north = Gaps(in: chronology, among: chronology.events(agency: "north"))
    #expect(north.gaps.map { [$0.before, $0.after] } == [[0, 2]])
    #expect(Gaps(in: chronology, among: EventSet(all: 3), limit: 1).gaps.map(\.before) == [1])
  }

  /// Compared with the definition, pair by pair.
  @Test(arguments: 0..<30) func `a silence runs to the next event that is certainly later, and from the last before it`(
    seed: Int
  ) {
    var random = SplitMix64(UInt64(seed))
    let dates = (0..<20).map { _ -> String in
      let year = Int.random(in: 2000...2030, using: &random)
      return switch Int.random(in: 0..<4, using: &random) {
      case 0: "\(year)"
      case 1: "\(year)-0\(Int.random(in: 1...9, using: &random))"
      case 2: "\(year)/\(year + Int.random(in: 0...9, using: &random))"
      default: "\(year)-05-1\(Int.random(in: 0...9, using: &random))"
      }
    }
    let chronology = Made.chronology(dates.enumerated().map { Made.event("e\($0)", $1) })
    let spans = (0..<chronology.count).map { chronology.span(at: $0) }
    var expected: Set<[Int32]> = []
    for a in spans {
      let later = spans.filter { $0.earliest > a.latest }
      guard let b = later.min(by: { ($0.latest, $0.earliest) < ($1.latest, $1.earliest) }) else { continue }
      let before = spans.filter { $0.latest < b.earliest }.max { ($0.earliest, $0.latest) < ($1.earliest, $1.latest) }
      if before == a { expected.insert([a.latest, b.earliest]) }
    }
    let gaps = Gaps(in: chronology, among: EventSet(all: chronology.count), limit: .max).gaps
    #expect(Set(gaps.map { [spans[$0.before].latest, spans[$0.after].earliest] }) == expected)
    #expect(gaps.map(\.leastDays) == gaps.map(\.leastDays).sorted(by: >))
    for gap in gaps {
      let (start, end) = (spans[gap.before].latest, spans[gap.after].earliest)
      #expect(gap.leastDays == Int(end - start))
      #expect(!spans.contains { $0.earliest > start && $0.latest < end })
      #expect(gap.possible == spans.count { $0.earliest < end && $0.latest > start && start + 1 < end })
    }
  }
}
