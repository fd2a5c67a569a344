import EDTF
internal import Explorer
internal import Testing
internal import Timeline

/// A reader at 80×24 on the small chronology, driven by commands.
private func reader(_ commands: Command..., size: Size = Size(rows: 24, columns: 80), isText: Bool = false) -> State {
  var state = State(SmallChronology.chronology, size: size, preferences: Preferences(isText: isText))
  for command in commands { _ = state.apply(command) }
  state.finishWork()
  return state
}

@Suite struct StateApplyTests {
  @Test func `opens on the first event in time`() {
    let state = reader()
    #expect(state.selection == "opened")
    #expect(state.settled == "opened")
    #expect(state.isInList)
  }

  @Test(
    arguments: [
      ([Command.move(.next)], "survey"),
      ([.move(.next), .move(.next), .move(.previous)], "survey"),
      ([.move(.last)], "plaque"),
      ([.move(.last), .move(.first)], "opened"),
      ([.move(.previous)], "opened"),
      ([.go("1912")], "closed"),
      ([.go("september 1912")], "asked"),
      ([.go("1911 to 1913")], "closed"),
      ([.go("1920")], "plaque"),
    ] as [([Command], String)])
  func `moves the selection`(commands: [Command], selection: String) {
    var state = reader()
    for command in commands { _ = state.apply(command) }
    #expect(state.selection == selection)
  }

  @Test func `keeps the selection while the filter still holds it`() {
    let state = reader(.go("september 1912"), .find("1912 or gazette"), .clear)
    #expect(state.selection == "asked")
  }

  @Test func `goes to the next event in time when the filter drops the selection`() {
    // The survey of about 1909 names no Canal Company; the next event that does is the crack of March 1909.
    let state = reader(.move(.next), .find("agency:canal"))
    #expect(state.selection == "crack")
  }

  @Test func `keeps what was shown when a query is wrong and says where the fault is`() throws {
    let state = reader(.find("agency:canal"), .find("agncy:canal"))
    #expect(state.filter.text == "agency:canal")
    #expect(state.filter.matches.events.count == 3)
    let message = try #require(state.message)
    #expect(message.isError)
    #expect(message.text.contains("column 1"))
  }

  @Test func `says how to get back when nothing matches`() throws {
    let state = reader(.find("elephant"))
    #expect(state.selection == nil)
    #expect(try #require(state.message).text.contains("Press c to show all 12"))
  }

  @Test func `says how to ask for a date where its words are found nowhere`() throws {
    #expect(try #require(reader(.find("1912")).message).text.contains("Did you mean date:1912 (2)?"))
    #expect(try #require(reader(.find("2012")).message).text.contains("Did you mean") == false)
  }

  @Test func `leaves the detail as it is on a move until the keys rest`() {
    var state = reader(.move(.next))
    #expect(state.settled == "opened")
    #expect(state.isUnsettled)
    _ = state.apply(.settle)
    #expect(state.settled == "survey")
  }

  @Test func `shows the detail at once when the list itself changes`() {
    #expect(reader(.move(.next), .find("bridge")).isUnsettled == false)
  }

  @Test func `follows a link and comes back the way it came`() {
    var state = reader(.go("march 1909"))
    _ = state.apply(.open)
    #expect(state.view.subject == .event("crack"))
    // Two citations come first, so the link to the reply is the third choice.
    _ = state.apply(.choose(3))
    #expect(state.view.subject == .event("reply"))
    _ = state.apply(.back)
    #expect(state.view.subject == .event("crack"))
    _ = state.apply(.back)
    #expect(state.isInList)
    #expect(state.selection == "crack")
  }

  @Test func `opens a source at the paragraph that is cited`() {
    let state = reader(.go("march 1909"), .choose(1))
    #expect(state.view.subject == .source("minutes", paragraph: 2))
    #expect(state.view.row?.speech.contains("Paragraph 2") == true)
  }

