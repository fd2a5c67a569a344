import Explorer
import Glibc
import TUI
import TestSupport
import Testing

/// Serialised, since ncurses has one screen at a time.
@Suite(.serialized) struct CursesTests {
  struct NoSuchTerminal: Error {}

  static func curses(_ term: String, _ size: Size, input: Int32 = STDIN_FILENO) throws -> Curses {
    setlocale(LC_CTYPE, "C.UTF-8")
    guard let curses = Curses(term: term, size: size, input: input) else { throw NoSuchTerminal() }
    return curses
  }
}

extension CursesTests {
  /// The effect of the frames is checked on a small terminal emulator of the test's own.
  @Suite struct FrameTests {
    private static let theme = Theme(background: .dark, colours: 16)

    @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "screen", "vt220", "vt100"], 0..<8)
    func `any frame over any other leaves the canvas on the screen`(term: String, seed: Int) throws {
      var random = SplitMix64(UInt64(seed))
      var size = Size(rows: 4, columns: 23)
      var curses = try CursesTests.curses(term, size)
      var glass = Glass(size)
      var shown: Canvas?
      var isMarred = false
      var theme = Theme(background: .dark, colours: curses.colours)
      for _ in 0..<40 {
        if random.next() % 12 == 0 {
          size = Size(rows: 1 + Int(random.next() % 9), columns: 2 + Int(random.next() % 60))
          curses.resize(size)
          glass = Glass(size)
          shown = nil
        }
        var canvas = random.next() % 3 == 0 ? Canvas(size: size) : shown ?? Canvas(size: size)
        for _ in 0..<random.next() % 6 { Self.scribble(on: &canvas, &random) }
        canvas.cursor = Point(
          row: Int(random.next() % UInt64(size.rows)), column: Int(random.next() % UInt64(size.columns)))
        if random.next() % 8 == 0 { theme.isPlain.toggle() }
        if random.next() % 9 == 0 {
          // Something else has written to the screen, and the reader has asked for a redraw.
          glass.take(Array(("\u{1B}[1;1H" + "noise".prefix(size.columns - 1)).utf8))
          isMarred = true
        }
        glass.take(curses.frame(canvas, isAnew: isMarred, theme: theme))
        shown = canvas
        isMarred = false
        expect(glass, shows: canvas, theme, hasDim: !Self.withoutDim.contains(term))
        if !glass.faults.isEmpty { return }
      }
    }

    private static func scribble(on canvas: inout Canvas, _ random: inout SplitMix64) {
      let texts = [
        "a line of text", "x", "      ", "漢字", "e\u{301}tude", "café – 2007", "─────", "                       ",
        "مرحبا", "🙂 ok", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      ]
      let styles = [
        Style.plain, .plain, .bold, .dim, Style(.accent), Style(.disputed, isUnderlined: true), Style(isReversed: true),
        Style(.match), Style(.uncertain),
      ]
      canvas.put(
        texts[Int(random.next() % UInt64(texts.count))],
        at: Point(
          row: Int(random.next() % UInt64(canvas.size.rows)),
          column: Int(random.next() % UInt64(canvas.size.columns + 2)) - 2),
        style: styles[Int(random.next() % UInt64(styles.count))])
    }

    /// Terminals for which terminfo has no dim text.
    private static let withoutDim: Set<String> = ["vt100", "vt220"]

    private func expect(_ glass: Glass, shows canvas: Canvas, _ theme: Theme, hasDim: Bool) {
      #expect(glass.faults.isEmpty)
      #expect(glass.cursor == canvas.cursor)
      #expect(glass.look == Theme.Look())
      for row in 0..<canvas.size.rows {
        for column in 0..<canvas.size.columns {
          let cell = canvas[row: row][row * canvas.size.columns + column]
          if cell.isRightHalf { continue }
          var look = theme.look(of: cell.style)
          look.isDim = look.isDim && hasDim
          let wanted = Glass.Cell(text: canvas.text(row: row, column: column), look: look)
          let seen = glass.cells[row][column]
          #expect(seen.looks(like: wanted), "row \(row), column \(column): \(seen), not \(wanted)")
        }
      }
    }

    @Test func `a first frame brings the page up and clears it, and a later one writes what has changed`() throws {
      let size = Size(rows: 3, columns: 40)
      var curses = try CursesTests.curses("xterm-256color", size)
      var canvas = Canvas(size: size)
      canvas.put("one two three", at: Point(row: 1, column: 0))
      let first = String(decoding: curses.frame(canvas, theme: Self.theme), as: UTF8.self)
      #expect(first.contains("\u{1B}[?1049h"))
      #expect(first.contains("\u{1B}[H\u{1B}[2J"))
      #expect(first.contains("one two three"))
      let same = curses.frame(canvas, theme: Self.theme)
      #expect(same.isEmpty)
      var second = canvas
      second.put("2", at: Point(row: 1, column: 4))
      let change = String(decoding: curses.frame(second, theme: Self.theme), as: UTF8.self)
      #expect(change.contains("2") && !change.contains("one") && !change.contains("three"))
    }

    @Test func `what is coloured is written again when the theme changes, and nothing else`() throws {
      let size = Size(rows: 1, columns: 40)
      var curses = try CursesTests.curses("xterm-256color", size)
      var canvas = Canvas(size: size)
      canvas.put("plain", at: Point(row: 0, column: 0))
      canvas.put("link", at: Point(row: 0, column: 10), style: Style(.accent))
      _ = curses.frame(canvas, theme: Theme(background: .unknown, colours: 16))
      let frame = String(decoding: curses.frame(canvas, theme: Self.theme), as: UTF8.self)
      #expect(frame.contains("96m") && frame.contains("link") && !frame.contains("plain"))
    }

    @Test func `no frame holds a control of the text's own`() throws {
      let size = Size(rows: 1, columns: 20)
      var curses = try CursesTests.curses("xterm-256color", size)
      var canvas = Canvas(size: size)
      canvas.put("é\u{1B}x\u{9B}y", at: Point(row: 0, column: 0))
      let frame = String(decoding: curses.frame(canvas, theme: Self.theme), as: UTF8.self)
      #expect(frame.contains("é\u{FFFD}x\u{FFFD}y"))
    }

    @Test func `what follows stays in its column, whatever the C library knows of a wide character`() throws {
      let size = Size(rows: 1, columns: 12)
      var curses = try CursesTests.curses("xterm-256color", size)
      for scalar in Emoji.all {
        var canvas = Canvas(size: size)
        let width = canvas.put(String(scalar) + "|", at: Point(row: 0, column: 0)) - 1
        var glass = Glass(size)
        glass.take(curses.frame(canvas, isAnew: true, theme: Self.theme))
        #expect(glass.faults.isEmpty)
        #expect(glass.cells[0][width].text == "|", "\(scalar) U+\(String(scalar.value, radix: 16))")
        #expect(["\(scalar)", "\u{FFFD}"].contains(glass.cells[0][0].text))
      }
    }

    @Test func `an unknown terminal is none`() {
      #expect(throws: CursesTests.NoSuchTerminal.self) {
        _ = try CursesTests.curses("no-such-terminal", Size(rows: 24, columns: 80))
      }
    }
  }
}

enum Emoji {
  /// Characters with emoji presentation by default, except the letters whose pairs make flags.
  static let all = (0x2000...0x1FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    .filter { $0.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains($0.value) }
}
