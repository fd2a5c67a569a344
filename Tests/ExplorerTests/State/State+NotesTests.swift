internal import Explorer
internal import Testing
internal import Timeline

@Suite struct StateNotesTests {
  private static func state(isText: Bool = false, isScreenReader: Bool = false) -> State {
    State(
      SmallChronology.chronology, size: Size(rows: 24, columns: 100),
      preferences: Preferences(isScreenReader: isScreenReader, isText: isText))
  }

  /// The event under the cursor of a new state.
  private let opened = Notes.Subject(id: "opened", date: "1905", title: "The bridge is opened")

  @Test func `a bookmark is put and taken off again, and each is to be stored`() {
    var state = Self.state()
    #expect(state.apply(.bookmark) == [.note(.bookmark(event: opened, isOn: true))])
    #expect(state.notes.bookmarks == ["opened"])
    #expect(state.message?.text == "Bookmarked: The bridge is opened.")
    #expect(state.apply(.bookmark) == [.note(.bookmark(event: opened, isOn: false))])
    #expect(state.notes == Notes())
  }

  /// The stored note, the typed line, the resulting note, and whether there is anything to store.
  static let lines: [(String, String, String?, Bool)] = [
    ("", "Ask the clerk", "Ask the clerk", true), ("Ask", " Ask him ", "Ask him", true), ("Ask", "", nil, true),
    ("Ask", "-", nil, true), ("Ask", "Ask", "Ask", false), ("", "", nil, false),
    ("", "a\u{1B}[31mb\nc", "a\u{FFFD}[31mb c", true),
  ]

  @Test(arguments: lines) func `a note is one harmless line, and nothing removes it`(
    _ before: String, _ typed: String, _ after: String?, _ isStored: Bool
  ) {
    var state = Self.state(isText: true)
    _ = state.apply(.noted(Notes(texts: before.isEmpty ? [:] : ["opened": before])))
    let effects = state.apply(.note(typed))
    #expect(state.notes.texts["opened"] == after)
    #expect(effects == (isStored ? [.note(.note(event: opened, text: after ?? "", before: before))] : []))
    #expect(state.message != nil)
  }

  @Test func `the prompt has the note to be edited, and an empty line removes it`() {
    var state = Self.state()
    _ = state.apply(.noted(Notes(texts: ["opened": "Ask"])))
    _ = state.apply(.prompt(.note))
    #expect(state.prompt?.text == "Ask")
    _ = state.apply(.edit(.insert(" him")))
    #expect(state.apply(.submit) == [.note(.note(event: opened, text: "Ask him", before: "Ask"))])
    _ = state.apply(.prompt(.note))
    _ = state.apply(.edit(.deleteToStart))
    #expect(state.apply(.submit) == [.note(.note(event: opened, text: "", before: "Ask him"))])
    #expect(state.notes == Notes())
  }

  @Test func `what is kept is seen in the row, in the detail and on the page, and heard`() {
    let notes = Notes(bookmarks: ["opened"], texts: ["opened": "Ask the clerk"])
    var state = Self.state()
    _ = state.apply(.noted(notes))
    let painted = Painter.paint(state).text.joined(separator: "\n")
    for word in ["bookmarked", "noted", "Your note: Ask the clerk"] { #expect(painted.contains(word), "\(painted)") }
    _ = state.apply(.open)
    #expect(state.view.page.rows.contains { $0.speech == "Your note: Ask the clerk." })
    #expect(state.view.page.rows.contains { $0.speech == "Bookmarked." })

    var reader = Self.state(isScreenReader: true)
    _ = reader.apply(.noted(notes))
    #expect(Painter.paint(reader).text.joined(separator: "\n").contains(", bookmarked, noted"))

    var text = Self.state(isText: true)
    _ = text.apply(.noted(notes))
    #expect(text.eventSentence.contains("Bookmarked. Noted."))
    let before = text
    _ = text.apply(.note("Another"))
    #expect(
      Narrator.narrate(before, .note("Another"), text) == ["Noted on The bridge is opened. It was: Ask the clerk."])
  }

  @Test func `the view lists them in time order, and those whose event is gone`() {
    var state = Self.state()
    _ = state.apply(.noted(Notes(bookmarks: ["report", "opened"], texts: ["crack": "Ask", "gone-1": "Lost?"])))
    _ = state.apply(.view(.bookmarks))
    let events = state.view.page.rows.compactMap { row -> String? in
      if case .event(let id) = row.target?.subject { id } else { nil }
    }
    #expect(events == ["opened", "crack", "report"])
    #expect(state.view.page.rows.map(\.speech).contains("Your note: Ask."))
    #expect(state.view.page.rows.last?.text == "gone-1, which this chronology does not have: Lost?")
    #expect(state.exported.events.count == 3)
  }

  /// The note stored meanwhile, the typed one, the one seen before, and the result.
  static let joined: [(String, String, String, String)] = [
    ("", "mine", "", "mine"), ("old", "mine", "old", "mine"), ("theirs", "mine", "", "theirs | mine"),
    ("theirs", "mine", "old", "theirs | mine"), ("theirs", "", "old", "theirs"), ("old", "", "old", ""),
    ("same", "same", "", "same"), ("", "mine", "old", "mine"),
  ]

  @Test(arguments: joined) func `a note that another session has changed is not lost`(
    _ stored: String, _ typed: String, _ before: String, _ kept: String
  ) {
    #expect(Notes.joined(stored, typed, before: before) == kept)
  }
}
