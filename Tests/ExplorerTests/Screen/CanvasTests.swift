import Explorer
import TestSupport
import Testing

@Suite struct CanvasTests {
  private func row(_ columns: Int, isASCII: Bool = false, _ draw: (inout Canvas) -> Void) -> [String] {
    var canvas = Canvas(size: Size(rows: 1, columns: columns), isASCII: isASCII)
    draw(&canvas)
    return (0..<columns).map { canvas.text(row: 0, column: $0) }
  }

  @Test func `puts text from a point on and says how many columns it took`() {
    var canvas = Canvas(size: Size(rows: 2, columns: 8))
    let used = canvas.put("Climbié", at: Point(row: 1, column: 1))
    #expect(used == 7)
    #expect(canvas.text == ["", " Climbié"])
  }

  @Test func `clips at the end of the row, at the width and at the left edge`() {
    #expect(row(4) { $0.put("abcdef", at: Point(row: 0, column: 2)) } == [" ", " ", "a", "b"])
    #expect(row(4) { $0.put("abcdef", at: Point(row: 0, column: 0), width: 2) } == ["a", "b", " ", " "])
    #expect(row(4) { $0.put("abcdef", at: Point(row: 0, column: -3)) } == ["d", "e", "f", " "])
  }

  @Test(
    arguments: [
      Point(row: -1, column: 0), Point(row: 1, column: 0), Point(row: 0, column: 4), Point(row: 0, column: .max),
      Point(row: .min, column: .min), Point(row: 0, column: .min),
    ] as [Point])
  func `leaves the canvas alone when the place is off it`(point: Point) {
    #expect(row(4) { $0.put("abc", at: point) } == [" ", " ", " ", " "])
  }

  @Test func `gives a wide character two cells, and never cuts it`() {
    #expect(row(4) { $0.put("漢字", at: Point(row: 0, column: 0)) } == ["漢", "", "字", ""])
    #expect(row(3) { $0.put("漢字", at: Point(row: 0, column: 0)) } == ["漢", "", " "])
    #expect(row(3) { $0.put("漢a", at: Point(row: 0, column: -1)) } == [" ", "a", " "])
    #expect(row(4) { $0.put("字x", at: Point(row: 0, column: 0), width: 1) } == [" ", " ", " ", " "])
  }

  @Test(arguments: [
    (0, ["x", " ", "字", ""]), (1, [" ", "x", "字", ""]), (2, ["漢", "", "x", " "]), (3, ["漢", "", " ", "x"]),
  ])
  func `makes a space of the other half of a wide character that is written over`(column: Int, cells: [String]) {
    let drawn = row(4) {
      $0.put("漢字", at: Point(row: 0, column: 0))
      $0.put("x", at: Point(row: 0, column: column))
    }
    #expect(drawn == cells)
  }

  @Test func `makes spaces of both neighbours that a wide character covers by half`() {
    let drawn = row(4) {
      $0.put("漢字", at: Point(row: 0, column: 0))
      $0.put("語", at: Point(row: 0, column: 1))
    }
    #expect(drawn == [" ", "語", "", " "])
  }

  @Test func `sets marks on the character before them, and drops those without one or beyond the fourth`() {
    #expect(row(2) { $0.put("e\u{301}x", at: Point(row: 0, column: 0)) } == ["e\u{301}", "x"])
    #expect(row(2) { $0.put("\u{301}x", at: Point(row: 0, column: 0)) } == ["x", " "])
    let many = "e" + String(repeating: "\u{301}", count: 9)
    #expect(row(1) { $0.put(many, at: Point(row: 0, column: 0)) }[0].unicodeScalars.count == 5)
  }

  @Test func `shows controls as U+FFFD, separators as a space, and nothing of what changes direction or joins`() {
    let text = "a\u{1B}b\tc\u{7F}\u{9B}\u{202E}d\u{200D}\u{FE0F}"
    #expect(
      row(8) { $0.put(text, at: Point(row: 0, column: 0)) } == [
        "a", "\u{FFFD}", "b", " ", "c", "\u{FFFD}", "\u{FFFD}", "d",
      ])
  }

  @Test func `puts ASCII stand-ins, as wide as they are, where only ASCII can be shown`() {
    let drawn = row(9, isASCII: true) { $0.put("é…“x”漢", at: Point(row: 0, column: 0)) }
    #expect(drawn == ["e", ".", ".", ".", "\"", "x", "\"", "?", " "])
  }

  @Test func `changes the style of a run and leaves its text alone, clipped to the canvas`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 3))
    canvas.put("abc", at: Point(row: 0, column: 0), style: .bold)
    canvas.restyle(row: 0, columns: -5..<2) { $0.isReversed = true }
    canvas.restyle(row: 7, columns: 0..<2) { $0.isReversed = true }
    #expect(canvas.text == ["abc"])
    #expect(canvas[row: 0].map(\.style.isReversed) == [true, true, false])
    #expect(canvas[row: 0].allSatisfy { $0.style.weight == .bold })
  }

  @Test func `a cell takes eight bytes, all of which count, so that cells can be compared by their bits`() {
    #expect(MemoryLayout<Canvas.Cell>.size == 8 && MemoryLayout<Canvas.Cell>.stride == 8)
  }

  @Test func `has at least one cell`() {
    #expect(Canvas(size: Size(rows: 0, columns: -3)).text == [""])
  }

  @Test func `keeps every row as wide as the screen, whatever is put where`() {
    let texts = ["a", "漢字", "e\u{301}", "\u{1B}[2J", "漢a字b", "", "\u{301}", "👩‍👧"]
    var generator = SplitMix64(42)
    func random(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
    for _ in 0..<300 {
      var canvas = Canvas(size: Size(rows: 2, columns: 7))
      for _ in 0..<12 {
        canvas.put(
          texts[random(0..<texts.count)], at: Point(row: random(0..<2), column: random(-3..<9)), width: random(0..<5))
      }
      for row in 0..<2 {
        let cells = (0..<7).map { canvas.text(row: row, column: $0) }
        #expect(cells.reduce(0) { $0 + CellWidth.of($1) } == 7, "\(cells)")
        #expect(
          !cells.enumerated().contains { $1.isEmpty && ($0 == 0 || CellWidth.of(cells[$0 - 1]) != 2) }, "\(cells)")
      }
    }
  }
}
