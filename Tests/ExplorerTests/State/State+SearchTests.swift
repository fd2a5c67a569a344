internal import Explorer
internal import Testing
internal import Timeline

@Suite struct StateSearchTests {
  /// A reader on an event of the list.
  private func reader(on id: String, isText: Bool = false) throws -> State {
    var state = State(
      SmallChronology.chronology, size: Size(rows: 24, columns: 80), preferences: Preferences(isText: isText))
    for _ in 0..<(try #require(state.chronology.position(of: id))) { _ = state.apply(.move(.next)) }
    #expect(state.selection == id)
    return state
  }

  // "bridge" is in the titles of opened, closed and rebuilt; crack and report only cite a paragraph about it.
  @Test(
    arguments: [
      ("asked", false, "rebuilt"), ("inquiry", false, "rebuilt"), ("reply", false, "closed"),
      // A selected event that matches stays selected, whatever else matches.
      ("crack", false, "crack"), ("report", false, "report"),
      // After the last match, it starts again at the first.
      ("plaque", false, "opened"),
      // Answers that are read out are read in order.
      ("asked", true, "report"),
    ] as [(String, Bool, String)])
  func `a search goes to an event that is what was searched for rather than to one that speaks of it`(
    selected: String, isText: Bool, expected: String
  ) throws {
    var state = try reader(on: selected, isText: isText)
    _ = state.apply(.find("bridge"))
    #expect(state.selection == expected)
  }

  @Test func `while one types the selection follows as after Enter`() throws {
    var state = try reader(on: "asked")
    _ = state.apply(.prompt(.find))
    for letter in "bridge" { _ = state.apply(.edit(.insert(String(letter)))) }
    #expect(state.selection == "rebuilt")
    _ = state.apply(.submit)
    #expect(state.selection == "rebuilt")
  }
}
