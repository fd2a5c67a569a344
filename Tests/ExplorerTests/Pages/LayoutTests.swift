internal import Explorer
internal import Testing

@Suite struct LayoutTests {
  private func lines(_ rows: [Row], width: Int) -> [String] {
    Layout(Page(title: "T", rows: rows), width: width).lines.map { line in
      String(repeating: " ", count: line.indent) + line.spans.map(\.text).joined()
    }
  }

  @Test func `lines that go on hang under the text that they continue`() {
    var row = Row(.text, "12 some words to wrap")
    row.hang = 3
    #expect(lines([row], width: 10) == ["12 some", "   words", "   to wrap"])
  }

  @Test func `what follows below a row is set in like its other lines`() {
    var row = Row(.text, "one two")
    row.hang = 2
    row.below = [[Span("a note")], [Span("words")]]
    #expect(lines([row], width: 8) == ["one two", "  a note", "  words"])
  }

  @Test func `columns wrap each within its own width`() {
    let row = Row(
      cells: [([Span("1990")], 6), ([Span("a title that has to be wrapped in it")], nil), ([Span("Borough")], 7)],
      spoken: "")
    // 6 + 2 + 20 + 2 + 7.
    #expect(
      lines([row], width: 37) == [
        "1990    a title that has to   Borough",
        "        be wrapped in it",
      ])
  }

  @Test func `columns without a width share what is left`() {
    let row = Row(cells: [([Span("left")], nil), ([Span("right")], nil)], spoken: "")
    #expect(lines([row], width: 42) == ["left" + String(repeating: " ", count: 18) + "right"])
  }

  @Test func `columns become running text where they have no room`() {
    let row = Row(cells: [([Span("1990")], 6), ([Span("a title")], nil), ([Span("Borough")], 7)], spoken: "")
    #expect(lines([row], width: 36) == ["1990  a title  Borough"])
  }

  @Test func `what is added to a row in columns goes to the one that is not of a fixed width`() {
    var row = Row(cells: [([Span("1990")], 4), ([Span("a title")], nil), ([Span("Borough")], 7)], spoken: "")
    row.append(Span(", late"))
    #expect(lines([row], width: 35) == ["1990  a title, late         Borough"])
  }
}
