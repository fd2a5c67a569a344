import Explorer
import Glibc
import TUI
import TestSupport
import Testing

extension CursesTests {
  /// Keys read through ncurses itself, from a pipe that stands in for the terminal.
  @Suite struct KeyReaderTests {
    private func keys(_ bytes: [UInt8], term: String = "xterm-256color", usesMouse: Bool = false) throws -> [Key] {
      var reader = try Reader(term: term, usesMouse: usesMouse)
      reader.send(bytes)
      return reader.keys()
    }

    private struct Reader: ~Copyable {
      let curses: Curses
      var reader: KeyReader
      private let ends: [Int32]

      init(term: String = "xterm-256color", usesMouse: Bool = false) throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let curses = try CursesTests.curses(term, Size(rows: 24, columns: 80), input: ends[0])
        reader = KeyReader(Keyboard(curses, usesMouse: usesMouse))
        self.curses = curses
        self.ends = ends
      }

      deinit { for end in ends { close(end) } }

      func send(_ bytes: [UInt8]) { #expect(write(ends[1], bytes, bytes.count) == bytes.count) }

      /// Reads keys until there are none left.
      mutating func keys() -> [Key] {
        var keys: [Key] = []
        while let key = reader.next() { keys.append(key) }
        return keys
      }
    }

    @Test(arguments: [
      ("q", [Key.character("q")]), ("jj", [.character("j"), .character("j")]),
      ("é漢", [.character("é"), .character("漢")]),
      ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
      ("\u{C}", [.control("l")]), ("\u{0}", [.control(" ")]), ("\u{1C}", [.control("\\")]), ("\u{1B}", [.escape]),
      ("\u{1B}x", [.alt("x")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}]", [.alt("]")]),
      ("\u{1B}é", [.alt("é")]), ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[5~", [.pageUp]),
      ("\u{1B}[Z", [.backTab]), ("\u{1B}OP", [.function(1)]), ("\u{1B}[[E", [.function(5)]),
      ("\u{1B}[24~", [.function(12)]), ("\u{1B}[1~", [.home]), ("\u{1B}[8~", [.end]),
      ("\u{1B}OM", [.enter]), ("\u{1B}Op", [.character("0")]), ("\u{1B}OX", [.character("=")]),
      ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}\u{1B}\u{1B}\u{1B}", Array(repeating: .escape, count: 4)),
    ])
    func `reads keys`(bytes: String, expected: [Key]) throws {
      let seen = try keys(Array(bytes.utf8))
      #expect(seen == expected)
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "screen", "vt220", "vt100", "ansi"])
    func `reads arrows and the number pad on terminals of every kind`(term: String) throws {
      let sequences = ["\u{1B}[A", "\u{1B}OA", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[5~", "\u{1B}OX", "j"]
      let expected: [Key] = [.up, .up, .down, .right, .left, .pageUp, .character("="), .character("j")]
      #expect(try keys(Array(sequences.joined().utf8), term: term) == expected)
    }

    @Test(arguments: [
      "\u{1B}[99~", "\u{1B}[1;5A", "\u{1B}[<0;10;10M", "\u{1B}[M !!", "\u{1B}[?62;22c", "\u{1B}O5A", "\u{1B}\u{1B}[A",
      "\u{1B}\u{1B}[99~", "\u{1B}[27;5;113~", "\u{1B}[200x", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
      "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}P1+r436f\u{1B}\\", "\u{1B}[1;2", "\u{1B}[[z", "\u{9B}",
    ])
    func `swallows a sequence that means nothing here, to its last byte`(bytes: String) throws {
      #expect(try keys(Array(bytes.utf8)) == [.unknown])
    }

    @Test func `a sequence cut short by another leaves the other whole`() throws {
      #expect(try keys(Array("\u{1B}[12\u{1B}[Aq".utf8)) == [.unknown, .up, .character("q")])
    }

    @Test(arguments: [[0xFF], [0xC3], [0xE2, 0x82], [0xC0], [0x80], [0xF5], [0xED]] as [[UInt8]])
    func `takes no bytes for text that are not`(bytes: [UInt8]) throws {
      var reader = try Reader()
      reader.send(bytes)
      #expect(reader.keys().isEmpty)
      reader.send([UInt8(ascii: "q")])
      #expect(reader.keys() == [.character("q")])
    }

    @Test func `takes pasted text for text, whatever stands in it`() throws {
      let text = "q\r\u{1B}[A é 漢 \u{1B}[20"
      #expect(try keys(Array("\u{1B}[200~\(text)\u{1B}[201~q".utf8)) == [.paste(text), .character("q")])
      #expect(try keys(Array("\u{1B}[200~never ends".utf8)) == [.paste("never ends")])
    }

    @Test func `hears what the terminal says of its background, and leaves the keys`() throws {
      var reader = try Reader()
      reader.send(Array("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\j".utf8))
      #expect(reader.reader.next() == .unknown)
      #expect(reader.reader.background == .light)
      #expect(reader.keys() == [.character("j")])
    }

    @Test(
      arguments: [
        ("\u{1B}[<0;10;5M", [Mouse(.press, .left, at: Point(row: 4, column: 9))]),
        // A press and its release at once, as touchpads send them.
        (
          "\u{1B}[<0;10;5M\u{1B}[<0;10;5m",
          [Mouse(.press, .left, at: Point(row: 4, column: 9)), Mouse(.release, .left, at: Point(row: 4, column: 9))]
        ),
        ("\u{1B}[<2;80;24M", [Mouse(.press, .right, at: Point(row: 23, column: 79))]),
        ("\u{1B}[<64;1;1M", [Mouse(.wheelUp, at: Point(row: 0, column: 0))]),
        ("\u{1B}[<65;1;1M", [Mouse(.wheelDown, at: Point(row: 0, column: 0))]),
      ] as [(String, [Mouse])])
    func `reads the mouse where it is wanted`(bytes: String, expected: [Mouse]) throws {
      let seen = try keys(Array("\(bytes)q".utf8), usesMouse: true)
      #expect(seen == expected.map { .mouse($0) } + [.character("q")])
    }

    @Test func `asks for the mouse only where it is wanted, and undoes all it asks for`() throws {
      for usesMouse in [false, true] {
        let curses = try CursesTests.curses("xterm-256color", Size(rows: 24, columns: 80))
        let keyboard = Keyboard(curses, usesMouse: usesMouse)
        let (start, end) = (
          String(decoding: keyboard.start, as: UTF8.self), String(decoding: keyboard.end, as: UTF8.self)
        )
        #expect(start.contains("\u{1B}[?1h") && end.contains("\u{1B}[?1l"))
        #expect(start.contains("\u{1B}[?1006;1000h") == usesMouse)
        #expect(end.contains("\u{1B}[?1006;1000l") == usesMouse)
      }
    }

    @Test func `uses up any bytes at all`() throws {
      var random = SplitMix64(7)
      let alphabet: [UInt8] = Array("\u{1B}\u{1B}\u{1B}[[O]P\\;0~A?<M2q\u{7}\u{18}\r é漢".utf8) + [0xFF, 0xC3, 0x9B, 0]
      var reader = try Reader()
      for _ in 0..<8 {
        let bytes = (0..<40).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
        reader.send(bytes)
        // Bytes that are not text end a turn just as the end of input does; the next turn continues after them.
        var count = 0
        for _ in 0..<8 { count += reader.keys().count }
        #expect(count <= bytes.count)
        reader.send([UInt8(ascii: "!")])
        #expect(reader.keys().last == .character("!"))
      }
    }
  }
}
