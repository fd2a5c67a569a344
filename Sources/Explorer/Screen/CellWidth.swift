internal import Timeline

/// The number of terminal columns that text takes, by the rules of `wcwidth` in a UTF-8 locale, summed over scalars,
/// since that is how terminals count.
package enum CellWidth {
  /// The Unicode version of the widths: the one by which the standard library decides what is printable.
  package static let unicodeVersion = CellWidthTable.unicodeVersion

  /// 0 for controls, combining marks and format characters, 2 for East Asian wide and fullwidth, otherwise 1. An
  /// unassigned scalar counts as 1, the width of the sign that replaces it.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let code = scalar.value
    if code < 0x7F { return code < 0x20 ? 0 : 1 }
    if code < 0xA0 { return 0 }
    // Latin letters, and the lines and blocks that screens are drawn with.
    if code < 0x300 || code >= 0x2500 && code < 0x25FD { return 1 }
    if contains(CellWidthTable.none, code) { return 0 }
    return contains(CellWidthTable.two, code) ? 2 : 1
  }

  package static func of(_ text: some StringProtocol) -> Int {
    if Printable.isPlain(text) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Whether a code point lies in one of the runs, given as alternating first and last.
  private static func contains(_ runs: [UInt32], _ code: UInt32) -> Bool {
    let low = (0..<runs.count / 2).partitioningIndex { runs[$0 * 2 + 1] >= code }
    return low < runs.count / 2 && runs[low * 2] <= code
  }
}
