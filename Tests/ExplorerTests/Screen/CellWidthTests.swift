internal import Explorer
internal import Testing

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｶﾅ", 2), ("Ａ", 2), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("😀", 2), ("👩\u{200D}👧", 4), ("\u{AD}", 1), ("\u{200B}", 0), ("\u{FEFF}", 0), ("\n\u{1B}\u{7F}\u{85}", 0),
    ("●━○", 3),
    ("▁█", 2), ("ก\u{E49}า", 2), ("\u{E000}", 1), ("\u{378}", 1), ("\u{10FFFF}", 1), ("\u{600}", 1), ("㉈", 2),
    ("“’–…", 4),
  ])
  func `counts the columns of a terminal`(text: String, columns: Int) {
    #expect(CellWidth.of(text) == columns)
  }
}
