import Explorer
import Testing

@Suite struct NearestTests {
  private static let words = ["find", "findings", "first", "back", "sources", "source", "disagreements"]

  @Test(arguments: [
    ("findd", "find"), ("fidn", "find"), ("bakc", "back"), ("sorces", "sources"), ("disagrements", "disagreements"),
    ("find", "find"),
  ])
  func `finds the word with the fewest letters wrong`(word: String, nearest: String) {
    #expect(Nearest.of(word, among: Self.words) == nearest)
  }

  @Test(arguments: ["xyz", "", "frobnicate", "lanes"])
  func `finds nothing where too much is wrong`(word: String) {
    #expect(Nearest.of(word, among: Self.words) == nil)
  }

  @Test func `does not look for what no finger would type`() {
    let word = String(repeating: "a", count: 61)
    #expect(Nearest.of(word, among: [word]) == nil)
  }

  @Test func `finds nothing among no words`() {
    #expect(Nearest.of("find", among: []) == nil)
  }
}
