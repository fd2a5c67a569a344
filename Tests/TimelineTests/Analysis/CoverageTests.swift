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
    // The only passage that states a date states a different one.
    Made.event("misdated", "2007", citations: [Made.citation("first", date: .states, gives: "2001")]),
    // One post supports it; another denies it or says nothing, and there is a record beside them.
    Made.event(
      "denied", "2008",
      citations: [
        Made.citation("first", paragraph: 2), Made.citation("second", fact: .contradicts),
        Made.citation("second", fact: .silent), Made.citation("gazette", paragraph: nil, date: .states),
      ]),
    Made.event("recorded", "2009", citations: [Made.citation("gazette", paragraph: nil, date: .states)]),
  ])
  private let coverage = Coverage(of: chronology)

  private func ids(_ positions: some Sequence<Int>) -> [String] { positions.map { Self.chronology.event(at: $0).id } }

  @Test func `counts citations by event and by source`() {
    #expect((0..<6).map { coverage.citations(at: $0) } == [2, 2, 0, 1, 4, 1])
    #expect(coverage.citations == 10)
    #expect(coverage.sources.map(\.source) == ["first", "second", "gazette"])
    #expect(coverage.sources.map(\.citations) == [5, 3, 2])
    #expect(coverage.sources.map(\.events) == [4, 2, 2])
    #expect(coverage.sources.map(\.paragraphsCited) == [3, 2, 0])
    #expect(coverage.sources.map(\.paragraphs) == [4, 2, nil])
  }

  @Test func `finds what rests on one post, on none, and what no post dates`() {
    #expect(ids(coverage.single) == ["one", "misdated", "denied"])
    #expect(ids(coverage.unsupported) == ["none", "recorded"])
    #expect(ids(coverage.undated) == ["one", "none", "misdated", "denied", "recorded"])
  }

  @Test func `ranks events by their citations, then by time`() {
    #expect(ids(coverage.mostCited(9).first) == ["denied", "two", "one", "misdated", "recorded"])
    #expect(ids(coverage.mostCited(2).first) == ["denied", "two"])
    #expect(coverage.mostCited(2).count == 5)
    let later = Made.chronology([
      Made.event("few", "2004", citations: [Made.citation("first")]),
      Made.event("many", "2005", citations: [Made.citation("first"), Made.citation("first", paragraph: 2)]),
    ])
    #expect(Coverage(of: later).mostCited(1).first == [1])
  }
}
