/// Finds the passages with certain digests in one text, a piece of it at a time.
///
/// Every stretch between boundaries is hashed if its length is plausible: the length of the folded passage is not
/// recorded, but is close to that of the cited range.
struct PassageSearch: Sendable {
  /// Every place with such a passage, as ranges of the text's scalars in order: complete once `isFinished`.
  private(set) var places: [Digest: [Range<Int>]] = [:]

  private let text: PostText
  private let wanted: Set<Digest>
  /// By length in scalars, whether a folded passage that is wanted may have it. Empty if none is wanted.
  private var isPlausible: [Bool] = []
  private var post = FoldedPost()
  /// How many of the text's scalars have been folded, and from how many edges stretches have been hashed.
  private var folded = 0
  private var hashed = 0

  /// What a step does at most, in scalars folded or stretches hashed: some milliseconds of work. Only a longer grapheme
  /// cluster, or the stretches that begin at one edge, are not divided.
  static let most = 8192

  /// - Parameter wanted: digests, each with the lengths of the ranges cited for it.
  init(for wanted: [Digest: [Int]], in text: PostText) {
    self.text = text
    self.wanted = Set(wanted.keys)
    let lengths = Set(wanted.values.joined()).map(Self.lengths(near:))
    guard let longest = lengths.map(\.upperBound).max() else { return }
    isPlausible = [Bool](repeating: false, count: longest + 1)
    for length in lengths { for near in length { isPlausible[near] = true } }
  }

  var isFinished: Bool { isPlausible.isEmpty || folded == text.scalars.count && hashed == post.edges.count }

  /// The fraction of the text searched, 0 to 1. Folding it is a small part of the work.
  var progress: Double {
    isFinished ? 1 : folded < text.scalars.count ? 0 : Double(hashed) / Double(max(post.edges.count, 1))
  }

  /// Folds the next piece of the text; once all of it is folded, hashes the next stretches.
  mutating func advance() {
    guard !isFinished else { return }
    if folded < text.scalars.count { fold() } else { hash() }
  }

  private mutating func fold() {
    let count = text.scalars.count
    var size = Self.most
    var characters: [Character]
    repeat {
      let end = folded + min(size, count - folded)
      characters = Array(text.text(folded..<end))
      // The last one may go on after the piece.
      if end < count { characters.removeLast() }
      size *= 2
    } while characters.isEmpty
    for character in characters {
      let next = folded + character.unicodeScalars.count
      post.take(character, from: folded..<next)
      folded = next
    }
    if folded == count { post.finish() }
  }

  private mutating func hash() {
    let edges = post.edges
    var room = Self.most
    let bytes = post.bytes
    bytes.withUnsafeBufferPointer { bytes in
      while room > 0, hashed < edges.count {
        let first = edges[hashed]
        hashed += 1
        room -= 1
        guard let start = first.start else { continue }
        var hashing = Digest.Hashing()
        var end = first.byte
        for edge in edges[hashed...] {
          let length = edge.scalar - first.scalar
          guard length < isPlausible.count else { break }
          guard let last = edge.end, isPlausible[length] else { continue }
          hashing.update(UnsafeBufferPointer(rebasing: bytes[end..<edge.byte]))
          end = edge.byte
          room -= 1
          let digest = hashing.digest
          if wanted.contains(digest) { places[digest, default: []].append(start..<last) }
        }
      }
    }
  }

  /// The possible lengths, in scalars, of the folded passage of a range. Runs of spaces and decomposed letters make it
  /// shorter than the range, ellipses longer.
  private static func lengths(near count: Int) -> ClosedRange<Int> {
    let count = min(count, 1 << 20)
    return max(1, count / 3)...(count + count / 4 + 32)
  }
}
