internal import EDTF
internal import Testing
internal import Timeline

@Suite struct SuggestionTests {
  private static let chronology = Generated.chronology([
    event("a", "A letter from the council", "Inquiry"), event("b", "The letters go astray", ""),
    event("c", "A second letter", "The council replies"), event("d", "Latter days", ""),
  ])

  private static func event(_ id: String, _ title: String, _ summary: String) -> Event {
    Event(
      id: id, date: try! EDTFDate("2004"), dating: Dating(basis: .stated), kind: "entry", title: title, summary: summary
    )
  }

  private static func all(_ text: String) -> [Suggestion] { Suggestion.all(for: text, in: chronology) }

  @Test(
    arguments: [
      // Among equally close words the most frequent comes first; "letters" is two edits from a word of five letters.
      ("lettr", ["letter (3)"]), ("leter", ["letter (3)"]), ("lettre", ["letter (3)", "latter (1)", "letters (1)"]),
      ("cuoncil", ["council (2)"]), ("conucil repleis", ["council replies (1)"]), ("title:lettr", ["letter (3)"]),
      ("title:conucil", ["council (1)"]), ("agency council", []), ("council", []), ("ct", []), ("xyzzyx", []),
      ("\"lettr\"", []), ("-lettr", []), ("lettr (", []), ("2004", ["date:2004 (4)"]),
      ("kind entry", ["kind:entry (4)"]),
      ("kind entri", []),
    ] as [(String, [String])])
  func `puts misspelt words right by whole words of the chronology, with how many events they find`(
    text: String, expected: [String]
  ) {
    #expect(Self.all(text).map(\.text) == expected)
  }

  @Test func `gives the query put right, the rest of it as it was typed`() {
    #expect(Self.all("Council  conucil AND lettr").map(\.query) == ["Council  council AND letter"])
  }

  @Test(
    arguments: [
      ("xyzzyx lettr", 1), ("lettr", 2), ("lettre", 4), ("conucil repleis", 3),
      // A date first, which finds four events.
      ("2004", 1), ("kind entri", 2), ("\"lettr\"", 0), ("lettr (", 0),
    ] as [(String, Int)])
  func `each step makes one search`(text: String, expected: Int) {
    var search = SuggestionSearch(for: text, in: Self.chronology)
    var steps = 0
    while !search.isFinished, steps < 100 {
      search.advance()
      steps += 1
    }
    #expect(steps == expected)
    #expect(search.found == Self.all(text))
  }

  @Test func `asks as a person would`() {
    #expect(Suggestion.question(Self.all("lettr")) == "Did you mean letter (3)?")
    #expect(Suggestion.question(Array(Self.all("lettre").prefix(2))) == "Did you mean letter (3) or latter (1)?")
  }

  @Test(
    arguments: [("lett", ["letter", "letterman", "letters"]), ("LETTERS", []), ("coun", ["council"]), ("zz", [])]
      as [(String, [String])])
  func `goes on with the words of the chronology, the commonest first`(start: String, expected: [String]) {
    #expect(Self.chronology.words(beginningWith: start) == expected)
  }

  @Test(arguments: [(1, 0), (2, 1), (5, 1), (6, 2), (40, 2)])
  func `a short word may hold one slip, a longer one two`(letters: Int, slips: Int) {
    #expect(EditDistance.slips(in: letters) == slips)
  }
}
