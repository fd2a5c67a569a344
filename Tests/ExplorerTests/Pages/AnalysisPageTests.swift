import EDTF
internal import Explorer
internal import Testing
internal import Timeline

@Suite struct AnalysisPageTests {
  @Test func `sets the sides of a disagreement against each other, the adopted one first`() {
    let page = PageFixture.page(.disagreements, isScreenReader: true)
    #expect(page.status == "2 disputed events")
    #expect(
      page.speech == [
        "Inspectors look at the bridge: did it happen so? About 1989.",
        "Adopted. No passage says so.",
        "Against it. News of the ford. Paragraph 3. Contradicts it; gives no date. Nobody answered her.",
        "Ada Reed writes of cracks: when? Adopted: March 1989.",
        "Adopted: March 1989. News of the ford. Paragraph 2. States it and the date."
          + " The engineer wrote about the cracks.",
        "Against it: October 1989. What I remember. Paragraph 1. Implies it; another date: October 1989."
          + " The letter came in autumn.",
        "Public record. Minutes of the borough. A public record. States it; states the date: 14 March 1989."
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
        "Elm Ford Borough: 1 event known, 1 more that may have been known.",
        "March 1989. Ada Reed writes of cracks. Disputed. Written to, March 1989.",
        "May have been known as well: 1.",
        "About 1989. Inspectors look at the bridge. Disputed.",
        "Elm County: 2 events that may have been known.",
        "About 1989. Inspectors look at the bridge. Disputed. Taken over from Elm Ford Borough, about 1989.",
        "March 1989. Ada Reed writes of cracks. Disputed. Taken over from Elm Ford Borough, March 1989.",
        "Bridge Inspectors: 1 event that may have been known.",
        "About 1989. Inspectors look at the bridge. Disputed.",
        "Nothing is known to have reached the public by then.",
        "An agency knows of what concerns it when it happens; the public knows what a post reports from the post's date;"
          + " for anything else a source must say who was told.",
      ])
  }

  @Test func `sets rival dates and what is said for each side by side, before who says so`() {
    let lines = PageFixture.page(.disagreements).lines
    let first = lines.firstIndex { $0.hasPrefix("Ada Reed writes of cracks: when?") } ?? 0
    #expect(
      lines[(first + 1)...].prefix(4) == [
        "March 1989  adopted  October 1989  against it",
        "States it and the date  Implies it; another date: October 1989",
        "News of the ford, ¶2  states it and the date",
        "What I remember, ¶1  implies it; another date: October 1989",
      ])
  }

  @Test func `says in columns what was known: when, what, from whom, and the paragraph`() throws {
    let page = PageFixture.page(.known(on: try EDTFDate("1989-06"), agency: "borough"))
    #expect(page.lines.prefix(3).last == "Mar 1989  Ada Reed writes of cracks  disputed  written to  ¶2")
    #expect(page.rows[2].cells.map(\.width) == [19, nil, 18, 4])
  }

  @Test(
    arguments: [
      ("borough", "own account", "By its own account alone"), ("ada", "says Ada Reed", "According to Ada Reed alone"),
    ] as [(String, String, String)])
  func `says whose account alone it rests on that an agency knew`(speaker: String, seen: String, said: String) throws {
    let chronology = PageFixture.load(
      """
      {"title": "The bridge at Elm Ford", "agencies": [{"id": "borough", "name": "Elm Ford Borough"}],
       "people": [{"id": "ada", "name": "Ada Reed"}],
       "sources": [{"id": "news", "kind": "post", "title": "News of the ford",
        "sha256": "\(String(repeating: "0a", count: 32))", "paragraphs": 1}],
       "events": [{"id": "visit", "date": "1989", "dating": {"basis": "stated"}, "kind": "inspection",
        "title": "Inspectors look at the bridge", "summary": "", "agencies": ["borough"], "people": [], "links": [],
        "citations": [
         {"source": "news", "paragraph": 1, "fact": "states", "date": "states", "speaker": "\(speaker)"}]}]}
      """)
    let page = PageFixture.page(.known(on: try EDTFDate("1989"), agency: "borough"), in: chronology)
    #expect(page.lines.contains("1989  Inspectors look at the bridge  \(seen)  ¶1"))
    #expect(page.speech.contains("1989. Inspectors look at the bridge. \(said)."))
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
        "11 to 13 months without an event; 1 event may fall in it.",
        "After: March 1989. Ada Reed writes of cracks. Disputed. Elm Ford Borough.",
        "Until: 2 March 1990. The bridge is closed. Elm County.",
        "Warnings and letters, and what answered them: 1, 1 with a disputed answer.",
        "March 1989. Ada Reed writes of cracks. Disputed. Elm Ford Borough.",
        "Answered, disputed, at most 10 months later: About 1989. Inspectors look at the bridge."
          + " Disputed. Bridge Inspectors.",
      ])
  }

  @Test func `tells an answer by another from an answer of those who were asked`() {
    let chronology = PageFixture.load(
      #"""
      {"title": "T", "people": [],
       "agencies": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}, {"id": "west", "name": "West"}],
       "sources": [{"id": "s", "kind": "post", "title": "S",
        "sha256": "\#(String(repeating: "0a", count: 32))", "paragraphs": 1}],
       "events": [
        {"id": "letter", "date": "2004-02", "dating": {"basis": "stated"}, "kind": "letter", "title": "A letter",
         "summary": "", "agencies": ["north", "south"], "people": [], "links": [], "citations": []},
        {"id": "reply", "date": "2004-03", "dating": {"basis": "stated"}, "kind": "reply", "title": "A reply",
         "summary": "", "agencies": ["south"], "people": [], "links": [{"to": "letter", "relation": "answers"}],
         "citations": []}]}
      """#)
    func answers(_ agency: String?) -> [String] {
      Array(PageFixture.page(.gaps(agency: agency), in: chronology).speech.drop { !$0.hasPrefix("Warnings") })
    }
    // 29 February 2004 to 1 March is a day; 1 February to 31 March is 59.
    let letter = ["February 2004. A letter. North.", "It concerns North and South."]
    #expect(
      answers("north") == [
        "Warnings and letters, and what answered them: 1, 1 answered by another alone.", letter[0], letter[1],
        "Answered by another, 1 to 59 days later: March 2004. A reply. South.",
      ])
    #expect(
      answers("south") == [
        "Warnings and letters, and what answered them: 1, 1 answered.", letter[0], letter[1],
        "Answered, 1 to 59 days later: March 2004. A reply. South.",
      ])
    #expect(
      answers("west") == [
        "Warnings and letters, and what answered them: none.",
        "The chronology has no warning or letter to West.",
      ])
  }

  @Test func `counts what the chronology rests on`() {
    let speech = PageFixture.page(.coverage).speech
    #expect(speech.first == "3 events with 5 citations of 3 sources.")
    #expect(speech.contains("News of the ford. 2 events, 2 citations, 2 of 3 paragraphs cited."))
    #expect(speech.contains("Events that rest on one post: 1."))
    #expect(speech.contains("Events whose date no post states: 2."))
    #expect(speech.contains("Events that rest on no post: 1."))
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
