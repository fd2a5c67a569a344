internal import Explorer
internal import Testing

struct WrappingTests {
  private func lines(_ texts: [String], _ width: Int) -> [String] {
    let styles: [Style] = [.plain, .bold, .dim]
    let spans = texts.enumerated().map { Span($1, styles[$0 % 3]) }
    return Wrapping.wrap(spans, width: width).map { $0.map(\.text).joined(separator: "|") }
  }

  @Test(
    arguments: [
      (["one two"], 7, ["one two"]), (["one two"], 6, ["one", "two"]), (["one two  "], 7, ["one two"]),
      (["one two  "], 20, ["one two"]), (["  one"], 20, ["  one"]), (["   "], 20, [""]), ([""], 5, [""]), ([], 5, [""]),
      (["one ", "two", " ", "  "], 20, ["one |two"]), (["one", "", "two"], 20, ["one|two"]),
      (["on", "e tw", "o"], 4, ["on|e", "tw|o"]), (["abcdef"], 4, ["abcd", "ef"]), (["a/bc—d"], 4, ["a/", "bc—d"]),
      (["語語 a"], 6, ["語語 a"]), (["語語 a"], 5, ["語語", "a"]), (["e\u{301}te\u{301} a"], 5, ["e\u{301}te\u{301} a"]),
      (["¶4, “so”  "], 12, ["¶4, “so”"]),
    ] as [([String], Int, [String])])
  func `breaks at spaces, and keeps a line that fits`(texts: [String], width: Int, expected: [String]) {
    #expect(lines(texts, width) == expected)
  }

  @Test func `an address goes whole to a line of its own, and is cut only where it must be`() {
    let text = [Span("See https://example.org/a/b or a/b")]
    func lines(_ width: Int, cut: Bool) -> [String] {
      Wrapping.wrap(text, width: width, cutsAddresses: cut).map { $0.map(\.text).joined() }
    }
    #expect(lines(26, cut: true) == ["See", "https://example.org/a/b or", "a/b"])
    #expect(lines(10, cut: true) == ["See", "https://ex", "ample.org/", "a/b or a/b"])
    #expect(lines(10, cut: false) == ["See", "https://example.org/a/b", "or a/b"])
  }

  @Test func `spans of one style are joined`() {
    let spans = [Span("a"), Span(""), Span("b"), Span("c", .bold)]
    #expect(Wrapping.wrap(spans, width: 9) == [[Span("ab"), Span("c", .bold)]])
  }
}
