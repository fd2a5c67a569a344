import TestSupport
internal import Testing
internal import Timeline

@Suite struct FoldingTests {
  @Test(
    arguments: [
      ("", ""),
      ("Climbié", "climbie"),
      ("CLIMBIE\u{301}", "climbie"),
      ("Straße, STRASSE, ẞ", "strasse, strasse, ss"),
      ("ﬁnal ﬂoor", "final floor"),
      ("Łódź, Ørsted, Æsop, İstanbul, ısı", "lodz, orsted, aesop, istanbul, isi"),
      ("ΟΔΟΣ όδος", "οδοσ οδοσ"),
      ("“She said ‘no’” – ever", "\"she said 'no'\" - ever"),
      ("and so on…", "and so on..."),
      ("  two\u{A0}\u{2003} words\r\n\tand more ", "two words and more"),
      ("½ of №5", "1/2 of no5"),
      ("soft\u{AD}hyphen, zero\u{200B}width, emoji\u{FE0F}", "softhyphen, zerowidth, emoji"),
      ("हिन्दी", "हिन्दी"),
      ("한", "\u{1112}\u{1161}\u{11AB}"),
      ("ЙОД", "иод"),
      ("日本", "日本"),
      ("\u{1F600} A", "\u{1F600} a"),
    ] as [(String, String)])
  func `takes off case and accents and makes typography plain`(original: String, folded: String) {
    #expect(Folding.string(original) == folded)
  }

  @Test func `folds long ASCII eight bytes at a time as it folds it one by one`() {
    var random = SplitMix64(7)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...127, using: &random) : " AZz".utf8.randomElement(using: &random)!
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(Folding.bytes(text) == Folding.mapped(text).bytes)
      let expected = text.split { $0 == " " || $0.isNewline || $0 == "\t" || $0 == "\u{B}" || $0 == "\u{C}" }
        .map { $0.lowercased() }.joined(separator: " ")
      #expect(Folding.string(text) == expected)
    }
  }

  @Test func `grows no scalar beyond its promise and changes nothing when folded again`() {
    for code in UInt32(0)..<0x110000 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let text = String(String.UnicodeScalarView([scalar]))
      let once = Folding.bytes(text)
      if once.count > text.utf8.count * Folding.mostGrowth
        || Folding.bytes(String(decoding: once, as: UTF8.self)) != once
      {
        Issue.record("U+\(String(code, radix: 16)) folds to \(once)")
      }
    }
  }

  @Test func `answers any bytes, also those that are not text`() {
    var random = SplitMix64(11)
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let folded = [UInt8](unsafeUninitializedCapacity: bytes.count * Folding.mostGrowth) { room, count in
        count = bytes.withUnsafeBytes { Folding.fold($0, into: UnsafeMutableRawBufferPointer(room)) }
      }
      #expect(folded.count <= bytes.count * Folding.mostGrowth)
      // Of white space only single spaces between words remain, and no ASCII capital.
      #expect(!folded.contains { (9...13).contains($0) || (0x41...0x5A).contains($0) })
      #expect(folded.first != 0x20 && !zip(folded, folded.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 })
      // A byte that is not UTF-8 stays unchanged.
      let isText = String(validating: bytes, as: UTF8.self) != nil
      if isText { #expect(folded == Folding.bytes(String(decoding: bytes, as: UTF8.self))) }
      #expect(folded.count { $0 == 0xFF } == bytes.count { $0 == 0xFF })
    }
  }

  @Test func `says where each folded byte came from`() {
    let mapped = Folding.mapped(" Aß\u{A0} é!")
    #expect(String(decoding: mapped.bytes, as: UTF8.self) == "ass e!")
    #expect(mapped.origins == [1, 2, 2, 4, 7, 9, 10])
  }
}
