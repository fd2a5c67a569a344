import EDTF
internal import Explorer
internal import Testing
internal import Timeline

@Suite struct CitationWordsTests {
  typealias Stance = Citation.Stance

  @Test(arguments: [
    (Stance.states, Stance.states, nil, "says so, and gives the date"),
    (.states, .implies, nil, "says so, and implies the date"),
    (.states, .silent, nil, "says so, and is silent on the date"),
    (.states, .contradicts, "2005~", "says so, but gives another date: about 2005"),
    (.states, .contradicts, nil, "says so, but contradicts the date"),
    (.implies, .states, "1989-03-14", "implies it, and gives the date as 14 March 1989"),
    (.implies, .implies, "2004", "implies it, and implies the date 2004"),
    (.contradicts, .silent, nil, "says otherwise, and is silent on the date"),
    (.contradicts, .contradicts, "2004", "says otherwise, and gives another date: 2004"),
    (.contradicts, .states, nil, "says otherwise, but gives the date"),
    (.silent, .states, nil, "gives the date"),
    (.silent, .silent, nil, "says nothing of it"),
  ])
  func `says in plain words what a passage says of the fact and of the date`(
    fact: Stance, date: Stance, gives: String?, words: String
  ) throws {
    let given = try gives.map { try EDTFDate($0) }
    let citation = Citation(source: "news", paragraph: 2, fact: fact, date: date, gives: given)
    #expect(CitationWords(citation, in: PageFixture.bridge).stance == words)
  }
}
