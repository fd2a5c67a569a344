internal import Timeline

/// How many columns of a terminal text takes: by the rules of `wcwidth` in a UTF-8 locale, summed over scalars, since
/// that is how terminals count.
package enum CellWidth {
  /// The version of Unicode that says so: that by which the standard library knows what can be printed.
  package static let unicodeVersion = CellWidthTable.unicodeVersion

  /// 0 for controls, combining marks and format characters, 2 for East Asian wide and fullwidth, else 1. A scalar
  /// that is not assigned counts as 1, the width of the sign that stands in for it.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let code = scalar.value
    if code < 0x7F { return code < 0x20 ? 0 : 1 }
    if code < 0xA0 { return 0 }
    if code < 0x300 { return 1 }
    if contains(CellWidthTable.none, code) { return 0 }
    return contains(CellWidthTable.two, code) ? 2 : 1
  }

  package static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Whether a code lies in one of the runs, given as first and last, first and last …
  private static func contains(_ runs: [UInt32], _ code: UInt32) -> Bool {
    let low = (0..<runs.count / 2).partitioningIndex { runs[$0 * 2 + 1] >= code }
    return low < runs.count / 2 && runs[low * 2] <= code
  }
}
