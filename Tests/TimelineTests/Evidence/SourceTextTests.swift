internal import Testing
internal import Timeline

struct SourceTextTests {
  private func view(_ text: String, _ passages: [String]) -> SourceText {
    let post = CitedPost(text, passages)
    return SourceText(post.source(), post.text, post.proof(in: post.text))
  }

  /// The characters of a mark or run.
  private func shown(_ paragraph: SourceText.Paragraph, _ range: Range<Int>) -> String {
    String(Array(paragraph.text)[range])
  }

  @Test func `shows each paragraph on one line without controls`() {
    let text = view("A\u{1B}[31m title\u{7}\n\nOne\r\n  two\tthree\u{A0}\u{202E}four\u{AD}\n", [])
    #expect(text.paragraphs.map(\.text) == ["A[31m title", "One two three four"])
    #expect(text.paragraphs.map(\.number) == [1, 2])
  }

  @Test func `marks a passage over a line break in characters of the line`() {
    let text = view("Title\n\nThe cafe\u{301} was\n   open all night.", ["cafe\u{301} was\n   open"])
    let paragraph = text.paragraphs[1]
    #expect(paragraph.marks.map { shown(paragraph, $0.range) } == ["café was open"])
    #expect(paragraph.marks[0].range == 4..<17)
    #expect(paragraph.marks[0].supports.map(\.event) == ["event-1"])
  }

  @Test func `numbers passages as they begin, and citations of one passage share its mark`() {
    let text = view("One two.\n\nThree four.", ["Three", "two", "One", "two"])
    #expect(text.paragraphs[0].marks.map(\.number) == [1, 2])
    #expect(text.paragraphs[0].marks[1].supports.map(\.event) == ["event-2", "event-4"])
    #expect(text.paragraphs[1].marks.map(\.number) == [3])
  }

  @Test func `runs cover the paragraph, and where passages overlap both hold`() {
    let paragraph = view("a b c d e f", ["b c d", "c d e", "d"]).paragraphs[0]
    #expect(paragraph.runs.map { shown(paragraph, $0.range) } == ["a ", "b ", "c ", "d", " e", " f"])
    #expect(paragraph.runs.map(\.marks) == [[], [1], [1, 2], [1, 2, 3], [2], []])
  }

  @Test func `marks where a passage stands in a copy, also over a paragraph's end`() {
    let post = CitedPost("Harbour lights\n\nThe keeper wrote nothing down.", ["keeper wrote nothing"])
    let copy = PostText(name: "copy.txt", "Harbour lights\n\nThe keeper\n\nwrote nothing down.")
    let text = SourceText(post.source(), copy, post.proof(in: copy))
    #expect(
      text.paragraphs.map { paragraph in paragraph.marks.map { shown(paragraph, $0.range) } }
        == [[], ["keeper"], ["wrote nothing"]])
    #expect(text.paragraphs.flatMap(\.marks).map(\.number) == [1, 1])
  }
}
