internal import Explorer

/// Escapes control and unprintable characters, so that the JSON is safe to print. Its meaning does not change.
package enum HarmlessJSON {
  /// - Parameters:
  ///   - text: JSON, in which such characters occur only inside strings.
  ///   - isASCII: whether to escape everything beyond ASCII.
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
