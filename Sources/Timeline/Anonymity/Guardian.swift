/// Searches an export, as it is written, for any remaining name: the final check on what the glossary achieved.
package struct Guardian {
  private let finder: NameFinder
  private var waiting: [UInt8] = []
  private var found: String?

  /// Longer than any name that could span two pieces.
  private static let overlap = 1024

  init(_ finder: NameFinder) { self.finder = finder }

  package mutating func take(_ bytes: UnsafeRawBufferPointer) {
    guard found == nil else { return }
    waiting += bytes
    guard waiting.count > 1 << 20 else { return }
    look()
    // Not in the middle of a word, whose rest might be a name.
    let cut = waiting.count - Self.overlap
    waiting.removeFirst(waiting[..<cut].lastIndex(of: UInt8(ascii: " ")) ?? cut)
  }

  /// - Returns: the first name found, as written there; nil if none is left.
  package mutating func finish() -> String? {
    look()
    waiting = []
    return found
  }

  private mutating func look() {
    // Lines in a calendar are folded in the middle of words.
    let text = String(decoding: waiting, as: UTF8.self).replacing("\r\n ", with: "")
    guard found == nil, let match = finder.matches(in: text).first else { return }
    found = String(decoding: Array(text.utf8)[match.range], as: UTF8.self)
  }
}
