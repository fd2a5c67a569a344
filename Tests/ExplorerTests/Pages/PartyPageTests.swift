internal import Explorer
internal import Testing
internal import Timeline

@Suite struct PartyPageTests {
  @Test func `tells what an agency did, who it was, and with whom it acted`() {
    let page = PageFixture.page(.agency("borough"))
    #expect(page.title == "Elm Ford Borough" && page.status == "2 events")
    #expect(
      page.speech == [
        "About 1989. Inspectors look at the bridge. Disputed. Bridge Inspectors.",
        "March 1989. Ada Reed writes of cracks. Disputed. Elm Ford Borough.",
        "Show these 2 in the list.",
        "Local authority.",
        "Also called Borough and the council.",
        "It became Elm County.",
        "Who else was involved: 3.",
        "Ada Reed, 2 events.",
        "Bridge Inspectors, 1 event.",
        "Ben Holt, 1 event.",
      ])
  }

  @Test func `leads from an agency to the one before it`() {
    #expect(PageFixture.page(.agency("county")).targets.contains(.agency("borough")))
  }

  @Test func `tells who a person was`() {
    let page = PageFixture.page(.person("ada"))
    #expect(page.speech.contains("Engineer.") && page.speech.contains("Also called Miss Reed."))
    #expect(page.targets.contains(.agency("inspectors")))
  }

  @Test func `lists two hundred events and leads to all of them`() {
    let page = PageFixture.page(.agency("office"), in: PageFixture.long(250))
    #expect(page.rows[200].text == "50 more events: list them all")
    #expect(page.rows[200].target == .query("agency:office"))
    #expect(PageFixture.page(.person("clerk"), in: PageFixture.long(250)).rows[200].target == .query("person:clerk"))
    let events = page.targets.filter { if case .event = $0.subject { true } else { false } }
    #expect(events.count == 200)
  }
}

@Suite struct AgenciesPageTests {
  @Test func `counts the events of each agency, most first`() {
    let page = PageFixture.page(.agencies)
    #expect(
      page.lines == [
        "  Elm Ford Borough      2 events   1989", "  Elm County             1 event   1990",
        "  Bridge Inspectors      1 event   1989",
      ])
    #expect(page.targets == [.query("agency:borough"), .query("agency:county"), .query("agency:inspectors")])
    #expect(page.rows.map(\.key) == ["borough", "county", "inspectors"])
    #expect(page.speech.first == "Elm Ford Borough. 2 events, 1989.")
  }

  @Test func `counts only the events that are shown`() throws {
    let closing = try #require(PageFixture.bridge.position(of: "closing"))
    let page = PageFixture.page(.agencies, shown: EventSet([closing]))
    #expect(
      page.speech == [
        "Elm County. 1 event, 1990.", "Elm Ford Borough. No events.", "Bridge Inspectors. No events.",
      ])
  }

  @Test func `says which are chosen, with a sign and in words`() {
    let page = PageFixture.page(.agencies, marked: ["county"])
    #expect(page.rows.map(\.label) == ["", "x", ""])
    #expect(page.speech[1] == "Elm County, chosen. 1 event, 1990.")
  }

  @Test(arguments: [("elm", 2), ("COUNCIL", 1), ("Bridge I", 1), ("", 3)])
  func `narrows by letters of any name, whatever their case`(letters: String, count: Int) {
    #expect(PageFixture.page(.agencies, narrowing: letters).targets.count == count)
  }

  @Test func `says so when no name fits`() {
    #expect(PageFixture.page(.agencies, narrowing: "zzz").speech == ["No agency has zzz in its name."])
  }

  @Test func `lists people with their roles`() {
    #expect(
      PageFixture.page(.people).speech == ["Ada Reed. Engineer. 2 events, 1989.", "Ben Holt. 1 event, 1989."])
  }
}
