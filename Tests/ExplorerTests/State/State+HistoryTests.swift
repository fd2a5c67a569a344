internal import Explorer
internal import Testing
internal import Timeline

@Suite struct StateHistoryTests {
  private var state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))

  private mutating func submit(_ text: String, at prompt: CommandName) -> [Effect] {
    _ = state.apply(.prompt(prompt))
    for character in text { _ = state.apply(.edit(.insert(String(character)))) }
    return state.apply(.submit)
  }

  @Test(
    arguments: [(.find, "survey", "find survey"), (.go, "2007", "go 2007"), (.command, "sources", "sources")]
      as [(CommandName, String, String)])
  func `a line is kept as the command that it makes`(prompt: CommandName, text: String, line: String) {
    var state = self
    #expect(state.submit(text, at: prompt) == [.keep(line: line)])
  }

  @Test func `an empty line is not kept`() {
    var state = self
    #expect(state.submit("  ", at: .go) == [])
  }

  @Test(
    arguments: [
      (.find, ["survey", "letter"]), (.go, ["2007"]), (.command, ["find survey", "go 2007", "/letter", "sources"]),
      (.known, []),
    ] as [(CommandName, [String])])
  func `lines of another day are recalled where they were typed`(prompt: CommandName, expected: [String]) {
    var state = self.state
    state.recall(["find survey", "go 2007", "/letter", "sources"])
    _ = state.apply(.prompt(prompt))
    for line in expected.reversed() {
      _ = state.apply(.edit(.older))
      #expect(state.prompt?.text == line)
    }
    // There is nothing older.
    _ = state.apply(.edit(.older))
    #expect(state.prompt?.text == expected.first ?? "")
  }
}
