import TestSupport
internal import Testing
internal import Timeline

struct FoldedPostTests {
  /// Whatever another program does to spaces, line breaks, quotes, dashes and normal forms, every passage that begins
  /// and ends at a word boundary is found, and what is found folds to the same passage.
  @Test(arguments: 0..<40) func `saving again never loses a passage`(seed: Int) {
    var random = SplitMix64(UInt64(seed))
    let original = PostText(name: "post.txt", MadeText.post(paragraphs: 6, &random))
    let ranges = (0..<12).map { _ in Self.passage(of: original, &random) }
    let copy = PostText(name: "copy.txt", MadeText.saved(original.text(0..<original.scalars.count), &random))
    let proof = CitedPost(original, ranges).proof(in: copy)
    #expect(proof.entries.count == 12)
    for entry in proof.entries {
      guard let place = entry.place else {
        Issue.record("lost \(original.text(entry.citation.range!)) of seed \(seed)")
        continue
      }
      #expect(Passage(copy.text(place)) == Passage(original.text(entry.citation.range!)))
    }
  }

  /// From a word's start to a word's end, in one paragraph.
  private static func passage(of text: PostText, _ random: inout SplitMix64) -> Range<Int> {
    let paragraph = text.paragraphs.randomElement(using: &random)!.range
    func isSpace(_ index: Int) -> Bool { text.scalars[index].properties.isWhitespace }
    let starts = paragraph.filter { !isSpace($0) && ($0 == paragraph.lowerBound || isSpace($0 - 1)) }
    let start = starts.randomElement(using: &random)!
    let ends = (start + 1...paragraph.upperBound).filter { end in
      !isSpace(end - 1) && (end == paragraph.upperBound || isSpace(end))
    }
    return start..<ends.randomElement(using: &random)!
  }

  @Test func `a passage may begin and end beside any mark`() {
    let post = CitedPost(
      "He said “never again” (twice), it’s said.", ["never again", "twice", "again” (twice)", "s said"])
    let copy = PostText(name: "copy.txt", "Header\n\nHe said\n\"never again\" (twice), it's said.")
    #expect(post.proof(in: copy).entries.allSatisfy { $0.place != nil })
  }

  @Test func `scripts that do not set words apart may be cut anywhere`() {
    let post = CitedPost("前文。夜の港に船が着いた。後文。", ["港に船"])
    let copy = PostText(name: "copy.txt", "題名\n\n前文。 夜の港に船が着いた。後文。")
    #expect(post.proof(in: copy).entries[0].outcome == .moved(Proof.Place(paragraph: 2, range: 10..<13)))
  }

  @Test func `letters composed and decomposed are one, and keep the way back`() {
    let post = CitedPost("The cafe\u{301} by the pier was open", ["cafe\u{301} by the pier"])
    let copy = PostText(name: "copy.txt", "At\n\nThe café by the pier was open")
    #expect(copy.text(post.proof(in: copy).entries[0].place!) == "café by the pier")
  }
}
