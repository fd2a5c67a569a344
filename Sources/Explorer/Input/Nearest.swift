internal import EDTF

/// The word that was probably meant.
package enum Nearest {
  /// A single letter is close to anything; words longer than this are not typing errors, and comparing them would be
  /// slow.
  private static let longest = 60

  /// The word with the smallest edit distance; nil if even that is more than two, or more than one for a short word.
  package static func of(_ word: String, among words: [String]) -> String? {
    guard (2...longest).contains(word.utf8.count) else { return nil }
    let scored = words.map { (word: $0, distance: EditDistance.distance(word, $0)) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= EditDistance.slips(in: word.count) ? best.word : nil
  }
}
