internal import Explorer
internal import Testing
internal import Timeline

@Suite struct EventPageTests {
  @Test func `tells all that is known of an event, its sources first among the numbers`() {
    let page = PageFixture.page(.event("letter"))
    #expect(page.title == "Ada Reed writes of cracks")
    #expect(page.status == "letter, disputed")
    #expect(
      page.lines == [
        "March 1989 (derived) A year before the closing.",
        "public record: 14 March 1989  Minutes of the borough",
        "She asks for an inspection.",
        "Disputed. The sources disagree. The post of the time is nearer than memory.",
        "",
        "Sources",
        "News of the ford, ¶2  states it and the date  The engineer wrote about the cracks.",
        "What I remember, ¶1  implies it; another date: October 1989  The letter came in autumn.",
        "Minutes of the borough  public record: states it; states the date: 14 March 1989  Her letter is read out.",
        "",
        "Linked events",
        "answered by: Inspectors look at the bridge, c. 1989",
        "followed by: The bridge is closed, 2 Mar 1990",
        "",
        "Known to",
        "Elm Ford Borough: March 1989, written to",
        "",
        "Agencies",
        "Elm Ford Borough",
        "",
        "People",
        "Ada Reed  Engineer",
        "",
        "Id letter",
      ])
    #expect(
      page.targets == [
        .source("news", paragraph: 2), .source("memory", paragraph: 1), .source("minutes", paragraph: nil),
        .event("visit"), .event("closing"), .agency("borough"), .person("ada"),
      ])
  }

  @Test func `speaks in whole sentences`() {
    #expect(
      PageFixture.page(.event("letter")).speech == [
        "Date: March 1989, derived. A year before the closing.",
        "Public record: 14 March 1989. Minutes of the borough.",
        "She asks for an inspection.",
        "Disputed. The sources disagree. The post of the time is nearer than memory.",
        "3 citations.",
        "News of the ford. Paragraph 2. States it and the date. The engineer wrote about the cracks.",
        "What I remember. Paragraph 1. Implies it; another date: October 1989. The letter came in autumn.",
        "Minutes of the borough. A public record. States it; states the date: 14 March 1989."
          + " Her letter is read out.",
        "2 linked events.",
        "Answered by: Inspectors look at the bridge. About 1989.",
        "Followed by: The bridge is closed. 2 March 1990.",
        "Who came to know of it: 1.",
        "Known to Elm Ford Borough: March 1989, written to.",
        "1 agency.",
        "Elm Ford Borough. Local authority.",
        "1 person.",
        "Ada Reed. Engineer.",
        "Its id is letter.",
      ])
  }

  @Test func `has no numbers before its rows for a screen reader`() {
    let page = PageFixture.page(.event("letter"), isScreenReader: true)
    #expect(page.rows.allSatisfy { $0.label.allSatisfy { !$0.isNumber } })
    #expect(page.targets == PageFixture.page(.event("letter")).targets)
  }

  @Test func `says in the pane the same with the same numbers, agencies and people on one line`() {
    let chronology = PageFixture.bridge
    let position = chronology.position(of: "letter") ?? 0
    let pane = EventPage.pane(
      position, in: chronology, context: PageContext(shown: EventSet(all: chronology.count)))
    #expect(
      pane.lines == [
        "March 1989 (derived)  letter",
        "Elm Ford Borough; Ada Reed",
        "public record: 14 March 1989  Minutes of the borough",
        "She asks for an inspection.",
        "Disputed. The sources disagree. The post of the time is nearer than memory.",
        "A year before the closing.",
        "1 News of the ford, ¶2  states it and the date",
        "2 What I remember, ¶1  implies it; another date: October 1989",
        "3 Minutes of the borough  public record: states it; states the date: 14 March 1989",
        "4 answered by: Inspectors look at the bridge, c. 1989",
        "5 followed by: The bridge is closed, 2 Mar 1990",
        "Known to Elm Ford Borough: March 1989, written to",
      ])
    let full = PageFixture.page(.event("letter"))
    for number in 1...5 { #expect(pane.choice(number) == full.choice(number)) }
  }

  @Test func `marks the words that were searched for`() throws {
    let chronology = PageFixture.bridge
    let context = PageContext(
      shown: EventSet(all: chronology.count), query: try Query("inspection", in: chronology))
    let page = Page.of(.event("letter"), in: chronology, context: context)
    let marked = page.rows.flatMap(\.spans).filter { $0.style.tone == .match }.map(\.text)
    #expect(marked == ["inspection"])
  }

  @Test func `says what it does not find`() {
    let page = PageFixture.page(.event("nowhere"))
    #expect(page.title == "No such event")
    #expect(page.speech.count == 1)
    #expect(page.targets.isEmpty)
  }

  @Test func `names a linked event and a source that the chronology does not have without leading there`() throws {
    let chronology = PageFixture.load(
      """
      {"title": "T", "agencies": [], "people": [], "sources": [], "events": [
       {"id": "a", "date": "1990", "dating": {"basis": "stated"}, "kind": "k", "title": "A", "summary": "",
        "agencies": ["gone"], "people": ["gone"], "links": [{"to": "gone", "relation": "answers"}],
        "citations": [{"source": "gone", "paragraph": 1, "fact": "states", "date": "states"}]}]}
      """)
    try #require(chronology.count == 1)
    #expect(PageFixture.page(.event("a"), in: chronology).targets.isEmpty)
  }
}
