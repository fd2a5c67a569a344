/// Finds a folded term in folded text: looks eight places at a time for the term's two rarest bytes at their distance,
/// and compares the whole term only where both stand.
struct ByteSearch: Sendable {
  let term: [UInt8]
  private let first: Int
  private let second: Int
  private let firstPattern: UInt64
  private let secondPattern: UInt64

  /// The bytes of English, the most frequent first; others are rarer.
  private static let frequent = Array(" etaoinsrhdlucmfpgwybvk,.".utf8)

  init(_ term: [UInt8]) {
    self.term = term
    let ranked = term.indices.sorted { a, b in
      let ranks = (Self.rank(term[a]), Self.rank(term[b]))
      return ranks.0 == ranks.1 ? a < b : ranks.0 > ranks.1
    }
    first = ranked.first ?? 0
    second = ranked.first { term[$0] != term[ranked[0]] } ?? ranked.last ?? 0
    firstPattern = term.isEmpty ? 0 : UInt64(term[first]) &* Self.ones
    secondPattern = term.isEmpty ? 0 : UInt64(term[second]) &* Self.ones
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private static func rank(_ byte: UInt8) -> Int { frequent.firstIndex(of: byte) ?? frequent.count }

  func isFound(in text: [UInt8]) -> Bool { first(in: text, from: 0) != nil }

  /// The offset of the first occurrence that begins at `start` or later.
  func first(in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBufferPointer { text in
      text.baseAddress.flatMap { first(in: $0, start, text.count) }
    }
  }

  /// The offset of the first occurrence that begins at `start` or later and ends at `end` or earlier. An empty term is
  /// found nowhere.
  @inline(__always)
  func first(in text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard !term.isEmpty else { return nil }
    return term.withUnsafeBufferPointer { term in
      /// Places where the term could begin.
      let last = end - term.count
      guard start <= last else { return nil }
      let left = UnsafeRawPointer(text + first)
      let right = UnsafeRawPointer(text + second)
      var at = start
      while at &+ 7 <= last {
        while at &+ 63 <= last, !mayHold(left, right, at) { at &+= 64 }
        let stop = min(at &+ 64, last &- 6)
        while at < stop {
          var found = candidates(left, right, at)
          while found != 0 {
            let place = at &+ found.trailingZeroBitCount >> 3
            if Self.matches(text + place, term) { return place }
            found &= found &- 1
          }
          at &+= 8
        }
      }
      while at <= last {
        if Self.matches(text + at, term) { return at }
        at &+= 1
      }
      return nil
    }
  }

  // A byte of `a ^ pattern | b ^ pattern` is zero where both bytes of the term stand, and only there. Taking one from
  // each byte sets the high bit of a zero; a false alarm can only follow a true one.

  /// Whether the term may begin at one of 64 places.
  @inline(__always)
  private func mayHold(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ at: Int) -> Bool {
    let a = left.loadUnaligned(fromByteOffset: at, as: SIMD8<UInt64>.self) ^ SIMD8(repeating: firstPattern)
    let b = right.loadUnaligned(fromByteOffset: at, as: SIMD8<UInt64>.self) ^ SIMD8(repeating: secondPattern)
    let zeros = ((a | b) &- SIMD8(repeating: Self.ones)) & ~(a | b)
    let four = zeros.lowHalf | zeros.highHalf
    let two = four.lowHalf | four.highHalf
    return (two[0] | two[1]) & Self.highs != 0
  }

  /// The high bit of each of eight bytes where the term may begin.
  @inline(__always)
  private func candidates(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ at: Int) -> UInt64 {
    let a = UInt64(littleEndian: left.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ firstPattern
    let b = UInt64(littleEndian: right.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ secondPattern
    return ((a | b) &- Self.ones) & ~(a | b) & Self.highs
  }

  @inline(__always)
  private static func matches(_ text: UnsafePointer<UInt8>, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    for i in 0..<term.count where text[i] != term[i] { return false }
    return true
  }
}
