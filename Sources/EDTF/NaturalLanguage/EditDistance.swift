/// The distance between a typed word and a known one: the number of insertions, deletions, substitutions and
/// transpositions of neighbouring bytes that turn one into the other (optimal string alignment distance).
package enum EditDistance {
  package static func distance(_ a: String, _ b: String) -> Int { distance(Array(a.utf8), Array(b.utf8)) }

  /// The number of errors allowed in a word of this length for it still to count as a misspelling: two, one in a short
  /// word, and none in a word of a single letter.
  package static func slips(in letters: Int) -> Int { letters < 2 ? 0 : letters < 6 ? 1 : 2 }

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
