internal import Testing
internal import Timeline

struct CoverageTests {
  private static let chronology = Made.chronology([
    Made.event(
      "two", "2004",
      citations: [Made.citation("first", paragraph: 1, date: .states), Made.citation("second", paragraph: 2)]),
    Made.event(
      "one", "2005", citations: [Made.citation("first", paragraph: 1), Made.citation("first", paragraph: 3)]),
    Made.event("none", "2006"),
    // The one passage that states a date states another.
    Made.event("misdated", "2007", citations: [Made.citation("first", date: .states, gives: "2001")]),
  ])
  private let coverage = Coverage(of: chronology)

  private func ids(_ positions: some Sequence<Int>) -> [String] { positions.map { Self.chronology.event(at: $0).id } }

  @Test func `counts citations by event and by source`() {
    #expect((0..<4).map { coverage.citations(at: $0) } == [2, 2, 0, 1])
    #expect(coverage.citations == 5)
    #expect(coverage.sources.map(\.source) == ["first", "second", "gazette"])
    #expect(coverage.sources.map(\.citations) == [4, 1, 0])
    #expect(coverage.sources.map(\.events) == [3, 1, 0])
    #expect(coverage.sources.map(\.paragraphsCited) == [2, 1, 0])
    #expect(coverage.sources.map(\.paragraphs) == [4, 2, nil])
  }

  @Test func `finds what rests on one source, on none, and what no source dates`() {
    #expect(ids(coverage.single) == ["one", "misdated"])
    #expect(ids(coverage.uncited) == ["none"])
    #expect(ids(coverage.undated) == ["one", "misdated"])
  }

  @Test func `ranks events by their citations, then by time`() {
    #expect(ids(coverage.mostCited(5).first) == ["two", "one", "misdated"])
    #expect(ids(coverage.mostCited(2).first) == ["two", "one"])
    #expect(coverage.mostCited(2).count == 3)
    let later = Made.chronology([
      Made.event("few", "2004", citations: [Made.citation("first")]),
      Made.event("many", "2005", citations: [Made.citation("first"), Made.citation("first", paragraph: 2)]),
    ])
    #expect(Coverage(of: later).mostCited(1).first == [1])
  }
}
