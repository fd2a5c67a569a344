internal import Explorer
internal import Testing
internal import Timeline

@Suite struct UndoingTests {
  private static func reader(_ commands: Command...) -> State {
    var state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))
    for command in commands { _ = state.apply(command) }
    state.finishWork()
    return state
  }

  private static func undone(_ state: State, _ times: Int = 1) -> State {
    var state = state
    for _ in 0..<times { _ = state.apply(.undo) }
    return state
  }

  @Test func `undoes filters one after another, with the event that was selected`() {
    let state = Self.reader(.go("1912"), .find("bridge"), .find("agency:works"), .clear)
    #expect(Self.undone(state).filter.text == "agency:works")
    #expect(Self.undone(state, 2).filter.text == "bridge")
    #expect(Self.undone(state, 3).filter.text == "")
    #expect(Self.undone(state, 3).selection == "closed")
    #expect(Self.undone(state, 4).selection == "opened")
    #expect(Self.undone(state, 5).message?.text == "There is nothing to undo.")
  }

  @Test(
    arguments: [
      [.open], [.open, .back], [.view(.sources), .choose(1)], [.view(.lanes)], [.item(3)], [.move(.last)],
    ] as [[Command]])
  func `undoes the way to another place`(commands: [Command]) {
    var before = Self.reader(.move(.next))
    for command in commands.dropLast() { _ = before.apply(command) }
    var after = before
    _ = after.apply(commands[commands.count - 1])
    let undone = Self.undone(after)
    #expect(undone.views.map(\.subject) == before.views.map(\.subject))
    #expect(undone.views.map(\.cursor) == before.views.map(\.cursor))
    #expect(undone.selection == before.selection)
  }

  @Test func `steps, marks and what went wrong are not to be undone`() {
    var state = Self.reader(.find("bridge"))
    for command in [Command.move(.next), .match(forward: true), .find("agncy:x"), .whereAmI, .open, .back] {
      _ = state.apply(command)
    }
    #expect(Self.undone(state, 3).filter.text == "")
  }

  @Test func `a line typed letter by letter is one step, and one abandoned is none`() {
    var state = Self.reader(.move(.next), .prompt(.find))
    for letter in "toll" { _ = state.apply(.edit(.insert(String(letter)))) }
    var abandoned = state
    _ = abandoned.apply(.cancel)
    #expect(abandoned.selection == "survey" && abandoned.filter.text == "")
    #expect(Self.undone(abandoned).message?.text == "There is nothing to undo.")

    _ = state.apply(.submit)
    #expect(state.filter.text == "toll")
    #expect(Self.undone(state).filter.text == "")
    #expect(Self.undone(state).selection == "survey")
  }

  @Test func `what is undone is made anew for the size of now`() {
    var state = Self.reader(.open, .back)
    _ = state.apply(.resize(Size(rows: 24, columns: 40)))
    _ = state.apply(.undo)
    #expect(
      state.view.layout.lines.allSatisfy { line in
        line.spans.reduce(0) { $0 + CellWidth.of($1.text) } <= 40
      })
  }
}
