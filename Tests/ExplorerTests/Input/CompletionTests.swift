import Explorer
import Testing

@Suite struct CompletionTests {
  private static func candidates(_ line: String, _ command: String? = nil) -> [String] {
    Completion.candidates(for: line, command: command, in: SmallChronology.chronology)
  }

  @Test(arguments: [
    ("cov", ["coverage"]), ("COV", ["coverage"]), ("half", ["half-down", "half-up"]), ("zzz", []),
    ("help cov", ["coverage"]), ("agency c", ["canal", "county"]), ("person ", ["clerk"]), ("source m", ["minutes"]),
    ("gaps w", ["works"]), ("find ag", ["agency:"]), ("find agency:c", ["agency:canal", "agency:county"]),
    ("find crack source:l", ["source:letter"]), ("find (kind:le", ["kind:letter"]), ("find ", []), ("find crack", []),
    ("find date:19", []), ("go 19", []), ("nothing x", []),
  ])
  func `a line goes on with what could stand there`(line: String, expected: [String]) {
    #expect(Self.candidates(line) == expected)
  }

  @Test(arguments: [("ag", ["agency:"]), ("person:c", ["person:clerk"]), ("", [])])
  func `at the prompt of find the line is a query`(line: String, expected: [String]) {
    #expect(Self.candidates(line, "find") == expected)
  }

  @Test func `of several agencies after one colon, the last is completed`() {
    #expect(Self.candidates("works,c", "agency") == ["canal", "county"])
  }

  @Test func `the day of known goes on with by and an agency`() {
    #expect(Self.candidates("known 1910 b") == ["by"])
    #expect(Self.candidates("known 1910 by co") == ["county"])
  }
}
