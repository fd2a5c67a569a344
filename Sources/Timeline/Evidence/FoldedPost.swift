/// A whole post folded in the way `Passage` folds, with a mapping from the folded text back to the post's own scalars,
/// and the places where a passage may begin or end.
///
/// A passage begins and ends at a word boundary: anywhere but between two letters or digits of a script that separates
/// words. (From Thai on, U+0E00, most scripts of Unicode do not, so there every scalar is a boundary.) Searching at
/// every scalar instead would cost thirty times as much and only find passages that split a word.
struct FoldedPost: Sendable {
  /// A position between two scalars of the folded text.
  struct Edge: Sendable {
    /// The number of bytes and scalars of the folded text before it.
    let byte: Int
    let scalar: Int
    /// Where the text before it ends in the post, and where the text after it begins, in scalars. Nil next to a space,
    /// where no passage ends or begins.
    var end: Int?
    var start: Int?
  }

  private(set) var bytes: [UInt8] = []
  private(set) var edges: [Edge] = []
  private var folding = PassageFolding()
  private var count = 0
  private var previous: Unicode.Scalar?
  private var previousEnd = 0

  /// Appends a grapheme cluster, the scalars in `origin` of the post. A passage is normalised within its own bounds;
  /// grapheme clusters never join across these, so normalising one at a time gives the same result and keeps the
  /// mapping.
  mutating func take(_ character: Character, from origin: Range<Int>) {
    var folded: [Unicode.Scalar] = []
    for scalar in PassageFolding.normalised(String(character)) { folding.take(scalar) { folded.append($0) } }
    for scalar in folded { append(scalar, from: origin) }
  }

  /// Ends the text: nothing can be taken any more.
  mutating func finish() {
    guard previous != nil else { return }
    edges.append(Edge(byte: bytes.count, scalar: count, end: previousEnd, start: nil))
  }

  private mutating func append(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
    if FoldedPost.isEdge(between: previous, and: scalar) {
      let end = previous == nil || previous == " " ? nil : previousEnd
      edges.append(Edge(byte: bytes.count, scalar: count, end: end, start: scalar == " " ? nil : origin.lowerBound))
    }
    bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
    count += 1
    previous = scalar
    previousEnd = origin.upperBound
  }

  private static func isEdge(between previous: Unicode.Scalar?, and next: Unicode.Scalar) -> Bool {
    guard let previous else { return true }
    if next.properties.canonicalCombiningClass != .notReordered { return false }
    return !(isLetterOfWord(previous) && isLetterOfWord(next))
  }

  private static func isLetterOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x0E00
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.canonicalCombiningClass != .notReordered)
  }
}
