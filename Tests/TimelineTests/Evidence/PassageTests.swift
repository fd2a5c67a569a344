import TestSupport
internal import Testing
internal import Timeline

struct PassageTests {
  @Test(arguments: [
    ("", ""),
    ("plain", "plain"),
    ("  two\u{A0} words\n", "two words"),
    ("a\t\r\n\u{2003}\u{202F}\u{2028}b", "a b"),
    (" \u{A0}\n ", ""),
    ("‘it’ ‛was", "'it' 'was"),
    ("“so” „low", "\"so\" \"low"),
    ("2004–2007 — or‑so", "2004-2007 - or-so"),
    ("and… so…", "and... so..."),
    ("cafe\u{301}", "café"),
    ("\u{212B}ngstrom", "Ångstrom"),
    // Reordering of marks, and composition of Hangul.
    ("q\u{307}\u{323}", "q\u{323}\u{307}"),
    ("\u{1100}\u{1161}\u{11A8}", "각"),
    // Excluded from composition: stays decomposed.
    ("\u{958}", "\u{915}\u{93C}"),
    // Not folded: characters that do not change when a text is saved again.
    ("«A» ﬁ ½ İ zero\u{200B}width", "«A» ﬁ ½ İ zero\u{200B}width"),
  ]) func `folds what saving again may change`(text: String, folded: String) {
    // Compared scalar by scalar, since strings that differ only in their normal form are equal.
    #expect(Array(Passage(text).folded.unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test func `the digest is that of the folded UTF-8`() {
    #expect(Passage(" ab\u{A0}\nc ").digest == Digest(of: "ab c".utf8))
    #expect(Passage("cafe\u{301}").digest == Digest(of: [0x63, 0x61, 0x66, 0xC3, 0xA9]))
  }

  @Test func `folding what is folded changes nothing`() {
    var random = SplitMix64(1)
    for _ in 0..<500 {
      let once = Passage(MadeText.soup(30, &random))
      #expect(Array(Passage(once.folded).folded.unicodeScalars) == Array(once.folded.unicodeScalars))
    }
  }
}
