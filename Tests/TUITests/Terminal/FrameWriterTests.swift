import Explorer
import TUI
import TestSupport
import Testing

/// What the frames do is seen on a small terminal of the test's own.
@Suite struct FrameWriterTests {
  private static let xterm: TerminalCodes = {
    var codes = TerminalCodes()
    codes.clear = Array("\u{1B}[H\u{1B}[2J".utf8)
    codes.eraseToEnd = Array("\u{1B}[K".utf8)
    codes.plain = Array("\u{1B}[m".utf8)
    codes.bold = Array("\u{1B}[1m".utf8)
    codes.dim = Array("\u{1B}[2m".utf8)
    codes.underlined = Array("\u{1B}[4m".utf8)
    codes.reversed = Array("\u{1B}[7m".utf8)
    codes.colours = (0..<16).map { Array("\u{1B}[\($0 < 8 ? 30 + $0 : 82 + $0)m".utf8) }
    codes.hasColumns = true
    return codes
  }()

  /// No colours, no column addresses, no jumps but in plain, and a last cell that must stay empty.
  private static let old: TerminalCodes = {
    var codes = xterm
    codes.colours = []
    codes.hasColumns = false
    codes.jumpsInAnyLook = false
    codes.scrollsAtEnd = true
    codes.eraseToEnd = []
    return codes
  }()

  private static let colours = Theme(background: .dark, colours: 16)

  private func canvas(_ rows: [String], columns: Int = 20, style: Style = .plain) -> Canvas {
    var canvas = Canvas(size: Size(rows: rows.count, columns: columns))
    for (row, text) in rows.enumerated() { canvas.put(text, at: Point(row: row, column: 0), style: style) }
    return canvas
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "^")
  }

  @Test func `a first frame clears the screen and writes what is not blank`() {
    var writer = FrameWriter(Self.xterm, theme: Self.colours)
    let frame = writer.frame(canvas(["abc", "", "    de"]), over: nil, theme: Self.colours)
    #expect(text(frame) == "^[m^[H^[2Jabc^[3;5Hde^[1;1H")
  }

  @Test(arguments: [
    ("what stays is jumped over", "one  two  three  four", "One  two  three  Four", "O^[18GF"),
    ("a short way is written again", "one two", "One Two", "One T"),
    ("what became blank is erased in one go", "one two three", "one", "one ^[K"),
    ("what is shorter than that is written over", "one two", "one t", "^[6G  "),
    ("nothing is written for nothing", "one two", "one two", ""),
  ])
  func `a later frame writes what has changed`(rule: String, before: String, after: String, expected: String) {
    var writer = FrameWriter(Self.xterm, theme: Self.colours)
    let first = canvas([before], columns: 30)
    _ = writer.frame(first, over: nil, theme: Self.colours)
    var second = canvas([after], columns: 30)
    second.cursor = Point(row: 0, column: 29)
    let frame = text(writer.frame(second, over: first, theme: Self.colours))
    #expect(frame == expected + "^[30G", "\(rule)")
  }

  @Test func `a look is put on by what it adds and taken off by going back to plain`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 20))
    canvas.put("a", at: Point(row: 0, column: 0), style: .bold)
    canvas.put("b", at: Point(row: 0, column: 1), style: Style(weight: .bold, isUnderlined: true))
    canvas.put("c", at: Point(row: 0, column: 2), style: Style(.accent, isUnderlined: true))
    canvas.put("d", at: Point(row: 0, column: 3), style: Style(.disputed, isUnderlined: true))
    var writer = FrameWriter(Self.xterm, theme: Self.colours)
    let frame = writer.frame(canvas, over: nil, theme: Self.colours)
    #expect(text(frame) == "^[m^[H^[2J^[1ma^[4mb^[m^[4m^[96mc^[91md^[m\r")
  }

  @Test func `what is coloured is written again when the theme changes, and nothing else`() {
    var canvas = canvas(["plain"])
    canvas.put("link", at: Point(row: 0, column: 10), style: Style(.accent))
    var writer = FrameWriter(Self.xterm, theme: Theme(background: .unknown, colours: 16))
    _ = writer.frame(canvas, over: nil, theme: Theme(background: .unknown, colours: 16))
    #expect(text(writer.frame(canvas, over: canvas, theme: Self.colours)) == "^[11G^[96mlink^[m\r")
  }

  @Test func `no frame holds a control of the text's own`() {
    var writer = FrameWriter(Self.xterm, theme: Self.colours)
    let frame = writer.frame(canvas(["é\u{1B}x\u{9B}y"]), over: nil, theme: Self.colours)
    #expect(text(frame) == "^[m^[H^[2Jé\u{FFFD}x\u{FFFD}y\r")
  }

  @Test func `what cannot be shown in colour gives way to it`() {
    var codes = Self.xterm
    codes.excludedByColour.isUnderlined = true
    var canvas = Canvas(size: Size(rows: 1, columns: 9))
    canvas.put("a", at: Point(row: 0, column: 0), style: Style(.accent, isUnderlined: true))
    var writer = FrameWriter(codes, theme: Self.colours)
    #expect(text(writer.frame(canvas, over: nil, theme: Self.colours)) == "^[m^[H^[2J^[96ma^[m\r")
  }

  @Test(arguments: [true, false], 0..<40)
  func `any frame over any other leaves the canvas on the screen`(isModern: Bool, seed: Int) {
    let codes = isModern ? Self.xterm : Self.old
    var random = SplitMix64(UInt64(seed))
    let size = Size(rows: 4, columns: 23)
    var writer = FrameWriter(codes, theme: Self.colours)
    var glass = Glass(size, scrollsAtEnd: codes.scrollsAtEnd)
    var shown: Canvas?
    var theme = Self.colours
    for _ in 0..<25 {
      var canvas = random.next() % 3 == 0 ? Canvas(size: size) : shown ?? Canvas(size: size)
      for _ in 0..<random.next() % 6 { Self.scribble(on: &canvas, &random) }
      canvas.cursor = Point(row: Int(random.next() % 4), column: Int(random.next() % 23))
      if random.next() % 8 == 0 { theme.isPlain.toggle() }
      if random.next() % 9 == 0 { shown = nil }
      glass.take(writer.frame(canvas, over: shown, theme: theme))
      shown = canvas
      expect(glass, shows: canvas, theme, hasColours: isModern)
    }
  }

  private static func scribble(on canvas: inout Canvas, _ random: inout SplitMix64) {
    let texts = [
      "a line of text", "x", "      ", "漢字", "e\u{301}tude", "café – 2007", "─────", "                       ",
    ]
    let styles = [
      Style.plain, .plain, .bold, .dim, Style(.accent), Style(.disputed, isUnderlined: true), Style(isReversed: true),
    ]
    canvas.put(
      texts[Int(random.next() % UInt64(texts.count))],
      at: Point(row: Int(random.next() % 4), column: Int(random.next() % 25) - 2),
      style: styles[Int(random.next() % UInt64(styles.count))])
  }

  private func expect(_ glass: Glass, shows canvas: Canvas, _ theme: Theme, hasColours: Bool) {
    #expect(glass.faults.isEmpty)
    #expect(glass.cursor == canvas.cursor)
    #expect(glass.look == Theme.Look())
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns {
        let cell = canvas[row: row][row * canvas.size.columns + column]
        if cell.isRightHalf { continue }
        let end = column + CellWidth.of(cell.scalar)
        if !hasColours, row == canvas.size.rows - 1, end == canvas.size.columns { continue }
        var look = theme.look(of: cell.style)
        if !hasColours { look.colour = nil }
        let seen = glass.cells[row][column]
        #expect(seen.text == canvas.text(row: row, column: column), "row \(row), column \(column)")
        #expect(seen.look == look, "row \(row), column \(column)")
      }
    }
  }
}

