import EDTF
import Testing

@Suite struct WordingTests {
  @Test(
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
      (["a", "b", "c", "d"], "a, b, c and 1 more"),
    ] as [([String], String)])
  func `joins names as a sentence does`(names: [String], words: String) {
    #expect(Wording.list(names, atMost: 3) == words)
  }

  @Test func `says how many more there are of what it has only the first of`() {
    #expect(Wording.list(["a", "b"], "or", of: 12) == "a, b or 10 more")
  }
}
