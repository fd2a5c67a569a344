import EDTF
internal import Explorer
internal import Testing
internal import Timeline

@Suite struct CitationWordsTests {
  typealias Stance = Citation.Stance

  @Test(
    arguments: [
      (Stance.states, Stance.states, nil, "states it and the date"),
      (.states, .implies, nil, "states it; implies the date"),
      (.states, .silent, nil, "states it; gives no date"),
      (.states, .contradicts, "2005~", "states it; another date: about 2005"),
      (.states, .contradicts, nil, "states it; contradicts the date"),
      (.implies, .states, "1989-03-14", "implies it; states the date: 14 March 1989"),
      (.implies, .implies, "2004", "implies it; implies the date: 2004"),
      (.implies, .implies, nil, "implies it and the date"),
      (.states, .silent, "2004", "states it; speaks of a date: 2004"),
      (.contradicts, .contradicts, nil, "contradicts it and the date"),
      (.contradicts, .silent, nil, "contradicts it; gives no date"),
      (.contradicts, .contradicts, "2004", "contradicts it; another date: 2004"),
      (.contradicts, .states, nil, "contradicts it; states the date"),
      (.silent, .states, nil, "states the date"),
      (.silent, .contradicts, "2005~", "another date: about 2005"),
      (.silent, .silent, nil, "says nothing of it"),
    ] as [(Stance, Stance, String?, String)])
  func `says in plain words what a passage says of the fact and of the date`(
    fact: Stance, date: Stance, gives: String?, words: String
  ) throws {
    let given = try gives.map { try EDTFDate($0) }
    let citation = Citation(source: "news", paragraph: 2, fact: fact, date: date, gives: given)
    #expect(CitationWords(citation, in: PageFixture.bridge).stance == words)
  }

  @Test(arguments: [("borough", "Borough states it; gives no date"), ("ada", "Ada Reed states it; gives no date")])
  func `names whose claim it is, where it is not the author's`(speaker: String, words: String) {
    let citation = Citation(source: "news", paragraph: 2, fact: .states, date: .silent, speaker: speaker)
    #expect(CitationWords(citation, in: PageFixture.bridge).stance == words)
  }
}
