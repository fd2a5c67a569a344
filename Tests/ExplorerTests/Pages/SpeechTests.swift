internal import Explorer
internal import Testing
internal import Timeline

@Suite struct SpeechTests {
  @Test(
    arguments: [
      (0, "no events"), (1, "1 event"), (2, "2 events"), (9_999, "9999 events"), (10_000, "10,000 events"),
      (1_234_567, "1,234,567 events"),
    ] as [(Int, String)])
  func `counts in words`(number: Int, words: String) { #expect(Speech.count(number, "event") == words) }

  @Test(arguments: [
    ([], ""), ([3], "3"), ([3, 4], "3 and 4"), ([1, 2, 3, 5], "1 to 3 and 5"), ([2, 4, 5, 6], "2 and 4 to 6"),
  ])
  func `says runs of numbers by their ends`(numbers: [Int], words: String) { #expect(Speech.runs(numbers) == words) }

  @Test func `says one event as a line of full stops`() throws {
    let chronology = PageFixture.bridge
    let letter = chronology.event(at: try #require(chronology.position(of: "letter")))
    #expect(
      Speech.event(letter, in: chronology, counted: true)
        == "March 1989. Ada Reed writes of cracks. Disputed. Elm Ford Borough. 3 citations.")
  }

  @Test(
    arguments: [
      ("see ¶28", "see paragraph 28"), ("see ¶ 28", "see paragraph 28"), ("a → b", "a to b"), ("█ full ─", " full "),
      ("bell\u{7}", "bell\u{FFFD}"), ("plain words", "plain words"),
    ] as [(String, String)])
  func `says signs in words, and leaves shapes out`(text: String, said: String) { #expect(Speech.plain(text) == said) }
}
