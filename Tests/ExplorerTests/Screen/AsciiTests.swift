import Explorer
import Testing

@Suite struct AsciiTests {
  @Test(
    arguments: [
      ("é", "e"), ("e\u{301}", "e"), ("Ødegård", "Odegard"), ("Straße", "Strasse"), ("1998–2003", "1998-2003"),
      ("it’s", "it's"), ("“so”", "\"so\""), ("…", "..."), ("£30,000", "GBP 30,000"), ("●━━○", "*==o"), ("├──┤", "[--]"),
      ("¶3", "par. 3"), ("漢", "?"), ("a\u{A0}b", "a b"),
    ] as [(String, String)])
  func `stands in for what ASCII lacks`(text: String, standIn: String) {
    #expect(Ascii.of(text) == standIn)
  }

  @Test func `keeps the eight heights of a density bar apart, one column each`() {
    let heights = "▁▂▃▄▅▆▇█".map { Ascii.of(String($0)) }
    #expect(Set(heights).count == 8)
    #expect(heights.allSatisfy { $0.utf8.count == 1 })
  }

  @Test func `yields nothing but printable ASCII`() {
    for code in (0xA0...0x2FFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(code) else { continue }
      #expect(Ascii.of(scalar).utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "U+\(String(code, radix: 16))")
    }
  }
}
