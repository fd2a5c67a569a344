import Explorer
import Testing

@Suite struct CompletionTests {
  private static let fields = [
    "text", "title", "agency", "person", "source", "kind", "date", "within", "before", "after",
  ]

  private static let state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))

  private static func candidates(_ line: String, _ command: CommandName? = nil) -> [String] {
    Completion.of(line, command: command, in: state).candidates.map(\.text)
  }

  @Test(
    arguments: [
      ("cov", ["coverage"]), ("COV", ["coverage"]), ("half", ["half-down", "half-up"]), ("zzz", []),
      ("help cov", ["coverage"]), ("person ", ["clerk"]), ("source m", ["minutes"]), ("theme d", ["dark"]),
      ("screen-reader o", ["on", "off"]), ("gaps off", ["works"]), ("find agency:c", ["county", "canal"]),
      ("find crack source:l", ["letter"]), ("find (kind:le", ["letter"]), ("find ", fields), ("nothing x", []),
    ] as [(String, [String])])
  func `a line goes on with what could stand there`(line: String, expected: [String]) {
    let found = Self.candidates(line).map { String($0.split(separator: ":").last ?? "") }
    #expect(found == expected)
  }

  @Test func `of names any word may be begun, and what begins as it was typed comes first`() {
    #expect(Self.candidates("agency r") == ["canal"], "Canal and River Company")
    #expect(Self.candidates("agency c") == ["county", "canal"])
    #expect(Self.candidates("person fi") == ["clerk"])
  }

  @Test func `a word of a query is a field, a party or a word of the chronology`() {
    #expect(Self.candidates("ag", .find).first == "agency:")
    #expect(Self.candidates("works", .find).contains("agency:works"))
    #expect(Self.candidates("cra", .find) == ["crack"])
    #expect(Self.candidates("person:c", .find) == ["person:clerk"])
    // Everything there is, before anything is typed.
    #expect(Self.candidates("", .find) == Self.fields.map { $0 + ":" })
  }

  @Test func `says of each candidate what it is`() {
    let all = { Completion.of($0, command: .find, in: Self.state).candidates }
    #expect(all("agency:works").map(\.what) == ["Office of Public Works, agency"])
    // The warning of the crack and the reply contain it, as does the paragraph that both rest on; nothing else cites
    // that.
    #expect(all("cra").map(\.what) == ["word, 2 events"])
    #expect(all("kind:wa").map(\.what) == ["kind of 1 event"])
  }

  @Test func `of several agencies after one comma, the last is completed`() {
    #expect(Self.candidates("works,ca", .agency) == ["canal"])
  }

  @Test func `the day of known goes on with by and an agency`() {
    #expect(Self.candidates("known 1910 b") == ["by"])
    #expect(Self.candidates("known 1910 by cou") == ["county"])
    #expect(Self.candidates("1910 by cou", .known) == ["county"])
  }

  @Test(
    arguments: [
      ("mar", ["march 1909"]), ("au", ["august 1912"]), ("december", []), ("190", ["1905", "1909"]), ("18", []),
    ] as [(String, [String])])
  func `a date goes on with the years and months in which events begin`(typed: String, expected: [String]) {
    #expect(Self.candidates(typed, .go) == expected)
    #expect(Self.candidates("date:" + typed, .find) == expected.map { "date:" + $0 })
  }

  @Test func `files are told from folders`() {
    let files = Completion.files(["notes/", "notes.txt"], for: "no")
    #expect(files.replacing == 2)
    #expect(files.candidates == [Candidate("notes/", "folder"), Candidate("notes.txt", "file")])
  }
}
