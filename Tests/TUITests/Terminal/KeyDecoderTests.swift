import Explorer
import TUI
import Testing

@Suite struct KeyDecoderTests {
  private static let vt100: [(bytes: [UInt8], key: Key)] = [
    (Array("\u{1B}OA".utf8), .up), (Array("\u{1B}Oq".utf8), .end),
  ]

  private func keys(_ bytes: [UInt8], isComplete: Bool = true) -> [Key] {
    var decoder = KeyDecoder(sequences: Self.vt100)
    decoder.feed(bytes)
    var keys: [Key] = []
    while let key = decoder.next(isComplete: isComplete) { keys.append(key) }
    return keys
  }

  @Test(arguments: [
    ("q", [Key.character("q")]), ("jj", [.character("j"), .character("j")]),
    ("é漢", [.character("é"), .character("漢")]),
    ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
    ("\u{C}", [.control("l")]), ("\u{0}", [.control(" ")]), ("\u{1B}", [.escape]), ("\u{1B}x", [.alt("x")]),
    ("\u{1B}é", [.alt("é")]), ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[5~", [.pageUp]),
    ("\u{1B}[Z", [.backTab]), ("\u{1B}OP", [.function(1)]), ("\u{1B}[[E", [.function(5)]),
    ("\u{1B}[24~", [.function(12)]),
    ("\u{1B}OM", [.enter]), ("\u{1B}Op", [.character("0")]), ("\u{1B}\u{1B}", [.escape, .escape]),
  ])
  func `reads keys`(bytes: String, expected: [Key]) {
    #expect(keys(Array(bytes.utf8)) == expected)
  }

  @Test func `prefers what terminfo says of this terminal`() {
    #expect(keys(Array("\u{1B}Oq".utf8)) == [.end])
  }

  @Test(arguments: [
    "\u{1B}[99~", "\u{1B}[1;5A", "\u{1B}[<0;10;10M", "\u{1B}[?62;22c", "\u{1B}O5A", "\u{1B}\u{1B}[A",
    "\u{1B}[27;5;113~",
    "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}P1+r436f\u{1B}\\", "\u{1B}[1;2",
    "\u{1B}[[z", "\u{9B}",
  ])
  func `swallows a sequence that means nothing here, to its last byte`(bytes: String) {
    #expect(keys(Array(bytes.utf8) + [UInt8(ascii: "n")]).last != .character("q"))
    #expect(keys(Array(bytes.utf8)) == [.unknown])
  }

  @Test(arguments: [[0xFF], [0xC3], [0xE2, 0x82], [0xC0], [0x80], [0xF5], [0xED]] as [[UInt8]])
  func `takes bytes that are not UTF-8 for an unknown key`(bytes: [UInt8]) {
    #expect(keys(bytes) == [.unknown])
    #expect(keys(bytes + [UInt8(ascii: "q")]).last == .character("q"))
  }

  @Test func `takes pasted text for text, whatever stands in it`() {
    #expect(keys(Array("\u{1B}[200~q\r\u{1B}[A\u{1B}[201~q".utf8)) == [.paste("q\r\u{1B}[A"), .character("q")])
    #expect(keys(Array("\u{1B}[200~never ends".utf8)) == [.paste("never ends")])
  }

  @Test(arguments: ["\u{1B}[1;5A", "\u{1B}OA", "漢", "\u{1B}[200~paste\u{1B}[201~", "\u{1B}]0;t\u{1B}\\", "\u{1B}é"])
  func `waits for the rest of what comes in pieces`(bytes: String) {
    let whole = keys(Array(bytes.utf8))
    var decoder = KeyDecoder(sequences: Self.vt100)
    for byte in bytes.utf8.dropLast() {
      decoder.feed([byte])
      #expect(decoder.next(isComplete: false) == nil)
      #expect(decoder.isPending)
    }
    decoder.feed(Array(bytes.utf8.suffix(1)))
    #expect(decoder.next(isComplete: false) == whole.first)
    #expect(!decoder.isPending)
  }

  @Test func `gives a lone Esc 25 milliseconds, and a sequence that has begun more`() {
    var decoder = KeyDecoder()
    decoder.feed([0x1B])
    #expect(decoder.wait == 25)
    decoder.feed([UInt8(ascii: "[")])
    #expect(decoder.wait > 100)
  }

  @Test func `takes up an answer that has come before any key, and leaves the keys`() {
    var decoder = KeyDecoder()
    decoder.feed("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\j".utf8)
    decoder.takeAnswers()
    #expect(decoder.background == .light)
    #expect(decoder.next(isComplete: false) == .character("j"))
    decoder.feed("k\u{1B}]11;rgb:0000/0000/0000\u{7}".utf8)
    decoder.takeAnswers()
    #expect(decoder.background == .light)
    #expect(decoder.next(isComplete: false) == .character("k"))
  }

  @Test func `uses up any bytes at all`() {
    var state: UInt64 = 7
    let alphabet: [UInt8] = Array("\u{1B}\u{1B}\u{1B}[[O]P\\;0~A?<M2q\u{7}\u{18}\r é漢".utf8) + [0xFF, 0xC3, 0x9B, 0]
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      var decoder = KeyDecoder(sequences: Self.vt100)
      decoder.feed(bytes)
      var count = 0
      while decoder.next(isComplete: true) != nil { count += 1 }
      #expect(count <= bytes.count)
      #expect(!decoder.isPending)
    }
  }
}
