/// A whole post folded in the way `Passage` folds, with a mapping from the folded text back to the post's own scalars,
/// and the places where a passage may begin or end.
///
/// A passage begins and ends at a word boundary: anywhere but between two letters or digits of a script that separates
/// words. (From Thai on, U+0E00, most scripts of Unicode do not, so there every scalar is a boundary.) Searching at
/// every scalar instead would cost thirty times as much and only find passages that split a word.
struct FoldedPost {
  /// A position between two scalars of the folded text.
  private struct Edge {
    /// The number of bytes and scalars of the folded text before it.
    let byte: Int
    let scalar: Int
    /// Where the text before it ends in the post, and where the text after it begins, in scalars. Nil next to a space,
    /// where no passage ends or begins.
    var end: Int?
    var start: Int?
  }

  private let bytes: [UInt8]
  private let edges: [Edge]

  init(_ post: PostText) {
    var builder = Builder()
    // A passage is normalised within its own bounds. Grapheme clusters never join across these, so normalising one at
    // a time gives the same result and keeps the mapping.
    var place = 0
    for character in post.text(0..<post.scalars.count) {
      let next = place + character.unicodeScalars.count
      for scalar in PassageFolding.normalised(String(character)) { builder.take(scalar, from: place..<next) }
      place = next
    }
    builder.finish()
    bytes = builder.bytes
    edges = builder.edges
  }

  /// Every place in the post with a passage whose digest is wanted, as ranges of the post's scalars in order.
  ///
  /// Every stretch between boundaries is hashed if its length is plausible: the length of the folded passage is not
  /// recorded, but is close to that of the cited range.
  /// - Parameter wanted: digests, each with the lengths of the ranges cited for it.
  func places(of wanted: [Digest: [Int]]) -> [Digest: [Range<Int>]] {
    guard let longest = wanted.values.joined().map({ FoldedPost.lengths(near: $0).upperBound }).max() else {
      return [:]
    }
    var isWanted = [Bool](repeating: false, count: longest + 1)
    for length in wanted.values.joined() { for near in FoldedPost.lengths(near: length) { isWanted[near] = true } }

    var places: [Digest: [Range<Int>]] = [:]
    bytes.withUnsafeBufferPointer { bytes in
      for first in edges.indices {
        guard let start = edges[first].start else { continue }
        var hashing = Digest.Hashing()
        var hashed = edges[first].byte
        for edge in edges[(first + 1)...] {
          let length = edge.scalar - edges[first].scalar
          guard length <= longest else { break }
          guard let end = edge.end, isWanted[length] else { continue }
          hashing.update(UnsafeBufferPointer(rebasing: bytes[hashed..<edge.byte]))
          hashed = edge.byte
          let digest = hashing.digest
          if wanted[digest] != nil { places[digest, default: []].append(start..<end) }
        }
      }
    }
    return places
  }

  /// The possible lengths, in scalars, of the folded passage of a range. Runs of spaces and decomposed letters make it
  /// shorter than the range, ellipses longer.
  private static func lengths(near count: Int) -> ClosedRange<Int> {
    let count = min(count, 1 << 20)
    return max(1, count / 3)...(count + count / 4 + 32)
  }

  private struct Builder {
    var bytes: [UInt8] = []
    var edges: [Edge] = []
    private var folding = PassageFolding()
    private var count = 0
    private var previous: Unicode.Scalar?
    private var previousEnd = 0

    mutating func take(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
      var folded: [Unicode.Scalar] = []
      folding.take(scalar) { folded.append($0) }
      for scalar in folded { append(scalar, from: origin) }
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

    mutating func finish() {
      guard previous != nil else { return }
      edges.append(Edge(byte: bytes.count, scalar: count, end: previousEnd, start: nil))
    }
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
