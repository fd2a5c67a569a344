internal import Explorer
internal import Testing
internal import Timeline

@Suite struct StateNeighbourTests {
  private func reader(_ commands: [Command], size: Size = Size(rows: 24, columns: 80)) -> State {
    var state = State(SmallChronology.chronology, size: size)
    for command in commands { _ = state.apply(command) }
    return state
  }

  // In time the bridge is opened, then come the survey of about 1909, the crack of March and the reply of May.
  @Test(
    arguments: [
      ([Command.openEvent("opened"), .neighbour(forward: true)], "survey"),
      ([.openEvent("opened"), .neighbour(forward: true), .neighbour(forward: true)], "crack"),
      ([.openEvent("crack"), .neighbour(forward: false)], "survey"),
      ([.openEvent("opened"), .neighbour(forward: false)], "opened"),
      ([.openEvent("plaque"), .neighbour(forward: true)], "plaque"),
      ([.openEvent("crack"), .choose(1), .back, .neighbour(forward: true)], "reply"),
    ] as [([Command], String)])
  func `goes from an event's page to its neighbour's`(commands: [Command], event: String) {
    let state = reader(commands)
    #expect(state.view.subject == .event(event))
    #expect(state.views.count == 2)
  }

  @Test func `the list goes with it, and is where one comes back to`() {
    let state = reader([.open, .neighbour(forward: true), .neighbour(forward: true), .back])
    #expect(state.isInList)
    #expect(state.selection == "crack")
    #expect(state.view.cursor == 2)
  }

  @Test func `keeps to the events shown, also from one that is not among them`() {
    // The Canal Company's events: the crack, the toll and one more; the reply between the first two is not its own.
    let state = reader([.find("agency:canal"), .openEvent("reply"), .neighbour(forward: false)])
    #expect(state.view.subject == .event("crack"))
    let next = reader([.find("agency:canal"), .openEvent("reply"), .neighbour(forward: true)])
    #expect(next.view.subject == .event("toll"))
  }

  @Test func `at the end it says so and stays`() {
    let state = reader([.openEvent("plaque"), .neighbour(forward: true)])
    #expect(state.message?.text == "This is the last event.")
  }

  @Test func `in the list it is a move, elsewhere it asks for an event`() {
    #expect(reader([.neighbour(forward: true)]).selection == "survey")
    let state = reader([.view(.sources), .neighbour(forward: true)])
    #expect(state.view.subject == .sources)
    #expect(state.message?.text.contains("Open an event first") == true)
  }

  @Test func `is told as a page is: its title first`() {
    var state = State(
      SmallChronology.chronology, size: Size(rows: 10, columns: 80), preferences: Preferences(isText: true))
    _ = state.apply(.open)
    let before = state
    _ = state.apply(.neighbour(forward: true))
    let lines = Narrator.narrate(before, .neighbour(forward: true), state)
    #expect(lines.first?.hasPrefix("A survey is put off.") == true)
  }
}
