/// Finds the word that was probably meant.
enum Misspelling {
  /// The nearest known spelling, if one is close enough: at most two letters wrong, missing, added or swapped, or one
  /// in a short word.
  static func correction(of word: String) -> String? {
    guard (3...12).contains(word.utf8.count) else { return nil }
    return EditDistance.nearest(
      to: word, among: NaturalDateVocabulary.spellings, slips: word.utf8.count <= 4 ? 1 : 2
    ) { [$0.lowercased()] }
  }
}
