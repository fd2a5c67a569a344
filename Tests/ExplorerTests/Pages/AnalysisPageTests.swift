import EDTF
internal import Explorer
internal import Testing
internal import Timeline

@Suite struct AnalysisPageTests {
  @Test func `sets the sides of a disagreement against each other, the adopted one first`() {
    let page = PageFixture.page(.disagreements)
    #expect(page.status == "2 disputed events")
    #expect(
      page.speech == [
        "Inspectors look at the bridge: did it happen so? About 1989.",
        "Adopted. No passage says so.",
        "Against it. News of the ford. Paragraph 3. Says otherwise, and is silent on the date. Nobody answered her.",
        "Ada Reed writes of cracks: when? Adopted: March 1989.",
        "Adopted: March 1989. News of the ford. Paragraph 2. Says so, and gives the date."
          + " The engineer wrote about the cracks.",
        "Against it: October 1989. What I remember. Paragraph 1. Implies it, but gives another date: October 1989."
          + " The letter came in autumn.",
        "Public record. Minutes of the borough. A public record. Says so, and gives the date as 14 March 1989."
          + " Her letter is read out.",
        "Why: The post of the time is nearer than memory.",
      ])
    #expect(page.targets.first == .event("visit"))
  }

  @Test func `says what was known on a day, and what may have been`() throws {
    let page = PageFixture.page(.known(on: try EDTFDate("1989-06"), agency: nil))
    #expect(page.title == "Known by 30 June 1989")
    #expect(
      page.speech == [
        "What concerns an agency it knows when it happens; of anything else a source must say who was told.",
        "Elm Ford Borough: 1 event known, 1 more that may have been known.",
        "March 1989. Ada Reed writes of cracks. Written to, March 1989.",
        "May have been known as well: 1.",
        "About 1989. Inspectors look at the bridge.",
        "Elm County: 2 events that may have been known.",
        "About 1989. Inspectors look at the bridge. Taken over from Elm Ford Borough, about 1989.",
        "March 1989. Ada Reed writes of cracks. Taken over from Elm Ford Borough, March 1989.",
        "Bridge Inspectors: 1 event that may have been known.",
        "About 1989. Inspectors look at the bridge.",
        "Nothing is known to have reached the public by then.",
      ])
  }

  @Test func `asks for a day that ends`() throws {
    let page = PageFixture.page(.known(on: try EDTFDate("1989/.."), agency: nil))
    #expect(page.rows.count == 1 && page.targets.isEmpty)
    #expect(PageFixture.page(.known(on: try EDTFDate("1989"), agency: "none")).title == "No such agency")
  }

  @Test func `tells the silences and what answered each letter`() {
    let page = PageFixture.page(.gaps(agency: nil))
    #expect(page.status == "1 silence, 1 warning or letter")
    #expect(
      page.speech == [
        "The longest silences: 1.",
        "Between 11 and 13 months without an event; 1 event may fall in it.",
        "After: March 1989. Elm Ford Borough. Ada Reed writes of cracks. Disputed.",
        "Until: 2 March 1990. Elm County. The bridge is closed.",
        "Warnings and letters, and what answered them: 1, all answered.",
        "March 1989. Elm Ford Borough. Ada Reed writes of cracks. Disputed.",
        "Answered, by a disputed account, after at most 10 months: About 1989. Bridge Inspectors."
          + " Inspectors look at the bridge. Disputed.",
        "By agency: 1.",
        "The silences of Elm Ford Borough.",
      ])
    #expect(page.targets.last == .view(.gaps(agency: "borough")))
  }

  @Test func `counts what the chronology rests on`() {
    let speech = PageFixture.page(.coverage).speech
    #expect(speech.first == "3 events with 5 citations of 3 sources.")
    #expect(speech.contains("News of the ford. 2 events, 2 citations, 2 of 3 paragraphs cited."))
    #expect(speech.contains("Events that rest on one source: 2."))
    #expect(speech.contains("Events whose date no source states: 2."))
    #expect(speech.contains("Events without a source: 0."))
  }

  @Test func `says the lanes in sentences that lead to their agencies`() {
    let page = PageFixture.page(.lanes)
    #expect(page.speech.first == "Elm Ford Borough, 2 events: about 1989, March 1989.")
    #expect(page.targets == [.agency("borough"), .agency("county"), .agency("inspectors")])
  }

  @Test func `lists what is wrong with the data, or that nothing is`() {
    #expect(PageFixture.page(.findings).speech == ["Nothing is wrong with the data."])
    let broken = PageFixture.load(#"{"title": "T", "agencies": [], "people": [], "sources": [], "events": [7]}"#)
    let page = PageFixture.page(.findings, in: broken)
    #expect(broken.findingCount > 0 && page.speech.count == broken.findingCount)
    #expect(page.speech.first?.hasPrefix("Error: ") == true)
  }
}
