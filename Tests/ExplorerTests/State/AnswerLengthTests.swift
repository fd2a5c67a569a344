internal import Explorer
internal import Testing
internal import Timeline

/// How much an answer of text mode contains on screens of several sizes.
@Suite struct AnswerLengthTests {
  private static func answer(_ lines: [String], rows: Int, columns: Int) throws -> [String] {
    var state = State(
      SmallChronology.chronology, size: Size(rows: rows, columns: columns), preferences: Preferences(isText: true))
    var said: [String] = []
    for line in lines {
      let before = state
      let command = try CommandParser.command(from: line, in: state)
      _ = state.apply(command)
      said = Narrator.narrate(before, command, state)
    }
    return said.flatMap { line in
      Wrapping.wrap([Span(line)], width: columns).map { $0.map(\.text).joined() }
    }
  }

  @Test(
    arguments: [(9, 40), (21, 80), (40, 132)],
    [["list"], ["sources"], ["help"], ["people", "more"], ["help", "more"]])
  func `an answer fits the screen with its heading`(size: (rows: Int, columns: Int), lines: [String]) throws {
    let said = try Self.answer(lines, rows: size.rows, columns: size.columns)
    #expect(said.count <= size.rows, "\(said)")
    #expect(!said.isEmpty)
  }

  @Test func `more goes on with the row after the last that was told`() throws {
    var state = State(
      SmallChronology.chronology, size: Size(rows: 7, columns: 40), preferences: Preferences(isText: true))
    var numbers: [Int] = []
    for line in ["list"] + Array(repeating: "more", count: 12) {
      let before = state
      let command = try CommandParser.command(from: line, in: state)
      _ = state.apply(command)
      let said = Narrator.narrate(before, command, state)
      numbers += said.compactMap { line in line.split(separator: ".").first.flatMap { Int($0) } }
      if said.first == "That was the last event." { break }
      // An answer with a single event has its number in the heading.
      if let first = said.first, first.hasPrefix("Event ") {
        numbers = numbers.filter { $0 != state.view.cursor + 1 } + [state.view.cursor + 1]
      }
    }
    #expect(numbers == Array(1...12))
  }

  @Test func `pages says how many lines an answer has`() throws {
    let said = try Self.answer(["pages 5", "list"], rows: 30, columns: .max)
    #expect(said.count == 5)
    #expect(said.first == "Events 1 to 3 of 12.")
  }

  @Test func `brief leaves date and title, verbose brings back the rest`() throws {
    let brief = try Self.answer(["brief", "next"], rows: 30, columns: .max)[0]
    let verbose = try Self.answer(["brief", "verbose", "next"], rows: 30, columns: .max)[0]
    let title = SmallChronology.chronology.event(at: 1).title
    #expect(brief == "About 1909. \(title). Event 2 of 12.")
    #expect(verbose.hasPrefix("About 1909. \(title). "))
    #expect(verbose.count > brief.count)
  }
}
