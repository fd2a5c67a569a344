internal import Explorer
internal import Testing

struct PromptLineTests {
  private static func line(_ text: String, cursor: Int, width: Int, fault: Int? = nil) -> PromptLine {
    var prompt = Prompt(command: .find, text: text)
    prompt.cursor = cursor
    prompt.faultOffset = fault
    return PromptLine(prompt, width: width) { $0 }
  }

  @Test(
    arguments: [
      ("bridge", 6, 10, "bridge", 6), ("bridge", 0, 10, "bridge", 0), ("a long line", 11, 5, "line", 4),
      ("a long line", 0, 5, "a lon", 0), ("", 0, 5, "", 0), ("橋の上", 3, 5, "の上", 4), ("bridge", 99, 10, "bridge", 6),
      ("bridge", 6, 1, "", 0),
    ] as [(String, Int, Int, String, Int)])
  func `shows the part with the insertion point`(text: String, cursor: Int, width: Int, visible: String, column: Int) {
    let line = Self.line(text, cursor: cursor, width: width)
    #expect(line.visible == visible)
    #expect(line.cursor == column)
  }

  @Test func `a fault is where its scalar stands, and nowhere when that is out of view`() {
    #expect(Self.line("橋 agncy:x", cursor: 9, width: 20, fault: 2).fault == 3)
    #expect(Self.line("bridge", cursor: 6, width: 20, fault: 6).fault == 6)
    #expect(Self.line("a long line", cursor: 11, width: 5, fault: 0).fault == nil)
  }
}
