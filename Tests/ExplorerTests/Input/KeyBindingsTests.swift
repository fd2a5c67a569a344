import Explorer
import Testing

@Suite struct KeyBindingsTests {
  private static func state(_ bindings: [(Key, CommandName?)], after commands: Command...) -> State {
    var preferences = Preferences()
    for (key, command) in bindings { preferences.keys.bind(key, to: command) }
    var state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80), preferences: preferences)
    for command in commands { _ = state.apply(command) }
    return state
  }

  @Test func `a bound key runs its command and no longer what it did`() {
    let state = Self.state([(.character("s"), .known)])
    #expect(KeyMap.command(for: .character("s"), in: state) == .prompt(.known))
    #expect(KeyMap.command(for: .character("w"), in: state) == .prompt(.known), "its own key stays")
  }

  @Test func `a key keeps what it does where its new command has no keys`() {
    let bindings: [(Key, CommandName?)] = [(.character("+"), .next), (.right, .wider)]
    #expect(KeyMap.command(for: .character("+"), in: Self.state(bindings)) == .move(.next))
    #expect(KeyMap.command(for: .character("+"), in: Self.state(bindings, after: .view(.lanes))) == .zoom(closer: true))
    #expect(KeyMap.command(for: .right, in: Self.state(bindings)) == .open)
    #expect(KeyMap.command(for: .right, in: Self.state(bindings, after: .view(.lanes))) == .zoom(closer: false))
  }

  @Test func `a key that is off does nothing anywhere, and nothing offers it`() {
    let state = Self.state([(.character("q"), nil), (.character("Q"), nil)])
    #expect(KeyMap.command(for: .character("q"), in: state) == nil)
    #expect(!Hints.of(state).contains { $0.word == "quit" })
    #expect(state.way(to: .quit) == "Type quit")
  }

  @Test func `a digit can be bound, and others still choose`() {
    let state = Self.state([(.character("1"), .agencies)])
    #expect(KeyMap.command(for: .character("1"), in: state) == .view(.agencies))
    #expect(KeyMap.command(for: .character("2"), in: state) == .choose(2))
  }

  @Test func `help, hints and messages name the keys as they are`() {
    let state = Self.state([(.function(5), .find), (.character("/"), nil)])
    #expect(state.way(to: .find) == "Press F5")
    #expect(Hints.of(state).contains { $0.key == "F5" && $0.word == "search" })
    let help = state.page(of: .help(topic: "find")).rows.map(\.speech).joined(separator: " ")
    #expect(help.contains("F5") && !help.contains(" / "))
  }

  @Test func `the last change of a key counts`() {
    let state = Self.state([(.function(5), .find), (.function(5), .known)])
    #expect(KeyMap.command(for: .function(5), in: state) == .prompt(.known))
    #expect(state.way(to: .find) == "Press /")
  }
}
