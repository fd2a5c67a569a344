/// Cleans up texts of other programs: makes them a single line, and splits off a title of limited length.
enum ImportedText {
  /// In characters: as many as a list can show.
  static let longestTitle = 80

  /// A text on one line: control characters are removed, runs of white space become one space, and the ends are
  /// trimmed.
  static func line(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    isClean(bytes) ? String(decoding: bytes, as: UTF8.self) : line(ofAny: String(decoding: bytes, as: UTF8.self))
  }

  static func line(_ text: String) -> String {
    var text = text
    return text.withUTF8 { isClean($0) } ? text : line(ofAny: text)
  }

  private static func line(ofAny text: String) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    var isPending = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isPending = !line.isEmpty
      } else if scalar != "\u{FEFF}" {
        if isPending { line.append(UInt8(ascii: " ")) }
        isPending = false
        line.append(contentsOf: scalar.utf8)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether it is white space or a control character.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar.value <= 0x20 || scalar.value == 0x7F : scalar.value < 0xA0 || scalar.properties.isWhitespace
  }

  /// Whether it is printable ASCII with single spaces inside.
  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress, let last = bytes.last else { return true }
    var isAfterSpace = true
    var at = 0
    while at + 8 <= bytes.count {
      let word = SWAR.load(base + at)
      let spaces = SWAR.allPlaces(of: 0x20, in: word)
      if SWAR.unprintable(word) | spaces & (spaces << 8 | (isAfterSpace ? 0x80 : 0)) != 0 { return false }
      isAfterSpace = spaces >> 63 != 0
      at += 8
    }
    for byte in bytes[at...] {
      if byte < 0x20 || byte >= 0x7F || byte == 0x20 && isAfterSpace { return false }
      isAfterSpace = byte == 0x20
    }
    return last != 0x20
  }

  /// Splits a text into title and summary. The title is the first sentence if it is short enough, and the summary is
  /// the rest. Otherwise the title is as many words as fit, and the summary is the whole text.
  static func split(_ text: String) -> (title: String, summary: String) {
    var text = text
    let cut = text.withUTF8 { Cut($0) }
    let end = text.utf8.index(text.startIndex, offsetBy: cut.end)
    switch cut.kind {
    case .none: return (text, "")
    case .sentence:
      let rest = Substring(text.utf8[end...].drop { $0 == UInt8(ascii: " ") })
      // A title keeps its question mark, but not its full stop.
      let title = text.utf8[..<end]
      return (String(Substring(title.last == UInt8(ascii: ".") ? title.dropLast() : title)), String(rest))
    case .words:
      let words = cut.end > 0 ? text[..<end] : text.prefix(longestTitle - 1)
      return (words.trimmingSuffix { ",;:-–— ".contains($0) } + "…", text)
    }
  }

  /// Where to end the title of a text.
  private struct Cut {
    enum Kind { case none, sentence, words }
    var kind = Kind.none
    /// In bytes.
    var end = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      var scalars = 0
      var word = 0
      for (index, byte) in bytes.enumerated() {
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if scalars > ImportedText.longestTitle {
          kind = .words
          return
        }
        switch byte {
        case 0x20:
          if scalars < ImportedText.longestTitle { end = index }
          word = index + 1
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
          guard index + 2 < bytes.count, bytes[index + 1] == 0x20, !Self.isLowercase(bytes[index + 2]),
            byte != UInt8(ascii: ".") || !Self.isAbbreviation(bytes[word..<index])
          else { continue }
          kind = .sentence
          end = index + 1
          return
        default: break
        }
      }
    }

    private static func isLowercase(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    /// Whether a full stop after a word is part of it: “Dr.”, an initial.
    private static func isAbbreviation(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      word.count == 1 && word[word.startIndex] &- UInt8(ascii: "A") < 26
        || abbreviations.contains(String(decoding: word, as: UTF8.self))
    }

    private static let abbreviations: Set<String> = [
      "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Rev", "Sr", "Jr", "PC", "DC", "DS", "DI", "Sgt", "Insp", "Supt", "Cllr",
      "Capt",
      "No", "Nos", "no", "nos", "Co", "Ltd", "approx", "incl", "e.g", "i.e", "vs", "tel", "ext",
    ]
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ isDropped: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isDropped(last) { text.removeLast() }
    return String(text)
  }
}
