/// Sanitises text for a terminal. Text comes from data files and from other people's posts, and a control or format
/// character in it could move the cursor, end a colour, or reorder a line.
package enum Printable {
  /// The scalar to show for a scalar: itself, a space for separators, U+FFFD for controls and for what no terminal can
  /// show, nil for scalars without a shape of their own (joiners, direction marks, variation selectors).
  package static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let code = scalar.value
    if code >= 0x20, code < 0x7F { return scalar }
    if (0x09...0x0D).contains(code) || code == 0x85 { return " " }
    if code < 0xA0 { return replacement }
    // Most of the non-ASCII in typical texts: Latin letters, except the no-break space and the soft hyphen, the dashes,
    // quotation marks and dots, and the lines and blocks that screens are drawn with.
    if code > 0xA0 && code < 0x300 && code != 0xAD || code >= 0x2010 && code <= 0x2027 { return scalar }
    if code >= 0x2500 && code <= 0x25FF { return scalar }
    if scalar.properties.isDefaultIgnorableCodePoint { return nil }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return " "
    case .format: return nil
    case .control, .surrogate, .privateUse, .unassigned: return replacement
    default: return scalar
    }
  }

  /// A line of sanitised text, reduced to ASCII if asked. Line breaks become spaces.
  package static func line(_ text: some StringProtocol, isASCII: Bool = false) -> String {
    if isPlain(text) { return String(text) }
    if !isASCII, text.unicodeScalars.allSatisfy({ shown($0) == $0 }) { return String(text) }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let shown = shown(scalar) else { continue }
      if isASCII, !shown.isASCII {
        line.append(contentsOf: Ascii.of(shown).unicodeScalars)
      } else {
        line.append(shown)
      }
    }
    return String(line)
  }

  /// Whether a text is entirely printable ASCII, which is shown unchanged, in one column for each byte.
  package static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(isPlain) ?? text.utf8.allSatisfy(isPlain)
  }

  package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let all = UnsafeRawBufferPointer(bytes)
    guard all.count >= 8 else { return bytes.allSatisfy(isPlain) }
    // Eight bytes at a time; the last eight may overlap those before.
    for start in stride(from: 0, to: all.count - 8, by: 8) where !isPlain(all, start) { return false }
    return isPlain(all, all.count - 8)
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

  /// In a word of eight bytes, subtracting the space from each and adding one to each leaves all high bits clear if
  /// every byte is printable; the lowest byte that is not sets its own.
  @inline(__always) private static func isPlain(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (word | (word &- ones &* 0x20) | (word &+ ones)) & (ones &* 0x80) == 0
  }

  private static let replacement: Unicode.Scalar = "\u{FFFD}"
}
