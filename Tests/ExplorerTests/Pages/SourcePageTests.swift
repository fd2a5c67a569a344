internal import Explorer
internal import Testing
internal import Timeline

@Suite struct SourcePageTests {
  @Test func `shows the outline with the events that rest on each paragraph`() {
    let page = PageFixture.page(.source("news", paragraph: nil))
    #expect(page.title == "News of the ford" && page.status == "3 paragraphs" && page.start == 0)
    #expect(
      page.lines == [
        "     Post, by C. Writer.",
        "     Dated 1 June 1990, stated.",
        "     https://example.org/news",
        "     Its text is not at hand; this is an outline in other words.",
        "     2 events rest on this source; 2 of 3 paragraphs are cited.",
        "",
        "1    The title.",
        "2    The engineer wrote about the cracks.",
        "     Mar 1989  Ada Reed writes of cracks  disputed",
        "3    A neighbour: Nobody answered her.",
        "     c. 1989  Inspectors look at the bridge  disputed",
      ])
    #expect(page.targets == [.event("letter"), .event("visit")])
  }

  @Test func `names the paragraph and who speaks in a comment`() {
    #expect(
      PageFixture.page(.source("news", paragraph: nil)).speech == [
        "Post, by C. Writer.",
        "Dated 1 June 1990, stated.",
        "Link 1: https://example.org/news",
        "Its text is not at hand; this is an outline in other words.",
        "2 events rest on this source; 2 of 3 paragraphs are cited.",
        "Paragraph 1. Heading. The title.",
        "Paragraph 2. The engineer wrote about the cracks.",
        "Event: March 1989. Ada Reed writes of cracks. Disputed. Elm Ford Borough.",
        "Paragraph 3. Comment by A neighbour. Nobody answered her.",
        "Event: About 1989. Inspectors look at the bridge. Disputed. Bridge Inspectors.",
      ])
  }

  @Test func `starts at the paragraph asked for`() {
    let page = PageFixture.page(.source("news", paragraph: 3))
    #expect(page.rows[page.start].label == "3")
    #expect(PageFixture.page(.source("news", paragraph: 99)).start == 0)
  }

  @Test func `lists the events that rest on a record`() {
    let page = PageFixture.page(.source("minutes", paragraph: nil))
    #expect(page.status == "public record")
    #expect(page.targets == [.event("letter")])
    #expect(page.speech.first == "Public record.")
  }

  @Test func `shows the post's own words with the cited passages underlined and numbered`() throws {
    let text = PostText(name: "oak.txt", "The oak fell.\n\nIt fell in May, they say. Nobody saw it.\n")
    let passage = "in May"
    let start = 23
    #expect(text.text(start..<start + 6) == passage)
    let chronology = PageFixture.load(
      """
      {"title": "T", "agencies": [], "people": [],
       "sources": [{"id": "oak", "kind": "post", "title": "The oak", "paragraphs": 2,
        "sha256": "\(text.digest.hexadecimal)", "outline": []}],
       "events": [{"id": "fall", "date": "1990-05", "dating": {"basis": "stated"}, "kind": "fall",
        "title": "The oak falls", "summary": "", "agencies": [], "people": [], "links": [],
        "citations": [{"source": "oak", "paragraph": 2, "range": [\(start), \(start + 6)],
         "digest": "\(Passage(passage).digest)", "fact": "states", "date": "states"}]}]}
      """)
    let evidence = Evidence(of: chronology, in: [text])
    let page = PageFixture.page(.source("oak", paragraph: 2), in: chronology, evidence: evidence)
    #expect(
      page.lines == [
        "     Post.",
        "     Undated.",
        "     Text at hand: oak.txt, the very file that was cited; 1 of 1 citation found in it.",
        "     1 event rests on this source; 1 of 2 paragraphs is cited.",
        "     No event uses paragraph 1.",
        "",
        "1    The oak fell.",
        "2    It fell in May [1], they say. Nobody saw it.",
        "     [1] May 1990  The oak falls",
      ])
    #expect(page.start == 7)
    let underlined = page.rows.flatMap(\.spans).filter(\.style.isUnderlined).map(\.text)
    #expect(underlined == ["in May"])
    #expect(page.rows.last?.speech == "Passage 1: May 1990. The oak falls.")

    let event = PageFixture.page(.event("fall"), in: chronology, evidence: evidence)
    #expect(event.speech.contains("The oak. Paragraph 2. States it and the date. In May."))
  }

  @Test func `leads to the list where too many events rest on a source to read them all`() {
    let chronology = PageFixture.long(5_001)
    let page = PageFixture.page(.source("diary", paragraph: nil), in: chronology)
    #expect(page.targets == [.query("source:diary")])
  }

  @Test func `keeps posts and public records apart`() {
    let page = PageFixture.page(.sources)
    #expect(
      page.lines == [
        "Posts",
        " events  paragraphs",
        "1 Jun 1990  News of the ford        2           3",
        "1991 or later  What I remember        2           2",
        "",
        "Public records",
        " events",
        "3 Apr 1989  Minutes of the borough        1",
      ])
    #expect(
      page.speech == [
        "Posts: 2.", "News of the ford. 1 June 1990. 2 events. 3 paragraphs.",
        "What I remember. 1991 or later. 2 events. 2 paragraphs.", "Public records: 1.",
        "Minutes of the borough. 3 April 1989. 1 event.",
      ])
  }
}
