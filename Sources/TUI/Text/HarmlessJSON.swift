internal import Explorer

/// JSON on its way to a terminal or to a reader: what a terminal could take for a command, or cannot show, stands there as an
/// escape, which means the same.
package enum HarmlessJSON {
  /// - Parameters:
  ///   - text: JSON, in which such characters stand nowhere but in strings.
  ///   - isASCII: whether everything beyond ASCII is escaped.
  package static func text(_ text: String, isASCII: Bool) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return text }
    var harmless = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || Printable.shown(scalar) == scalar && (!isASCII || scalar.isASCII) {
        harmless.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          harmless += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return harmless
  }
}
