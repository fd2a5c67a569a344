internal import Testing
internal import Timeline

struct ReplyTests {
  private let chronology = Made.chronology([
    Made.event("warning", "2004", kind: "warning", agencies: ["north"]),
    Made.event(
      "letter", "2007-02-01", kind: "letter", agencies: ["south"], links: [Link(to: "reply", relation: "answered by")]),
    Made.event(
      "reply", "2007-03-01", kind: "reply",
      links: [Link(to: "letter", relation: "answers"), Link(to: "warning", relation: "refers to")]),
    Made.event("statement", "2007-03-11", kind: "statement", links: [Link(to: "letter", relation: "answers")]),
  ])

  @Test func `finds answers by links in either direction, each once, with the time they took`() {
    let responses = Reply.all(in: chronology)
    #expect(responses.map(\.event) == ["warning", "letter"])
    #expect(responses[0].answers.isEmpty)
    #expect(responses[1].answers.map(\.event) == ["reply", "statement"])
    #expect(responses[1].answers.map(\.later) == ["1 month later", "1 month and 10 days later"])
  }

  @Test func `looks at the kinds and the agency asked for`() {
    #expect(Reply.all(in: chronology, kinds: ["letter"]).map(\.event) == ["letter"])
    #expect(Reply.all(in: chronology, agency: "north").map(\.event) == ["warning"])
  }

  @Test func `an answer that is disputed, or another's, is not an answer`() {
    func event(_ id: String, _ agencies: [String], kind: String = "reply", answers: String? = nil) -> Event {
      // A source that denies it makes it disputed.
      Made.event(
        id, "2004", kind: kind, agencies: agencies,
        links: answers.map { [Link(to: $0, relation: "answers")] } ?? [],
        citations: id.hasPrefix("denied") ? [Made.citation("first", fact: .contradicts)] : [])
    }
    let chronology = Made.chronology([
      event("asked-a", ["north", "south"], kind: "letter"), event("asked-b", ["north"], kind: "letter"),
      event("asked-c", ["north"], kind: "letter"), event("asked-d", ["north"], kind: "letter"),
      event("reply-a", ["north"], answers: "asked-a"), event("denied-a", ["south"], answers: "asked-a"),
      event("denied-b", ["north"], answers: "asked-b"), event("reply-b", ["east"], answers: "asked-b"),
      event("reply-c", ["east"], answers: "asked-c"),
    ])
    func tally(_ agency: String?) -> [Int] {
      let asking = Reply.asking(in: chronology, agency: agency)
      let tally = Reply.Tally(asking, by: agency, in: chronology)
      return [tally.answered, tally.disputed, tally.byOthers, tally.open]
    }
    #expect(tally("north") == [1, 1, 1, 1])
    #expect(tally("south") == [0, 1, 0, 0])
    #expect(tally("east") == [0, 0, 0, 0])
    #expect(tally(nil) == [1, 1, 1, 1])
  }
}
