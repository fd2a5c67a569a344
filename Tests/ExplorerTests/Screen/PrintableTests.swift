import Explorer
import Testing

@Suite struct PrintableTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("a\tb\nc\r\nd", "a b c  d"), ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("nul\0", "nul\u{FFFD}"),
      ("\u{9B}2J", "\u{FFFD}2J"), ("a\u{A0}b\u{2028}c", "a b c"), ("\u{FEFF}left\u{202E}right", "leftright"),
      ("soft\u{AD}hyphen", "softhyphen"), ("\u{E000}", "\u{FFFD}"), ("é漢", "é漢"),
      ("q\u{FE0F}\u{E0100}\u{E01EF}", "q"), ("\u{E0041}\u{E007F}tag", "tag"), ("fill\u{3164}\u{115F}er", "filler"),
    ] as [(String, String)])
  func `makes a line harmless`(text: String, line: String) {
    #expect(Printable.line(text) == line)
  }

  @Test func `lets no control through, whatever the scalar`() {
    for code in (0...0x2FFF as ClosedRange<UInt32>) {
      guard let shown = Unicode.Scalar(code).flatMap(Printable.shown) else { continue }
      #expect(shown.value >= 0x20 && !(0x7F..<0xA0).contains(shown.value), "U+\(String(code, radix: 16))")
    }
  }

  @Test(arguments: 0...20)
  func `takes a text for plain only if every byte is printable ASCII`(count: Int) {
    let plain = (0..<count).map { UInt8(0x20 + $0 * 37 % 95) }
    #expect(Printable.isPlain(String(decoding: plain, as: UTF8.self)))
    for index in plain.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = plain
        bytes[index] = byte
        #expect(bytes.withUnsafeBufferPointer(Printable.isPlain) == (0x20...0x7E).contains(byte), "\(index): \(byte)")
      }
    }
  }

  @Test func `shows the lines and blocks of a screen as they are`() {
    for scalar in (0x2500...0x25FF).compactMap(Unicode.Scalar.init as (UInt32) -> Unicode.Scalar?) {
      #expect(Printable.shown(scalar) == scalar && scalar.properties.generalCategory != .unassigned)
    }
  }

  @Test func `writes ASCII alone if asked`() {
    #expect(Printable.line("“Climbié” – 2000…", isASCII: true) == "\"Climbie\" - 2000...")
  }
}
