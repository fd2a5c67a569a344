internal import Testing
internal import Timeline

struct PostTextTests {
  private func paragraphs(_ text: String) -> [String] {
    let post = PostText(name: "post.txt", text)
    #expect(post.paragraphs.map(\.number) == Array(post.paragraphs.indices.map { $0 + 1 }))
    return post.paragraphs.map { post.text($0.range) }
  }

  @Test func `a paragraph is a run of lines that are not blank`() {
    #expect(paragraphs("one\ntwo\n\nthree\n") == ["one\ntwo", "three"])
    #expect(paragraphs("\n\n  one\n \t\n\n\ntwo") == ["  one", "two"])
    #expect(paragraphs("one") == ["one"])
    #expect(paragraphs("") == [])
    #expect(paragraphs("\n \n") == [])
  }

  @Test func `a line of non-breaking spaces is blank`() {
    #expect(paragraphs("one\n\u{A0}\u{A0}\ntwo\n\u{202F}\nthree") == ["one", "two", "three"])
  }

  @Test func `lines end in any of the three ways`() {
    #expect(paragraphs("one\r\ntwo\r\n\r\nthree\r\rfour") == ["one\r\ntwo", "three", "four"])
  }

  @Test func `ranges count scalars, not bytes nor characters`() {
    let post = PostText(name: "post.txt", "e\u{301}é\n\n👩\u{200D}🚀 b")
    #expect(post.paragraphs.map(\.range) == [0..<3, 5..<10])
    #expect(post.text(9..<10) == "b")
    #expect(post.text(8..<99) == " b")
  }

  @Test func `finds the paragraph of a scalar, or the next one`() {
    let post = PostText(name: "post.txt", "ab\n\n\ncd\n")
    #expect((0..<8).map { post.paragraph(at: $0)?.number } == [1, 1, 2, 2, 2, 2, 2, nil])
  }

  @Test func `what is not UTF-8 is replaced, and its bytes are what is digested`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62]
    let post = PostText(name: "post.txt", bytes: bytes)
    #expect(post.text(0..<3) == "a\u{FFFD}b")
    #expect(post.digest == Digest(of: bytes))
  }
}