  @Test func `quits one level at a time: a page, the filter, the program`() throws {
    var state = reader(.find("bridge"), .open)
    #expect(state.apply(.quit) == [])
    #expect(state.isInList && state.filter.isActive)
    #expect(state.apply(.quit) == [])
    #expect(!state.filter.isActive)
    #expect(try #require(state.message).text.contains("Press q again to leave"))
    #expect(state.apply(.quit) == [.quit(status: 0)])
    #expect(reader(.find("bridge")).leaving == [.quit(status: 0)])
    #expect(state.apply(.quitAll) == [.quit(status: 0)])
  }

  @Test func `undo goes back to where a link to a filtered list was followed, and Esc only clears the filter`() throws {
    var state = reader(.agency("county"))
    let row = try #require(state.view.page.rows.firstIndex { if case .query = $0.target { true } else { false } })
    let choice = try #require(state.view.page.choices.firstIndex(of: row))
    _ = state.apply(.choose(choice + 1))
    #expect(state.isInList)
    #expect(state.filter.isActive)
    var cleared = state
    _ = cleared.apply(.back)
    #expect(cleared.isInList && !cleared.filter.isActive)
    _ = state.apply(.undo)
    #expect(state.view.subject == .agency("county"))
    #expect(!state.filter.isActive)
  }

  @Test func `filters by the agencies chosen, within the other filters`() {
    var state = reader(.find("kind:inquiry"), .view(.agencies))
    let inquiry = state.view.page.rows.firstIndex { $0.key == "inquiry" }!
    state.place(atRow: inquiry)
    _ = state.apply(.mark)
    _ = state.apply(.open)
    #expect(state.isInList)
    #expect(Query.values(of: .agency, in: state.filter.text) == ["inquiry"])
    #expect(state.filter.text.contains("kind:inquiry"))
    #expect(state.filter.matches.events.count == 2)
  }

  @Test func `takes the agency under the cursor where nothing was chosen since the filter was put on`() {
    var state = reader(.view(.agencies), .open, .view(.agencies), .move(.next))
    let under = state.view.row?.key
    _ = state.apply(.open)
    #expect(Query.values(of: .agency, in: state.filter.text) == [under])
  }

  @Test func `takes the agency whose number was given, whatever is marked`() throws {
    var state = reader(.view(.agencies), .mark)
    let third = try #require(state.view.page.rows[state.view.page.choices[2]].key)
    _ = state.apply(.choose(3))
    #expect(Query.values(of: .agency, in: state.filter.text) == [third])
  }

