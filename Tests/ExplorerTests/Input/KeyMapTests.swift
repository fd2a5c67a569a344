import Explorer
import Testing

@Suite struct KeyMapTests {
  private static func state(after commands: Command..., isScreenReader: Bool = false) -> State {
    var state = State(
      SmallChronology.chronology, size: Size(rows: 24, columns: 80),
      preferences: Preferences(isScreenReader: isScreenReader))
    for command in commands { _ = state.apply(command) }
    return state
  }

  @Test(
    arguments: [
      (Key.down, Command.move(.next)), (.character(" "), .move(.pageDown)), (.enter, .open), (.escape, .back),
      (.character("1"), .choose(1)), (.character("9"), .choose(9)), (.character("/"), .prompt(.find)),
      (.character("d"), .prompt(.go)), (.character(":"), .prompt(.command)), (.character("S"), .gaps("")),
      (.character("a"), .view(.agencies)), (.control("c"), .quitAll), (.character("?"), .help("")),
    ] as [(Key, Command)])
  func `a key does in the list what its entry says`(key: Key, command: Command) {
    #expect(KeyMap.command(for: key, in: Self.state()) == command)
  }

  @Test(arguments: [Key.unknown, .insert, .function(9), .character("0"), .character("é"), .alt("x"), .paste("q")])
  func `a key without an entry does nothing`(key: Key) {
    #expect(KeyMap.command(for: key, in: Self.state()) == nil)
  }

  @Test(
    arguments: [
      (Key.right, Command.lanes(.later)), (.character("h"), .lanes(.earlier)), (.character("+"), .zoom(closer: true)),
      (.down, .move(.next)), (.character("q"), .quit),
    ] as [(Key, Command)])
  func `the lanes have keys of their own, and the others besides`(key: Key, command: Command) {
    #expect(KeyMap.command(for: key, in: Self.state(after: .view(.lanes))) == command)
  }

  @Test func `for a screen reader the lanes have the same keys`() {
    let state = Self.state(after: .view(.lanes), isScreenReader: true)
    #expect(KeyMap.command(for: .right, in: state) == .lanes(.later))
    #expect(KeyMap.command(for: .character("-"), in: state) == .zoom(closer: false))
  }

  @Test(arguments: [
    (Key.character("x"), Command.mark), (.character(" "), .mark), (.character("/"), .prompt(.narrow)), (.enter, .open),
  ])
  func `agencies are chosen with keys of their own`(key: Key, command: Command) {
    #expect(KeyMap.command(for: key, in: Self.state(after: .view(.agencies))) == command)
  }

  @Test(
    arguments: [
      (Key.character("q"), Command.edit(.insert("q"))), (.character("1"), .edit(.insert("1"))),
      (.paste("a b"), .edit(.insert("a b"))), (.enter, .submit), (.escape, .cancel), (.control("c"), .cancel),
      (.backspace, .edit(.deleteBackward)), (.control("w"), .edit(.deleteWord)), (.control("a"), .edit(.start)),
      (.up, .edit(.older)), (.tab, .edit(.complete(forward: true))), (.backTab, .edit(.complete(forward: false))),
    ] as [(Key, Command)])
  func `at a prompt keys are letters or edit them`(key: Key, command: Command) {
    #expect(KeyMap.command(for: key, in: Self.state(after: .prompt(.find))) == command)
  }

  @Test(arguments: [nil, .find] as [CommandName?])
  func `a new size is passed on, at a prompt too`(prompt: CommandName?) {
    let size = Size(rows: 5, columns: 20)
    let state = prompt.map { Self.state(after: .prompt($0)) } ?? Self.state()
    #expect(KeyMap.command(for: .resize(size), in: state) == .resize(size))
  }
}
