internal import Explorer
internal import Testing
internal import Timeline

@Suite struct StateReloadTests {
  private static func chronology(_ events: (id: String, year: Int)...) -> Chronology {
    let events = events.map { id, year in
      """
      {"id": "\(id)", "date": "\(year)", "dating": {"basis": "stated"}, "kind": "decision", "title": "The \(id)",
       "summary": "Of the \(id).", "agencies": ["works"], "people": [], "links": [], "citations": []}
      """
    }
    return Chronology.load(
      Bytes(
        """
        {"title": "A road", "agencies": [{"id": "works", "name": "Office of Public Works"}], "people": [],
         "sources": [],
         "events": [
        \(events.joined(separator: ",\n"))]}
        """.utf8))
  }

  private let before = chronology(("survey", 1900), ("bridge", 1902), ("gate", 1904))
  private let after = chronology(("fence", 1899), ("survey", 1900), ("gate", 1904))

  private func reader(_ commands: Command...) -> State {
    var state = State(before, size: Size(rows: 24, columns: 80))
    for command in commands { _ = state.apply(command) }
    return state
  }

  @Test func `says until it is mended that an edit could not be read`() {
    var state = reader(.unreadable("road.json, line 3: a comma is missing."))
    #expect(state.chronology.count == 3)
    #expect(state.message?.isError == true)
    _ = state.apply(.move(.next))
    #expect(Painter.paint(state).text[0].contains("edit not read"))
    _ = state.apply(.view(.findings))
    #expect(state.view.page.rows.first?.text == "road.json, line 3: a comma is missing.")
    _ = state.apply(.reloaded(after))
    #expect(state.view.page.rows.first?.text == "Nothing is wrong with the data.")
    _ = state.apply(.back)
    #expect(!Painter.paint(state).text[0].contains("edit not read"))
  }

  @Test func `keeps event, filter and view`() {
    var state = reader(.find("gate or fence"), .move(.last), .view(.sources), .openEvent("gate"))
    _ = state.apply(.reloaded(after))
    #expect(state.view.subject == .event("gate"))
    #expect(state.filter.text == "gate or fence")
    #expect(state.filter.matches.events.count == 2)
    #expect(state.selection == "gate")
    #expect(state.views[0].cursor == 1)
    _ = state.apply(.back)
    #expect(state.view.subject == .sources)
  }

  @Test func `an event that is gone leaves the next one selected`() {
    var state = reader(.move(.next))
    #expect(state.selection == "bridge")
    _ = state.apply(.reloaded(after))
    #expect(state.selection != "bridge")
    #expect(state.selection.map(after.position(of:)) != .some(nil))
  }

  @Test(arguments: [Preferences(), Preferences(isScreenReader: true), Preferences(isText: true)])
  func `the lanes stay on an event, however short the file has become`(_ preferences: Preferences) throws {
    var state = State(before, size: Size(rows: 24, columns: 80), preferences: preferences)
    for command: Command in [.move(.last), .view(.lanes), .lanes(.later), .reloaded(Self.chronology(("fence", 1899)))] {
      _ = state.apply(command)
    }
    #expect(state.view.subject == .lanes)
    #expect(try #require(state.view.lanes).event == 0)
    if preferences.isText || preferences.isScreenReader {
      #expect(state.view.row?.text == "Office of Public Works. 1899, The fence. 1 of 1.")
    }
    _ = state.apply(.undo)
    #expect(!Painter.paint(state).text.isEmpty)
  }

  @Test func `says that it was read again`() {
    var state = reader()
    _ = state.apply(.reloaded(after))
    #expect(state.message?.text == "The file has changed and was read again: 3 events.")
  }

  @Test func `the last search can still be walked`() {
    var state = reader(.find("gate"), .clear, .reloaded(Self.chronology(("gate", 1890), ("survey", 1900))))
    _ = state.apply(.move(.last))
    _ = state.apply(.match(forward: false))
    #expect(state.selection == "gate")
  }

  // The first event is on the fourth line, and each takes two lines.
  @Test(
    arguments: [
      ([Command.move(.next)], 6),
      ([.openEvent("gate")], 8),
      ([.openEvent("gate"), .view(.sources)], 4),
    ] as [([Command], Int)])
  func `the editor opens at the event before the reader`(commands: [Command], line: Int) {
    var state = reader()
    for command in commands { _ = state.apply(command) }
    #expect(state.apply(.openEditor) == [.editor(line: line)])
  }

  // MARK: The last place

  @Test(
    arguments: [
      [Command.move(.last)],
      [.find("works"), .move(.last), .open],
      [.view(.agencies), .agency("works"), .view(.coverage)],
      [.known("1902 by works")],
      [.gaps("works"), .help("find")],
      [.view(.lanes)],
    ] as [[Command]])
  func `the last place leads back to filter, event and views`(commands: [Command]) {
    var state = reader()
    for command in commands { _ = state.apply(command) }
    var again = reader(.resume(state.lastPlace))
    #expect(again.filter.text == state.filter.text)
    #expect(again.selection == state.selection)
    #expect(again.views.map(\.subject) == state.views.map(\.subject))
    #expect(again.lastPlace == state.lastPlace)
    _ = again.apply(.view(.list))
    #expect(again.isInList)
  }

  @Test func `what the last place names and is gone is left out`() {
    var state = State(after, size: Size(rows: 24, columns: 80))
    _ = state.apply(
      .resume(State.LastPlace(filter: "agency:nobody", selection: "bridge", views: ["open bridge", "no"])))
    #expect(state.isInList)
    #expect(state.filter.text.isEmpty)
    #expect(state.message?.isError == true)
  }
}
