internal import Explorer
internal import Glibc
internal import Timeline

/// Addresses as clickable links (OSC 8) in printed lines. The full screen has none, since an ncurses cell has no room
/// for them.
package enum Hyperlink {
  /// Whether standard output is a terminal that supports or ignores links; excludes the console, which would show
  /// them, and screen readers.
  static let areTaken: Bool = {
    guard isatty(STDOUT_FILENO) == 1, Settings.environment("ACCESSIBLE") == nil,
      let term = Settings.environment("TERM")
    else { return false }
    return !["dumb", "linux", "screen", "vt", "cons"].contains { term.hasPrefix($0) }
  }()

  /// A line with each of its addresses linked to itself. Anything other than a plain web address is left as it is.
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
