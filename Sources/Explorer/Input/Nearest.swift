internal import EDTF

/// The word that was probably meant.
package enum Nearest {
  /// Of one letter anything is near; longer words are nobody's slip of the finger, and comparing them would take its time.
  private static let longest = 60

  /// The closest of the words by edits; nil when even that is more than two slips away, or one in a short word.
  package static func of(_ word: String, among words: [String]) -> String? {
    guard (2...longest).contains(word.utf8.count) else { return nil }
    let scored = words.map { (word: $0, distance: EditDistance.distance(word, $0)) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= EditDistance.slips(in: word.count) ? best.word : nil
  }
}
