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
    #expect(responses[1].answers.map(\.after) == ["1 month", "1 month and 10 days"])
  }

  @Test func `looks at the kinds and the agency asked for`() {
    #expect(Reply.all(in: chronology, kinds: ["letter"]).map(\.event) == ["letter"])
    #expect(Reply.all(in: chronology, agency: "north").map(\.event) == ["warning"])
  }
}
