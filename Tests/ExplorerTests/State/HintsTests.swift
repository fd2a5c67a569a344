internal import Explorer
internal import Testing
internal import Timeline

struct HintsTests {
  private static func hints(_ commands: Command...) -> [String] {
    var state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))
    for command in commands { _ = state.apply(command) }
    return Hints.of(state).map { "\($0.key) \($0.word)" }
  }

  @Test func `say first how to get help and out`() {
    #expect(Self.hints().prefix(2) == ["? keys", "q quit"])
    #expect(Self.hints(.open).prefix(2) == ["? keys", "q back"])
    #expect(Self.hints(.view(.lanes)).prefix(2) == ["? keys", "q back"])
  }

  @Test func `name what was known and the disputes before anything that needs a search`() {
    let hints = Self.hints()
    #expect(hints.contains("w known when") && hints.contains("D disputes"))
    #expect(!hints.contains { $0.hasPrefix("n ") })
    #expect(Self.hints(.find("bridge"), .open).contains("n next match"))
  }

  @Test func `name no key that does nothing here`() {
    // A page without links that fits on the screen.
    let page = Self.hints(.view(.findings))
    #expect(!page.contains { $0.contains("open") || $0.contains("follow") || $0.contains("page on") })
    #expect(!Self.hints(.find("zeppelin")).contains { $0.contains("open") })
  }

  @Test func `name the key that clears a filter while there is one`() {
    #expect(!Self.hints().contains("c clear"))
    #expect(Self.hints(.find("bridge")).contains("c clear"))
  }
}
