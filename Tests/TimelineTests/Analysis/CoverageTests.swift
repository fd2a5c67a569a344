internal import Testing
internal import Timeline

struct CoverageTests {
  private let coverage = Coverage(
    of: Made.chronology([
      Made.event(
        "two", "2004",
        citations: [Made.citation("first", paragraph: 1, date: .states), Made.citation("second", paragraph: 2)]),
      Made.event(
        "one", "2005", citations: [Made.citation("first", paragraph: 1), Made.citation("first", paragraph: 3)]),
      Made.event("none", "2006"),
      // The one passage that states a date states another.
      Made.event("misdated", "2007", citations: [Made.citation("first", date: .states, gives: "2001")]),
    ]))

  @Test func `counts citations by event and by source`() {
    #expect(coverage.events.map(\.citations) == [2, 2, 0, 1])
    #expect(coverage.events[0].sources == ["first", "second"])
    #expect(coverage.citations == 5)
    #expect(coverage.sources.map(\.source) == ["first", "second", "gazette"])
    #expect(coverage.sources.map(\.citations) == [4, 1, 0])
    #expect(coverage.sources.map(\.events) == [3, 1, 0])
    #expect(coverage.sources.map(\.paragraphsCited) == [2, 1, 0])
    #expect(coverage.sources.map(\.paragraphs) == [4, 2, nil])
  }

  @Test func `finds what rests on one source, on none, and what no source dates`() {
    #expect(coverage.single.map(\.event) == ["one", "misdated"])
    #expect(coverage.uncited.map(\.event) == ["none"])
    #expect(coverage.undated.map(\.event) == ["one", "misdated"])
  }
}
