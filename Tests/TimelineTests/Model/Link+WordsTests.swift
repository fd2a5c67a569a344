internal import Testing
internal import Timeline

struct LinkWordsTests {
  @Test(arguments: [
    ("answers", "answered by"), ("answered by", "answers"), ("follows from", "led to"), ("led to", "follows from"),
    ("refers to", "referred to by"), ("part of", "includes"), ("contradicts", "contradicted by"),
    ("possibly the same as", "possibly the same as"), ("is reminiscent of", "linked from"), ("", "linked from"),
  ]) func `says a relation from the far end`(relation: String, inverse: String) {
    #expect(Link.inverse(of: relation) == inverse)
  }
}
