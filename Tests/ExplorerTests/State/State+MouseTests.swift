internal import Explorer
internal import Testing
internal import Timeline

@Suite struct StateMouseTests {
  private func reader(_ commands: Command..., size: Size = Size(rows: 24, columns: 80)) -> State {
    var state = State(SmallChronology.chronology, size: size)
    for command in commands { _ = state.apply(command) }
    return state
  }

  /// Presses the mouse where a text appears on the screen.
  private func click(_ text: String, in state: inout State) throws -> [Effect] {
    let lines = Painter.paint(state).text
    let row = try #require(lines.lastIndex { $0.contains(text) }, "\(text)")
    let column = lines[row].distance(
      from: lines[row].startIndex, to: try #require(lines[row].firstRange(of: text)).lowerBound)
    let command = try #require(
      KeyMap.command(for: .mouse(Mouse(.press, at: Point(row: row, column: column))), in: state))
    return state.apply(command)
  }

  @Test func `a click selects, and a second one opens`() throws {
    var state = reader()
    _ = try click("A survey is put off", in: &state)
    #expect(state.isInList)
    #expect(state.selection == "survey")
    _ = try click("survey is put", in: &state)
    // The detail pane names it as well on some screens; either way the event opens.
    #expect(state.view.subject == .event("survey"))
  }

  @Test func `the wheel scrolls three lines on and back`() throws {
    var state = reader()
    _ = state.apply(.mouse(Mouse(.wheelDown, at: Point(row: 5, column: 5))))
    #expect(state.selection == "reply")
    _ = state.apply(.mouse(Mouse(.wheelUp, at: Point(row: 5, column: 5))))
    #expect(state.selection == "opened")
  }

  @Test func `a click on a hint does what its key does`() throws {
    var state = reader()
    _ = try click("search", in: &state)
    #expect(state.prompt?.command == .find)
    var quitting = reader()
    #expect(try click("q quit", in: &quitting) == [.quit(status: 0)])
    var lanes = reader()
    _ = try click("lanes", in: &lanes)
    #expect(lanes.view.subject == .lanes)
  }

  @Test func `nothing happens beside what can be clicked, or while a line is typed`() {
    for place in [Point(row: 0, column: 0), Point(row: 99, column: 999), Point(row: -1, column: -1)] {
      let state = reader(.mouse(Mouse(.press, at: place)))
      #expect(state.isInList)
      #expect(state.selection == "opened")
    }
    let right = reader(.mouse(Mouse(.press, .right, at: Point(row: 5, column: 5))))
    #expect(right.selection == "opened")
    let typing = reader(.prompt(.find), .mouse(Mouse(.press, at: Point(row: 5, column: 5))))
    #expect(typing.prompt != nil)
    #expect(typing.selection == "opened")
  }

  @Test func `clicks and turns anywhere, on any screen, leave a state that can be painted`() {
    for size in [Size(rows: 24, columns: 80), Size(rows: 5, columns: 20), Size(rows: 40, columns: 140)] {
      for view: Command in [.view(.list), .view(.lanes), .view(.agencies), .view(.disagreements), .help("")] {
        for row in 0..<size.rows {
          var state = reader(view, size: size)
          for action in [Mouse.Action.press, .press, .wheelDown, .wheelUp, .release] {
            _ = state.apply(.mouse(Mouse(action, at: Point(row: row, column: row * 3 % size.columns))))
            #expect(Painter.paint(state).size == size)
          }
        }
      }
    }
  }
}
