internal import Explorer
internal import Testing
internal import Timeline

/// `/` in views other than the list.
@Suite struct FindingOnPageTests {
  private static func reader(_ commands: Command..., isScreenReader: Bool = false) -> State {
    var state = State(
      SmallChronology.chronology, size: Size(rows: 24, columns: 80),
      preferences: Preferences(isScreenReader: isScreenReader))
    for command in commands { _ = state.apply(command) }
    state.finishWork()
    return state
  }

  private static func text(_ state: State) -> String {
    state.view.layout.lines[state.view.cursor].spans.map(\.text).joined()
  }

  @Test(
    arguments: [
      (.list, .find), (.lanes, .find), (.agencies, .narrow), (.sources, .findHere),
      (.source("letter", paragraph: nil), .findHere), (.event("crack"), .findHere),
      (.help(topic: nil), .findHere),
    ] as [(Subject, CommandName)])
  func `the slash asks for what suits the view`(subject: Subject, command: CommandName) {
    let state = Self.reader(.view(subject))
    #expect(KeyMap.command(for: .character("/"), in: state) == .prompt(command))
  }

  @Test func `goes to the first line with the words and from there to the next and back`() {
    var state = Self.reader(.source("minutes"), .findOnPage("crack"))
    let first = state.view.cursor
    #expect(Self.text(state).lowercased().contains("crack"))
    #expect(state.view.subject == .source("minutes", paragraph: nil), "the page stays open")
    #expect(!state.filter.isActive)
    _ = state.apply(.match(forward: true))
    #expect(state.view.cursor > first && Self.text(state).lowercased().contains("crack"))
    _ = state.apply(.match(forward: false))
    #expect(state.view.cursor == first)
    _ = state.apply(.match(forward: false))
    #expect(state.message?.text.hasPrefix("No line before") == true)
  }

  @Test func `all words must stand in a row, and what is written like a condition is words too`() {
    let found = Self.reader(.source("minutes"), .findOnPage("east crack"))
    #expect(Self.text(found).contains("A crack is seen in the east pier"))
    let none = Self.reader(.source("minutes"), .findOnPage("agency:works"))
    #expect(none.message?.text == "No line of this page has “agency:works”.")
    #expect(none.message?.isError == false)
  }

  @Test func `finds as one types, marks what is found, and Esc goes back to where one was`() {
    var state = Self.reader(.source("minutes"), .prompt(.findHere))
    let start = state.view.cursor
    for letter in "nothing" { _ = state.apply(.edit(.insert(String(letter)))) }
    #expect(Self.text(state).contains("Nothing is decided."))
    let canvas = Painter.paint(state)
    let marked = (0..<24).contains { row in canvas[row: row].contains { $0.style.tone == .match } }
    #expect(marked)
    _ = state.apply(.cancel)
    #expect(state.view.cursor == start && state.view.search == nil)
  }

  @Test func `a screen reader hears the line that was found, on Enter`() throws {
    var state = Self.reader(.source("minutes"), .prompt(.findHere), isScreenReader: true)
    let start = state.view.cursor
    for letter in "decided" { _ = state.apply(.edit(.insert(String(letter)))) }
    #expect(state.view.cursor == start)
    _ = state.apply(.submit)
    #expect(try #require(state.message).text.contains("Nothing is decided."))
  }

  // MARK: The lanes

  @Test func `a query leaves the lanes open and shows only what it finds in them`() throws {
    var state = Self.reader(.view(.lanes), .prompt(.find))
    for letter in "kind:inquiry" { _ = state.apply(.edit(.insert(String(letter)))) }
    _ = state.apply(.submit)
    #expect(state.view.subject == .lanes)
    #expect(try #require(state.view.lanes).model.lanes.map(\.agency.id) == ["county", "inquiry"])
    _ = state.apply(.clear)
    #expect(state.view.subject == .lanes)
    #expect(try #require(state.view.lanes).model.lanes.count == 4)
  }

  @Test func `lanes that a query leaves empty say so, and Enter takes what was meant`() {
    var state = Self.reader(.view(.lanes), .find("inquirt"))
    #expect(Painter.paint(state).text.contains { $0.contains("Did you mean inquiry") })
    _ = state.apply(.open)
    #expect(state.view.subject == .lanes && state.filter.text == "inquiry")
  }

  @Test(arguments: [("1912", "inquiry"), ("feb 1906", "toll"), ("1990", "plaque")] as [(String, String)])
  func `in the lanes a date leads to the agency's next event`(date: String, id: String) throws {
    var state = Self.reader(.find("agency:county"), .view(.lanes))
    let lanes = try #require(state.view.lanes)
    #expect(lanes.model.lanes[lanes.lane].agency.id == "county")
    _ = state.apply(.go(date))
    #expect(state.view.subject == .lanes)
    let event = try #require(state.view.lanes?.event)
    #expect(SmallChronology.chronology.event(at: event).id == id)
  }
}