  @Test func `the rest of the file moves neither the lanes nor the places that undo leads to`() throws {
    let all = (0..<SmallChronology.chronology.count).map { SmallChronology.chronology.event(at: $0) }
    let early = Chronology(
      title: "Early", agencies: SmallChronology.chronology.agencies, people: [], sources: [],
      events: all.filter { $0.date.description > "1910" })
    var state = State(early, progress: 0.5, size: Size(rows: 24, columns: 80))
    for command in [Command.find("agency:county"), .agency("inquiry")] { _ = state.apply(command) }
    let row = try #require(state.view.page.choices.first { state.view.page.rows[$0].key == "list" })
    _ = state.apply(.choose(try #require(state.view.page.choices.firstIndex(of: row)) + 1))
    for command in [Command.move(.last), .view(.lanes)] { _ = state.apply(command) }
    _ = state.apply(.loaded(SmallChronology.chronology, progress: nil))
    let lanes = try #require(state.view.lanes)
    #expect(lanes.event.map { SmallChronology.chronology.event(at: $0).id } == "report")
    #expect(lanes.model.lanes[lanes.lane].agency.id == "inquiry")

    // Back out of the lanes, of the last row, of the filter that the link asked for, and of the page with the link.
    for command in [Command.undo, .undo, .undo, .undo] { _ = state.apply(command) }
    #expect(state.filter.text == "agency:county")
    let shown = state.filter.matches.events.map { SmallChronology.chronology.event(at: $0).id }
    #expect(shown == ["opened", "toll", "inquiry", "rebuilt", "plaque"])
  }

  @Test func `says that a page has no link instead of numbering none`() {
    #expect(reader(.help("open"), .choose(1)).message?.text == "There is no 1 here: nothing leads on.")
  }

  @Test func `answers a query as it is typed, and puts back what was there on Esc`() {
    var state = reader(.find("agency:works"), .prompt(.find))
    for letter in "toll" { _ = state.apply(.edit(.insert(String(letter)))) }
    #expect(state.filter.matches.events.count == 1)
    #expect(state.selection == "toll")
    _ = state.apply(.cancel)
    #expect(state.prompt == nil)
    #expect(state.filter.text == "agency:works")
  }

  @Test func `keeps the last good result while the line is unfinished`() throws {
    var state = reader(.prompt(.find))
    for piece in ["agency:canal", " agency:"] { _ = state.apply(.edit(.insert(piece))) }
    #expect(state.filter.matches.events.count == 3)
    let prompt = try #require(state.prompt)
    #expect(prompt.faultOffset != nil)
    _ = state.apply(.submit)
    #expect(state.prompt != nil, "a line that cannot be read stays")
  }

  @Test func `reads a typed date in words while it is typed`() throws {
    var state = reader(.prompt(.go))
    for letter in "feb 1913" { _ = state.apply(.edit(.insert(String(letter)))) }
    #expect(try #require(state.prompt?.reading) == "February 1913")
    _ = state.apply(.submit)
    #expect(state.selection == "hearing")
  }

  @Test func `recalls what was typed before`() {
    var state = reader(.prompt(.find), .edit(.insert("toll")), .submit, .prompt(.find), .edit(.older))
    #expect(state.prompt?.text == "toll")
    _ = state.apply(.edit(.newer))
    #expect(state.prompt?.text == "")
  }

  @Test(arguments: [("agency:wo", "agency:works "), ("kind:le", "kind:letter "), ("agency:c", "agency:c")])
  func `completes the last word as far as its candidates agree`(typed: String, completed: String) {
    var state = reader(.prompt(.find), .edit(.insert(typed)))
    _ = state.apply(.edit(.complete(forward: true)))
    #expect(state.prompt?.text == completed)
  }

  @Test func `keeps the row under the cursor through resizes`() {
    var state = reader(.view(.sources), .move(.last))
    let key = state.view.row?.target
    for columns in [20, 40, 132, 300, 1, 80] { _ = state.apply(.resize(Size(rows: 24, columns: columns))) }
    #expect(state.view.row?.target == key)
  }

  @Test(arguments: [("1912-13-01", true), ("yesterday-ish", true), ("", true)])
  func `refuses a date that is none and stays where it was`(text: String, isError: Bool) {
    let state = reader(.go(text))
    #expect(state.selection == "opened")
    #expect(state.message?.isError == isError)
  }

  @Test func `finds a name by its id, its short form or a part, and says what is near otherwise`() {
    for name in ["canal", "Canal Co.", "canal and", "river"] {
      #expect(reader(.agency(name)).view.subject == .agency("canal"), "\(name)")
    }
    #expect(reader(.agency("cannal")).message?.text.contains("Did you mean") == true)
    #expect(reader(.agency("co")).message?.isError == true)
  }

  @Test(arguments: [true, false, nil])
  func `leaves screen-reader mode alone in text mode, and says why`(on: Bool?) {
    let state = reader(.screenReader(on), isText: true)
    #expect(!state.preferences.isScreenReader)
    #expect(state.message?.text.contains("for the browser") == true)
  }

  @Test func `marks the match under n when the filter is cleared`() {
    let state = reader(.find("bridge"), .clear, .move(.first), .match(forward: true))
    #expect(state.selection == "crack", "the next event after the opening that rests on a paragraph with the word")
  }
}

extension State {
  /// What the key that leaves from anywhere asks for.
  fileprivate var leaving: [Effect] {
    var state = self
    return state.apply(.quitAll)
  }

  /// Puts the cursor on a row of the page, as a reader would by moving.
  fileprivate mutating func place(atRow row: Int) {
    _ = apply(.move(.first))
    while view.layout.row(ofLine: view.cursor) < row {
      let before = view.cursor
      _ = apply(.move(.next))
      if view.cursor == before { return }
    }
  }
}
