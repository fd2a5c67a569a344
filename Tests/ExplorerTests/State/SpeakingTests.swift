internal import Explorer
internal import Testing
internal import Timeline

/// What a screen reader relies on: which text changes with a key, and where the cursor is then.
struct SpeakingTests {
  private static func reader(_ commands: Command..., isText: Bool = false) -> State {
    var state = State(
      SmallChronology.chronology, size: Size(rows: 24, columns: 80),
      preferences: Preferences(isScreenReader: !isText, isText: isText))
    for command in commands { _ = state.apply(command) }
    return state
  }

  @Test func `the move after a message changes no text, and brings the cursor from the message to the row`() {
    var state = Self.reader(.find("bridge or 1912"))
    let before = Painter.paint(state)
    #expect(before.cursor.row == ScreenPlan(state).message)
    _ = state.apply(.move(.next))
    let after = Painter.paint(state)
    #expect(after.text == before.text)
    #expect(ScreenPlan(state).list.rows.contains(after.cursor.row))
    #expect(state.isUnsettled)
    _ = state.apply(.settle)
    #expect(state.message == nil)
    #expect(!state.isUnsettled)
  }

  @Test func `the same message again gives the row its turn`() {
    var state = Self.reader(.move(.last), .move(.next))
    let plan = ScreenPlan(state)
    var rows = [Painter.paint(state).cursor.row]
    for _ in 0..<2 {
      _ = state.apply(.move(.next))
      rows.append(Painter.paint(state).cursor.row)
    }
    #expect(rows == [plan.message, plan.list.rows.lowerBound + 11, plan.message])
  }

  @Test(arguments: [Command.find("bridge"), .go("1912"), .dates("1912")])
  func `a message tells of the event that the list stands on now`(command: Command) throws {
    let state = Self.reader(command)
    let message = try #require(state.message)
    #expect(message.text.contains("Event "))
    #expect(message.text.contains(state.event(inRow: state.view.cursor).title))
  }

  @Test func `nothing but the line itself changes while it is typed, and Enter says what is wrong with it`() {
    var state = Self.reader(.prompt("find"))
    let plan = ScreenPlan(state)
    let before = Painter.paint(state)
    for letter in "agncy:x" {
      _ = state.apply(.edit(.insert(String(letter))))
      let after = Painter.paint(state)
      for row in 0..<24 where row != plan.message { #expect(after[row: row] == before[row: row]) }
    }
    _ = state.apply(.submit)
    #expect(state.prompt?.isWrong == true)
    #expect(Painter.paint(state).text != before.text)
    _ = state.apply(.edit(.deleteToStart))
    _ = state.apply(.edit(.insert("bridge")))
    _ = state.apply(.submit)
    #expect(state.prompt == nil)
    #expect(state.filter.text == "bridge")
  }

  @Test func `the counters of the screen do not wait for the keys in screen-reader mode, where there are none`() {
    #expect(!Self.reader(.move(.next)).isUnsettled)
  }

  @Test func `text mode tells a message once`() {
    #expect(Self.reader(.find("bridge"), .move(.next), isText: true).message?.text.contains("events") != true)
  }

  @Test func `text mode tells where the word quit leads back to`() {
    let before = Self.reader(.open, isText: true)
    var after = before
    _ = after.apply(.quit)
    #expect(Narrator.narrate(before, .quit, after).first?.hasPrefix("Event 1 of 12.") == true)
  }
}
