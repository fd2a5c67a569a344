internal import Explorer
internal import Glibc
internal import Timeline

/// Addresses as links that a terminal can follow (OSC 8), in lines that are printed. On the full screen there are none:
/// ncurses has no place for them in a cell.
package enum Hyperlink {
  /// Whether standard output is a terminal that takes links or passes over them; not the console, which would show them,
  /// nor where one listens.
  static let areTaken: Bool = {
    guard isatty(STDOUT_FILENO) == 1, Settings.environment("ACCESSIBLE") == nil,
      let term = Settings.environment("TERM")
    else { return false }
    return !["dumb", "linux", "screen", "vt", "cons"].contains { term.hasPrefix($0) }
  }()

  /// A line with each of its addresses as a link to itself. What is no plain address of the web stays as it is.
  package static func marked(_ line: String) -> String {
    guard line.contains("://") else { return line }
    return line.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let start = word.firstRange(of: "http")?.lowerBound else { return String(word) }
      var address = word[start...]
      while let last = address.last, ".,;:!?)]”’\"'".contains(last) { address.removeLast() }
      guard address.utf8.allSatisfy({ $0 < 0x80 }), String(address).isSafeAddress else { return String(word) }
      let link = "\u{1B}]8;;\(address)\u{1B}\\\(address)\u{1B}]8;;\u{1B}\\"
      return word[..<start] + link + word[address.endIndex...]
    }.joined(separator: " ")
  }
}
