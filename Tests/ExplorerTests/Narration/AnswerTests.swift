internal import Explorer
internal import Testing
internal import Timeline

/// What text mode says in answer to typed lines.
@Suite struct AnswerTests {
  /// What is said after the last of these lines.
  private func said(after lines: String..., in chronology: Chronology = SmallChronology.chronology) throws -> [String] {
    var state = State(chronology, size: Size(rows: 12, columns: .max), preferences: Preferences(isText: true))
    var said: [String] = []
    for line in lines {
      let before = state
      let command = try CommandParser.command(from: line, in: state)
      _ = state.apply(command)
      said = Narrator.narrate(before, command, state)
    }
    return said
  }

  @Test func `more goes on after what was told: one event, or ten`() throws {
    #expect(try said(after: "more").first == "Events 2 to 11 of 12.")
    #expect(try said(after: "list", "more").first == "Events 11 to 12 of 12.")
    #expect(try said(after: "list", "next", "more").first == "Events 3 to 12 of 12.")
  }

  @Test func `more at the end says so, and repeats nothing`() throws {
    #expect(try said(after: "list", "more", "more") == ["That was the last event."])
    #expect(try said(after: "help open", "more") == ["That was the last line."])
    #expect(try said(after: "list", "less") == ["This is the first event."])
  }

  @Test func `an empty line goes on through a page and then says where one is`() throws {
    let first = try said(after: "help")
    let second = try said(after: "help", "")
    #expect(first.last?.hasSuffix("Type more.") == true)
    #expect(second.count > 1)
    #expect(second != first)
    #expect(try said(after: "help open", "").first?.contains("Line 1 of") == true)
  }

  @Test func `one event alone is no range of events`() throws {
    #expect(try said(after: "find toll", "list").first == "Event 1 of 1.")
  }

  @Test func `a list that begins in the middle tells of those before, and more does not repeat it`() throws {
    #expect(try said(after: "12", "back", "list").first == "Event 12 of 12. 11 before: type first, then list.")
    #expect(try said(after: "next", "more").first == "Events 3 to 12 of 12.")
  }

  @Test func `leaving a page tells where one is again`() throws {
    #expect(try said(after: "sources", "quit").first?.hasSuffix("Event 1 of 12.") == true)
  }

  @Test func `what is for the browser alone says so and changes nothing`() throws {
    for line in ["screen-reader on", "theme dark"] {
      #expect(try said(after: line).first?.contains("for the browser") == true, "\(line)")
    }
    #expect(try said(after: "command") == ["Type the command. Type help for the words."])
  }

  @Test func `a word that is neither on nor off is refused`() {
    #expect(throws: CommandParser.Failure.self) { try said(after: "screen-reader yes") }
  }

  @Test func `a way in the middle of a sentence begins small`() throws {
    #expect(
      try said(after: "about") == ["Type agencies first, then type about for the agency under the cursor."])
  }

  @Test func `counts what only may match in a whole sentence`() throws {
    let line = try #require(try said(after: "dates march 1909").first)
    #expect(line.contains("1 matches only if its uncertain date falls in the range."))
  }

  @Test func `the only event is not all events`() throws {
    let one = Chronology(
      title: "One", agencies: [], people: [], sources: [], events: [SmallChronology.chronology.event(at: 0)])
    #expect(try said(after: "find bridge", "clear", in: one).first == "The only event.")
  }
}
