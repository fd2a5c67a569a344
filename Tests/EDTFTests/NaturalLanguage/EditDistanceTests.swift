import EDTF
import Testing

@Suite struct EditDistanceTests {
  private static let words = ["find", "findings", "first", "back", "sources", "source", "disagreements"]

  private static func nearest(_ word: String, _ words: [String] = words) -> String? {
    EditDistance.nearest(to: word, among: words) { [$0] }
  }

  @Test(
    arguments: [
      ("findd", "find"), ("fidn", "find"), ("bakc", "back"), ("sorces", "sources"), ("disagrements", "disagreements"),
      ("find", "find"),
    ] as [(String, String)])
  func `finds the word with the fewest letters wrong`(word: String, nearest: String) {
    #expect(Self.nearest(word) == nearest)
  }

  @Test(arguments: ["xyz", "", "frobnicate", "lanes"])
  func `finds nothing where too much is wrong`(word: String) {
    #expect(Self.nearest(word) == nil)
  }

  @Test func `does not look for what no finger would type`() {
    let word = String(repeating: "a", count: 61)
    #expect(Self.nearest(word, [word]) == nil)
  }

  @Test func `finds nothing among no words`() {
    #expect(Self.nearest("find", []) == nil)
  }

  @Test func `a choice may have several spellings, and the first of the nearest is meant`() {
    let choices = [1: ["sorce", "post"], 2: ["posts"]].sorted { $0.key < $1.key }
    #expect(EditDistance.nearest(to: "pots", among: choices, spelled: \.value)?.key == 1)
    #expect(EditDistance.nearest(to: "poststs", among: choices, spelled: \.value)?.key == 2)
  }

  @Test func `as much may be wrong as is allowed`() {
    #expect(EditDistance.nearest(to: "dsagremnts", among: Self.words, slips: 3) { [$0] } == "disagreements")
    #expect(EditDistance.nearest(to: "dsagremnts", among: Self.words, slips: 2) { [$0] } == nil)
  }
}