/// As much of a terminal as frames need: ECMA-48's CUP, CHA, ED, EL and SGR, carriage return and text.
private struct Glass {
  struct Cell: Equatable {
    var text = " "
    var look = Theme.Look()
  }

  private(set) var cells: [[Cell]]
  private(set) var cursor = Point(row: 0, column: 0)
  private(set) var look = Theme.Look()
  private(set) var faults: [String] = []
  private let size: Size
  private let scrollsAtEnd: Bool

  init(_ size: Size, scrollsAtEnd: Bool) {
    self.size = size
    self.scrollsAtEnd = scrollsAtEnd
    // What was there before, which a first frame must clear away.
    cells = Array(repeating: Array(repeating: Cell(text: "#"), count: size.columns), count: size.rows)
  }

  mutating func take(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\r" {
        cursor.column = 0
      } else if scalar == "\u{1B}" {
        if rest.popFirst() != "[" { faults.append("no control sequence") }
        let parameters = rest.prefix { ("0"..."9").contains($0) || $0 == ";" }
        rest = rest.dropFirst(parameters.count)
        control(rest.popFirst(), String(parameters).split(separator: ";").map { Int($0)! })
      } else {
        put(scalar)
      }
    }
  }

  private mutating func control(_ final: Unicode.Scalar?, _ numbers: [Int]) {
    switch final {
    case "H":
      cursor = Point(row: (numbers.first ?? 1) - 1, column: (numbers.count > 1 ? numbers[1] : 1) - 1)
      if !(0..<size.rows).contains(cursor.row) || !(0..<size.columns).contains(cursor.column) { faults.append("off") }
    case "G": cursor.column = numbers[0] - 1
    case "J": for row in 0..<size.rows { erase(row, from: 0) }
    case "K": erase(cursor.row, from: cursor.column)
    case "m":
      switch numbers.first ?? 0 {
      case 0: look = Theme.Look()
      case 1: look.isBold = true
      case 2: look.isDim = true
      case 4: look.isUnderlined = true
      case 7: look.isReversed = true
      case let colour where colour >= 90: look.colour = Int16(colour - 82)
      case let colour: look.colour = Int16(colour - 30)
      }
    default: faults.append("unknown sequence")
    }
  }

  private mutating func erase(_ row: Int, from column: Int) {
    if look != Theme.Look() { faults.append("erased in a look") }
    for column in column..<size.columns { cells[row][column] = Cell() }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = CellWidth.of(scalar)
    if width == 0 {
      let column = cells[cursor.row][cursor.column - 1].text.isEmpty ? cursor.column - 2 : cursor.column - 1
      cells[cursor.row][column].text.unicodeScalars.append(scalar)
      return
    }
    guard cursor.column + width <= size.columns else { return faults.append("beyond the row") }
    if scrollsAtEnd, cursor.row == size.rows - 1, cursor.column + width == size.columns { faults.append("scrolled") }
    cells[cursor.row][cursor.column] = Cell(text: String(scalar), look: look)
    if width == 2 { cells[cursor.row][cursor.column + 1] = Cell(text: "", look: look) }
    cursor.column += width
  }
}
