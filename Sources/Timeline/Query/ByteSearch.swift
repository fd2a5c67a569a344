internal import CByteSearch

/// Finds a folded term in folded text: tests 64 positions at a time for the term's two rarest bytes at their offsets,
/// and compares the whole term only where both match.
struct ByteSearch: Hashable, Sendable {
  let term: [UInt8]
  private let first: Int
  private let second: Int

  /// The bytes most frequent in English, most frequent first; all others are rarer.
  private static let frequent = Array(" etaoinsrhdlucmfpgwybvk,.".utf8)

  init(_ term: [UInt8]) {
    self.term = term
    let ranked = term.indices.sorted { a, b in
      let ranks = (Self.rank(term[a]), Self.rank(term[b]))
      return ranks.0 == ranks.1 ? a < b : ranks.0 > ranks.1
    }
    first = ranked.first ?? 0
    second = ranked.first { term[$0] != term[ranked[0]] } ?? ranked.last ?? 0
  }

  private static func rank(_ byte: UInt8) -> Int { frequent.firstIndex(of: byte) ?? frequent.count }

  func isFound(in text: [UInt8]) -> Bool { first(in: text, from: 0) != nil }

  /// The offset of the first occurrence that begins at or after `start`.
  func first(in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBufferPointer { text in
      text.baseAddress.flatMap { first(in: $0, start, text.count) }
    }
  }

  /// The offset of the first occurrence within `start..<end`. An empty term is never found.
  func first(in text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard !term.isEmpty, start <= end else { return nil }
    let place = byte_search(text, start, end, term, term.count, first, second)
    return place < end ? place : nil
  }
}
