internal import Timeline

/// The word that was probably meant.
package enum Nearest {
  /// The closest of the words by edits; nil when even that is more than a third of the letters away.
  package static func of(_ word: String, among words: [String]) -> String? {
    let scored = words.map { (word: $0, distance: Spelling.distance(word, $0)) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, word.count / 3) ? best.word : nil
  }
}
