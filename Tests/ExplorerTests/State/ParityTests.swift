internal import Explorer
internal import TestSupport
internal import Testing
internal import Timeline

/// Nothing exists in only one front end: the same script by keys and by words leaves the reader in the same place.
@Suite struct ParityTests {
  private struct Step {
    var keys: [Key]
    var line: String
  }

  private static func typed(_ text: String) -> [Key] { text.map { .character($0) } + [.enter] }

  private static let script: [Step] = [
    Step(keys: [.down], line: "next"),
    Step(keys: [.character("j")], line: "n"),
    Step(keys: [.character("k")], line: "previous"),
    Step(keys: [.end], line: "last"),
    Step(keys: [.character("g")], line: "first"),
    Step(keys: [.character("/")] + typed("agency:works"), line: "find agency:works"),
    Step(keys: [.character("d")] + typed("may 1909"), line: "go may 1909"),
    Step(keys: [.enter], line: "open"),
    Step(keys: [.character("1")], line: "1"),
    Step(keys: [.character("h")], line: "back"),
    Step(keys: [.backspace], line: "back"),
    Step(keys: [.character("c")], line: "clear"),
    Step(keys: [.character("f")] + typed("1912 to 1913"), line: "dates 1912 to 1913"),
    Step(keys: [.character("m")], line: "bookmark"),
    Step(keys: [.character("A")] + typed("ask the clerk"), line: "note ask the clerk"),
    Step(keys: [.character("M")], line: "bookmarks"),
    Step(keys: [.character("s")], line: "sources"),
    Step(keys: [.character("q")], line: "quit"),
    Step(keys: [.escape], line: "back"),
    Step(keys: [.character("D")], line: "disagreements"),
    Step(keys: [.character("C")], line: "coverage"),
    Step(keys: [.character("w")] + typed("1910 by county"), line: "known 1910 by county"),
    Step(keys: [.character(":")] + typed("gaps canal"), line: "gaps canal"),
    Step(keys: [.character("?")], line: "help"),
    Step(keys: [.character("L")], line: "list"),
    Step(keys: [.character("p")], line: "people"),
    Step(keys: [.character(":")] + typed("person finch"), line: "person finch"),
    Step(keys: [.character(":")] + typed("list"), line: "list"),
  ]

  @Test func `keys and words lead to the same place, step by step`() throws {
    var browser = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))
    var text = State(
      SmallChronology.chronology, size: Size(rows: 10, columns: 80), preferences: Preferences(isText: true))
    for step in Self.script {
      for key in step.keys {
        let command = try #require(KeyMap.command(for: key, in: browser), "\(key) in \(step.line)")
        _ = browser.apply(command)
      }
      _ = text.apply(try CommandParser.command(from: step.line, in: text))
      #expect(browser.views.map(\.subject) == text.views.map(\.subject), "\(step.line)")
      #expect(browser.selection == text.selection, "\(step.line)")
      #expect(browser.filter.text == text.filter.text, "\(step.line)")
      #expect(browser.filter.matches == text.filter.matches, "\(step.line)")
      #expect(browser.notes == text.notes, "\(step.line)")
    }
  }

  @Test func `every entry's words make the command that its keys make`() throws {
    let state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))
    for entry in Vocabulary.entries where entry.scope == .everywhere && entry.argument == .none {
      let words = try CommandParser.command(from: entry.name.rawValue, in: state)
      for key in entry.keys {
        #expect(KeyMap.command(for: key, in: state) == words, "\(entry.name)")
      }
    }
  }

  @Test func `every entry that takes something asks for it at a prompt of its own`() {
    let state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))
    for entry in Vocabulary.entries {
      guard case .required = entry.argument, entry.scope == .everywhere else { continue }
      for key in entry.keys {
        #expect(KeyMap.command(for: key, in: state) == .prompt(entry.name), "\(entry.name)")
      }
    }
  }

  @Test(arguments: [
    Preferences(), Preferences(isScreenReader: true), Preferences(isASCII: true), Preferences(isText: true),
  ])
  func `any steps in any order leave a state that can be painted and told`(preferences: Preferences) {
    let empty = Chronology.load(Bytes(#"{"title": "Nothing yet", "events": []}"#.utf8))
    let versions = [SmallChronology.chronology, empty]
    var reader = RandomReader(versions, preferences: preferences, seed: 20_090_312)
    for step in 0..<1500 {
      let fault = reader.step()
      #expect(fault == nil, "step \(step)")
    }
  }
}
