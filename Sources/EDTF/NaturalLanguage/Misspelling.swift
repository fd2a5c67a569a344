/// Finds the word that was probably meant.
enum Misspelling {
  /// The nearest known spelling, if one is close enough: at most two letters wrong, missing, added or swapped, or one
  /// in a short word.
  static func correction(of word: String) -> String? {
    guard (3...12).contains(word.utf8.count) else { return nil }
    let allowed = word.utf8.count <= 4 ? 1 : 2
    let distances = NaturalDateVocabulary.spellings.map {
      ($0, EditDistance.distance(word, $0.lowercased()))
    }
    guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= allowed else { return nil }
    return best.0
  }
}
