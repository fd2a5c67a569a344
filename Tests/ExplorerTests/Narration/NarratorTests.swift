internal import Explorer
internal import Testing
internal import Timeline

/// A session at the prompt: each line as typed, and the answer to it.
private func transcript(_ lines: [String]) -> [String] {
  var state = State(
    SmallChronology.chronology, size: Size(rows: 12, columns: .max), preferences: Preferences(isText: true))
  var said = Narrator.greeting(state)
  for line in lines {
    said.append("> " + line)
    do {
      let before = state
      let command = try CommandParser.command(from: line, in: state)
      _ = state.apply(command)
      state.finishWork()
      said += Narrator.narrate(before, command, state)
    } catch {
      said.append(error.message)
    }
  }
  return said
}

@Suite struct NarratorTests {
  private static let session = [
    "next", "", "find agency:works", "next", "open", "1", "where", "back", "back", "clear", "go 1912", "dates 1909",
    "list", "c", "clear", "list", "more", "12", "back", "find gazette date:1912", "find agncy:works", "agency canal",
    "people", "1", "sources", "disagreements", "known 1910 by county", "gaps", "lanes", "coverage", "help go", "qiut",
    "find elephant", "find agency county",
  ]

  @Test func `a session reads as it was recorded`() throws {
    try Golden.check(transcript(Self.session), "transcript")
  }

  @Test func `every line that is said is a sentence of plain words`() {
    for line in transcript(Self.session) where !line.hasPrefix(">") {
      #expect(line.last.map { ".?!".contains($0) } == true, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x2500...0x25FF).contains($0.value) }, "\(line)")
      #expect(!line.contains("->") && !line.contains("¶"), "\(line)")
    }
  }

  @Test func `an event's line begins with its date and title and ends with its place`() {
    let line = transcript(["next"]).last ?? ""
    #expect(line.hasPrefix("About 1909. "))
    #expect(line.hasSuffix(" Event 2 of 12."))
  }

  @Test func `counts come before items and a long list says how to hear more`() throws {
    let lines = transcript(["list"]).suffix(12)
    #expect(lines.first == "Events 1 to 10 of 12.")
    #expect(lines.last == "2 more. Type more, or a number to open one.")
  }

  @Test(
    arguments: [
      ("dissagreements", "Did you mean disagreements?"), ("s", "Type one of them"), ("go", "Go what?"),
      ("next please", "takes nothing after it"), ("xyzzy", "Type help for the words"),
    ] as [(String, String)])
  func `answers a word that it does not know with what to type`(line: String, answer: String) {
    #expect(transcript([line]).last?.contains(answer) == true)
  }
}
