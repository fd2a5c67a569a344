internal import Testing
internal import Timeline

struct SourceUseTests {
  private let chronology = Made.chronology([
    Made.event("late", "2006", citations: [Made.citation("first", paragraph: 2)]),
    Made.event(
      "early", "2004",
      citations: [Made.citation("second"), Made.citation("first", paragraph: 4), Made.citation("first", paragraph: 2)]),
    Made.event("other", "2005", citations: [Made.citation("second")]),
    Made.event("opening", "2008", citations: [Made.citation("first", paragraph: 1)]),
    Made.event("recorded", "2009", citations: [Made.citation("gazette", paragraph: nil)]),
  ])

  private func use(_ id: String) -> SourceUse { SourceUse(of: chronology.source(id)!, in: chronology) }

  @Test func `lists the events in the order of the paragraphs they rest on, then in time order`() {
    let use = use("first")
    #expect(use.uses.map(\.event) == ["opening", "early", "late"])
    #expect(use.uses[1].paragraphs == [2, 4])
    #expect(use.uses[1].citations == [3, 2])
  }

  @Test func `tells which paragraphs no event uses`() {
    let use = use("first")
    #expect(use.used == [1, 2, 4])
    #expect(use.unused == [3])
    #expect(use.paragraphs[1].events.map { chronology.event(at: $0).id } == ["early", "late"])
  }

  @Test func `of the unused paragraphs, headings and furniture say nothing`() {
    let parts: [OutlineLine.Part] = [.heading, .text, .quotation, .comment, .furniture]
    let source = Source(
      id: "post", kind: .post, title: "Post", paragraphs: 6,
      outline: parts.enumerated().map { OutlineLine(paragraph: $0 + 1, gist: "Gist \($0)", part: $1) })
    let use = SourceUse(of: source, in: Made.chronology([], sources: [source]))
    #expect(use.unused == [1, 2, 3, 4, 5, 6])
    #expect(use.unusedText == [2, 3, 4, 6])
    #expect(use.paragraphs[2].outline?.gist == "Gist 2")
  }

  @Test func `a record has no paragraphs, and its events stand in time order`() {
    #expect(use("gazette").uses.map(\.event) == ["recorded"])
    #expect(use("gazette").paragraphs.isEmpty)
  }
}
