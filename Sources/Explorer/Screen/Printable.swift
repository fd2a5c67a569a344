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
    // Most of the non-ASCII in typical texts: Latin letters, except the no-break space and the soft hyphen, and the
    // dashes, quotation marks and dots.
    if code > 0xA0 && code < 0x300 && code != 0xAD || code >= 0x2010 && code <= 0x2027 { return scalar }
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
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
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

  private static let replacement: Unicode.Scalar = "\u{FFFD}"
}
