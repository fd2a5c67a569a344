internal import Explorer
internal import Testing
internal import Timeline

/// What a screen reader relies on: which text changes on a key press, and where the cursor is then.
struct ScreenReaderTests {
  private static func reader(_ commands: Command..., isText: Bool = false) -> State {
    var state = State(
      SmallChronology.chronology, size: Size(rows: 24, columns: 80),
      preferences: Preferences(isScreenReader: !isText, isText: isText))
    for command in commands { _ = state.apply(command) }
    return state
  }

  private static func text(_ canvas: Canvas, row: Int) -> String {
    String(String.UnicodeScalarView(canvas[row: row].map(\.scalar)))
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

  @Test func `the same message again stands back until the keys rest, so that it is heard again`() {
    var state = Self.reader(.move(.last), .move(.next))
    let plan = ScreenPlan(state)
    let said = Self.text(Painter.paint(state), row: plan.message)
    #expect(said.contains("last event"))
    for _ in 0..<2 {
      _ = state.apply(.move(.next))
      #expect(state.isUnsettled)
      let between = Painter.paint(state)
      #expect(!Self.text(between, row: plan.message).contains("last event"))
      #expect(between.cursor.row == plan.message)
      _ = state.apply(.settle)
      #expect(Self.text(Painter.paint(state), row: plan.message) == said)
    }
  }

  @Test func `what is wrong with a line is said again each time that it is entered`() {
    var state = Self.reader(.prompt(.find), .edit(.insert("agncy:x")), .submit)
    let said = Painter.paint(state).text
    _ = state.apply(.submit)
    #expect(Painter.paint(state).text != said)
    _ = state.apply(.settle)
    #expect(Painter.paint(state).text == said)
  }

  @Test(arguments: [.command, .find, .go, .dates, .known] as [CommandName])
  func `a prompt that is left, or entered empty, says so`(name: CommandName) {
    for command in [Command.cancel, .submit] {
      #expect(Self.reader(.prompt(name), command).message?.text == "Cancelled.")
    }
  }

  @Test func `a jump to what is not in view makes it the first row of the window`() {
    for motion in [Motion.pageDown, .last] {
      var state = Self.reader(.resize(Size(rows: 12, columns: 80)), .move(motion))
      #expect(state.view.top == state.view.cursor, "\(motion)")
      _ = state.apply(.move(.first))
      #expect(state.view.top == 0)
    }
    #expect(Self.reader(.lines(5), .go("1912")).view.top == Self.reader(.go("1912")).view.cursor)
  }

  @Test func `windows do not overlap`() {
    var state = Self.reader(.lines(5))
    var tops = [state.view.top]
    for _ in 0..<2 {
      _ = state.apply(.move(.pageDown))
      tops.append(state.view.top)
    }
    #expect(tops == [0, 5, 10])
    _ = state.apply(.move(.pageUp))
    #expect(state.view.top == 5)
    #expect(state.view.cursor == 5)
  }

  @Test func `half a page moves the cursor alone as long as it stays in view`() {
    for isScreenReader in [true, false] {
      var state = State(
        SmallChronology.chronology, size: Size(rows: 24, columns: 80),
        preferences: Preferences(isScreenReader: isScreenReader, rows: 6))
      let before = Painter.paint(state)
      _ = state.apply(.move(.halfDown))
      let after = Painter.paint(state)
      #expect(after.text == before.text)
      #expect(after.cursor.row > before.cursor.row)
    }
  }

  @Test func `back in the list the selected row is the first`() {
    let state = Self.reader(.move(.next), .move(.next), .open, .back)
    #expect(state.view.top == 2)
    let canvas = Painter.paint(state)
    #expect(canvas.cursor.row == ScreenPlan(state).list.rows.lowerBound)
  }

  @Test func `no more rows than the setting says`() {
    let state = Self.reader(.lines(3))
    #expect(ScreenPlan(state).list.height == 3)
    var page = state
    _ = page.apply(.view(.sources))
    #expect(ScreenPlan(page).pageHeight == 3)
    _ = page.apply(.lines(0))
    #expect(ScreenPlan(page).pageHeight > 3)
  }

  @Test func `a message stands under the title, before what it is about`() {
    let state = Self.reader(.find("bridge"))
    let plan = ScreenPlan(state)
    #expect(plan.message == 1)
    #expect(plan.list.rows.lowerBound > plan.message)
    #expect(Self.text(Painter.paint(state), row: 1).contains("events"))
  }

  @Test func `a page is shown in the words that are said`() {
    for subject in [Subject.event(SmallChronology.chronology.id(at: 1)), .sources, .disagreements, .coverage, .lanes] {
      let state = Self.reader(subject == .lanes ? .view(.lanes) : .view(subject))
      for row in state.view.page.rows where row.role != .blank {
        #expect(row.label.isEmpty && !row.text.contains("¶") && !row.text.contains("  "), "\(row.text)")
      }
    }
  }

  @Test func `a move goes from entry to entry, each on a line of its own`() {
    var state = Self.reader(.resize(Size(rows: 24, columns: 40)), .view(.sources))
    var rows: [Int] = []
    for _ in 0..<3 {
      rows.append(state.view.layout.row(ofLine: state.view.cursor))
      _ = state.apply(.move(.next))
    }
    let choices = state.view.page.choices
    #expect(choices.count > 1)
    #expect(rows == (0..<3).map { choices[min($0, choices.count - 1)] })
  }

  @Test func `the cursor, what is said and what is shown of the lanes agree`() throws {
    var state = Self.reader(.view(.lanes))
    for command in [Command.move(.next), .lanes(.later), .lanes(.earlier), .move(.previous), .zoom(closer: true)] {
      _ = state.apply(command)
      let lanes = try #require(state.view.lanes)
      let agency = lanes.model.lanes[lanes.lane].agency.name
      let title = try state.chronology.event(at: #require(lanes.event)).title
      let row = try #require(state.view.row)
      #expect(state.view.layout.row(ofLine: state.view.cursor) == lanes.lane)
      #expect(row.text.hasPrefix(agency) && row.text.contains(title), "\(row.text)")
      var asked = state
      _ = asked.apply(.whereAmI)
      #expect(asked.message?.text.contains(agency) == true && asked.message?.text.contains(title) == true)
    }
    #expect(state.message?.text.contains("placed in") == true)
    _ = state.apply(.open)
    #expect(state.view.page.title == state.chronology.event(at: try #require(state.views[1].lanes?.event)).title)
  }

  @Test(
    arguments: [
      ([Command.theme("nonsense")], true), ([.lines(7)], true), ([.move(.previous)], true), ([.go("1910")], false),
      ([.find("pier"), .clear], false), ([.theme("nonsense"), .move(.next)], false),
    ] as [([Command], Bool)])
  func `without a screen reader the cursor visits a message that has not moved it`(steps: [Command], isVisited: Bool) {
    var state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))
    for step in steps { _ = state.apply(step) }
    let plan = ScreenPlan(state)
    #expect(state.message != nil)
    #expect((Painter.paint(state).cursor.row == plan.message) == isVisited)
  }

  @Test func `keys for links without numbers say so`() {
    let state = Self.reader(.view(.sources))
    guard case .told(let text, _) = KeyMap.command(for: .character("1"), in: state) else {
      Issue.record("1 follows a link whose number is not said")
      return
    }
    #expect(text.contains("Tab"))
  }

  @Test(arguments: [Command.find("bridge"), .go("1912"), .dates("1912")])
  func `a message tells of the event that the list stands on now`(command: Command) throws {
    let state = Self.reader(command)
    let message = try #require(state.message)
    #expect(message.text.contains(state.event(inRow: state.view.cursor).title))
  }

  @Test func `nothing but the line itself changes while it is typed, and Enter says what is wrong with it`() {
    var state = Self.reader(.prompt(.find))
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
    #expect(Narrator.narrate(before, .quit, after).first?.hasSuffix("Event 1 of 12.") == true)
  }
}
