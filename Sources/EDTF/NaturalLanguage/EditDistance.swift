/// The distance between a typed word and a known one: the number of insertions, deletions, substitutions and
/// transpositions of neighbouring bytes that turn one into the other (optimal string alignment distance).
package enum EditDistance {
  package static func distance(_ a: String, _ b: String) -> Int { distance(Array(a.utf8), Array(b.utf8)) }

  /// The number of errors allowed in a word of this length for it still to count as a misspelling: two, one in a short
  /// word, and none in a word of a single letter.
  package static func slips(in letters: Int) -> Int { letters < 2 ? 0 : letters < 6 ? 1 : 2 }

  /// The longest word that is compared, in bytes: anything longer is not a typing error, and the cost is quadratic.
  private static let longest = 60

  /// The choice whose spelling is nearest to a word; the first of several; nil if none is within `slips`.
  /// - Parameters:
  ///   - spelled: the spellings of a choice, folded like the word.
  ///   - slips: the maximum number of errors; nil for what suits the length of the word.
  package static func nearest<Choice>(
    to word: String, among choices: some Sequence<Choice>, slips: Int? = nil, spelled: (Choice) -> [String]
  ) -> Choice? {
    guard (2...longest).contains(word.utf8.count) else { return nil }
    let allowed = slips ?? Self.slips(in: word.count)
    let wanted = Array(word.utf8)
    var best: (choice: Choice, distance: Int)?
    for choice in choices {
      for spelling in spelled(choice).lazy.map(\.utf8) where abs(spelling.count - wanted.count) <= allowed {
        let distance = distance(wanted, Array(spelling))
        if distance <= allowed, distance < best?.distance ?? .max { best = (choice, distance) }
      }
    }
    return best?.choice
  }

  package static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var older: [Int] = []
    var above = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var least = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { least = min(least, older[j - 2] + 1) }
        row.append(least)
      }
      older = above
      above = row
    }
    return above[b.count]
  }
}
