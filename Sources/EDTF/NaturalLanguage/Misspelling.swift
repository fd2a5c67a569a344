/// Finds the word that was probably meant.
enum Misspelling {
  /// The known spelling nearest to a word, where one is near: at most two letters wrong, missing, added or swapped,
  /// one in a short word.
  static func correction(of word: String) -> String? {
    guard (3...12).contains(word.utf8.count) else { return nil }
    let allowed = word.utf8.count <= 4 ? 1 : 2
    let distances = NaturalDateVocabulary.spellings.map {
      ($0, distance(Array(word.utf8), Array($0.lowercased().utf8)))
    }
    guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= allowed else { return nil }
    return best.0
  }

  /// How many letters must be changed, added, left out or swapped with the next.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
