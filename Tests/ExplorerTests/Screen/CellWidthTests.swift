internal import Explorer
internal import Testing

@Suite struct CellWidthTests {
  @Test(
    arguments: [
      ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｶﾅ", 2), ("Ａ", 2), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2),
      ("😀", 2), ("👩\u{200D}👧", 4), ("\u{AD}", 1), ("\u{200B}", 0), ("\u{FEFF}", 0), ("\n\u{1B}\u{7F}\u{85}", 0),
      ("●━○", 3),
      ("▁█", 2), ("ก\u{E49}า", 2), ("\u{E000}", 1), ("\u{378}", 1), ("\u{10FFFF}", 1), ("\u{600}", 1), ("㉈", 2),
      ("“’–…", 4),
    ] as [(String, Int)])
  func `counts the columns of a terminal`(text: String, columns: Int) {
    #expect(CellWidth.of(text) == columns)
  }

  private static let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)

  @Test func `counts two columns for every picture, but for the letters that make flags in pairs`() {
    for scalar in Self.scalars where scalar.properties.isEmojiPresentation {
      let isLetter = (0x1F1E6...0x1F1FF).contains(scalar.value)
      #expect(CellWidth.of(scalar) == (isLetter ? 1 : 2), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `knows as many characters as the standard library takes for printable`() {
    let newest = Self.scalars.compactMap(\.properties.age).max { ($0.major, $0.minor) < ($1.major, $1.minor) }
    #expect(newest.map { "\($0.major).\($0.minor).0" } == CellWidth.unicodeVersion)
  }
}
