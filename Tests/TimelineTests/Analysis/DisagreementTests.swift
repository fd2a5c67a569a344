import EDTF
internal import Testing
internal import Timeline

struct DisagreementTests {
  @Test(arguments: [
    // A passage that gives no date, the same one, a wider or a narrower one, can be true as well.
    ("2004", [nil, "2004"], false),
    ("2004-02", ["2004", "2000/2009", "2004-02-03"], false),
    // One that excludes the event's date cannot.
    ("2004", ["2005"], true),
    ("2004-02", ["2004-03"], true),
    // Two dates that the event's own wide date allows but that exclude each other.
    ("2008", ["2008-03", "2008-10"], true),
    // Open and unknown ends exclude nothing on their side.
    ("2004", ["2003/.."], false),
    ("2004", ["../2003"], true),
    ("/", ["2003", "2003-05"], false),
    // "About" does not widen a date.
    ("2000", ["2001~"], true),
  ]) func `dates that cannot both be true are in dispute`(date: String, gives: [String?], isDisputed: Bool) {
    let event = Made.event("e", date, citations: gives.map { Made.citation("first", date: .states, gives: $0) })
    #expect(Made.chronology([event]).isDisputed(event) == isDisputed)
    #expect((Disagreement(at: 0, in: Made.chronology([event])) != nil) == isDisputed)
  }

  @Test func `each side holds its date and its citations, the adopted one first`() throws {
    let event = Made.event(
      "e", "2000",
      citations: [
        Made.citation("second", date: .states, gives: "2005"), Made.citation("first", date: .states),
        Made.citation("second", date: .implies), Made.citation("first"),
        Made.citation("first", date: .implies, gives: "2005"), Made.citation("first", date: .contradicts),
      ], reading: "Two passages agree.")
    let disagreement = try #require(Disagreement(at: 0, in: Made.chronology([event])))
    #expect(disagreement.reading == "Two passages agree.")
    #expect(disagreement.disputes.map(\.question) == [.date])
    let sides = disagreement.disputes[0].sides
    #expect(sides.map { $0.date?.description } == ["2000", "2005", nil])
    #expect(sides.map(\.citations) == [[2, 3], [1, 5], [6]])
    #expect(sides.map(\.isAdopted) == [true, false, false])
    #expect(sides.map(\.denies) == [false, false, true])
  }

  @Test func `a contradicted fact has a side that bears it out and one that denies it`() throws {
    let event = Made.event(
      "e", "2000",
      citations: [
        Made.citation("first"), Made.citation("second", fact: .contradicts), Made.citation("second", fact: .implies),
        Made.citation("first", fact: .silent),
      ])
    let disagreement = try #require(Disagreement(at: 0, in: Made.chronology([event])))
    #expect(disagreement.disputes.map(\.question) == [.fact])
    #expect(disagreement.disputes[0].sides.map(\.citations) == [[1, 3], [2]])
    #expect(disagreement.disputes[0].sides.map(\.denies) == [false, true])
  }

  @Test(arguments: [
    // A year inside a wide date is no disagreement, even if the passage is said to contradict the date.
    [Made.citation("first", date: .implies, gives: "2005")],
    [Made.citation("first", date: .contradicts, gives: "2005")],
    // A record is kept apart: its date is compared with the event's, not with a post's.
    [
      Made.citation("first", date: .implies, gives: "2005"),
      Made.citation("gazette", paragraph: nil, date: .states, gives: "2003-01-28"),
    ],
  ]) func `a wide date does not disagree with a year inside it`(citations: [Citation]) {
    let event = Made.event("e", "[2000..2009]", citations: citations)
    #expect(Disagreement(at: 0, in: Made.chronology([event])) == nil)
  }

  @Test func `a record that refines a disputed date is kept apart`() throws {
    let event = Made.event(
      "e", "2000/2009",
      citations: [
        Made.citation("first", date: .implies, gives: "2011"),
        Made.citation("gazette", paragraph: nil, date: .states, gives: "2003-01-28"),
      ])
    let disagreement = try #require(Disagreement(at: 0, in: Made.chronology([event])))
    #expect(disagreement.records == [2])
    #expect(disagreement.disputes[0].sides.map(\.citations) == [[], [1]])
  }

  @Test func `a record that excludes the event's own date is a side`() throws {
    let event = Made.event(
      "e", "2000",
      citations: [
        Made.citation("first", date: .states),
        Made.citation("gazette", paragraph: nil, date: .states, gives: "2003-01-28"),
      ])
    let disagreement = try #require(Disagreement(at: 0, in: Made.chronology([event])))
    #expect(disagreement.records == [])
    #expect(disagreement.disputes[0].sides.map(\.citations) == [[1], [2]])
  }

  @Test func `lists the events in dispute in time order, and those that contradict them`() {
    let against = Made.citation("second", fact: .contradicts)
    let chronology = Made.chronology([
      Made.event("denial", "2005", links: [Link(to: "reply", relation: "contradicts")]),
      Made.event("later", "2006", citations: [against]),
      Made.event("reply", "2004", citations: [against]),
      Made.event("plain", "2003", citations: [Made.citation("first")]),
    ])
    let all = Disagreement.all(in: chronology)
    #expect(all.map(\.event.id) == ["reply", "later"])
  }
}
