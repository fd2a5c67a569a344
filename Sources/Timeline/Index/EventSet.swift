/// A set of event positions. Rows of a filtered list are its members in order: row `r` is `select(r)`.
///
/// One bit per position, and for each run of 512 positions the number of members before it. `contains` and `rank` look
/// at one run, `select` at one run after a binary search; set operations take n/64 steps.
package struct EventSet: Equatable, Sendable {
  /// Position `p` is bit `p % 64` of word `p / 64`; the last word is never zero.
  package private(set) var words: [UInt64]
  /// The number of members before each run of eight words, followed by their total.
  private var before: [UInt32]

  /// Trailing zeros are ignored.
  package init(words: [UInt64]) {
    self.words = words
    let used = (self.words.lastIndex { $0 != 0 } ?? -1) + 1
    self.words.removeLast(self.words.count - used)
    before = Self.counts(self.words)
  }

  /// Negative positions are ignored.
  package init(_ members: some Sequence<Int>) {
    var words: [UInt64] = []
    for position in members where position >= 0 {
      let word = position >> 6
      if word >= words.count { words += repeatElement(0, count: word + 1 - words.count) }
      words[word] |= 1 << UInt64(position & 63)
    }
    self.init(words: words)
  }

  /// Every position in `0..<count`.
  package init(all count: Int) {
    self.init(words: Self.words(filling: count))
  }

  static func words(filling count: Int) -> [UInt64] {
    guard count > 0 else { return [] }
    var words = [UInt64](repeating: .max, count: (count + 63) >> 6)
    words[words.count - 1] = .max >> UInt64((64 - count & 63) & 63)
    return words
  }

  private static func counts(_ words: [UInt64]) -> [UInt32] {
    var before: [UInt32] = []
    before.reserveCapacity(words.count / 8 + 2)
    before.append(0)
    var total: UInt32 = 0
    words.withUnsafeBufferPointer { words in
      var start = 0
      while start < words.count {
        let end = Swift.min(start + 8, words.count)
        var any: UInt64 = 0
        for i in start..<end { any |= words[i] }
        if any != 0 {
          for i in start..<end { total += UInt32(truncatingIfNeeded: words[i].nonzeroBitCount) }
        }
        before.append(total)
        start = end
      }
    }
    return before
  }

  package var count: Int { Int(before[before.count - 1]) }
  package var isEmpty: Bool { words.isEmpty }

  package func contains(_ position: Int) -> Bool {
    let word = position >> 6
    return word >= 0 && word < words.count && words[word] >> UInt64(position & 63) & 1 == 1
  }

  /// The member at a row in `0..<count`.
  package func select(_ row: Int) -> Int {
    precondition(row >= 0 && row < count, "there is no such row")
    let low = (1..<before.count - 1).partitioningIndex { before[$0] > row } - 1
    var left = row - Int(before[low])
    var word = low * 8
    while true {
      let size = words[word].nonzeroBitCount
      if left < size { break }
      left -= size
      word += 1
    }
    var bits = words[word]
    for _ in 0..<left { bits &= bits - 1 }
    return word << 6 + bits.trailingZeroBitCount
  }

  /// The number of members smaller than `position`: the row of `position` if it is a member, else of the next member.
  package func rank(_ position: Int) -> Int {
    if position <= 0 { return 0 }
    let word = position >> 6
    if word >= words.count { return count }
    var rank = Int(before[word >> 3])
    for i in (word & ~7)..<word { rank += words[i].nonzeroBitCount }
    return rank + (words[word] & ((1 << UInt64(position & 63)) - 1)).nonzeroBitCount
  }

  package func union(_ other: EventSet) -> EventSet {
    if other.isEmpty { return self }
    let (short, long) = words.count < other.words.count ? (words, other.words) : (other.words, words)
    var united = long
    for i in short.indices { united[i] |= short[i] }
    return EventSet(words: united)
  }

  package func intersection(_ other: EventSet) -> EventSet {
    EventSet(words: zip(words, other.words).map { $0 & $1 })
  }

  package func subtracting(_ other: EventSet) -> EventSet {
    var rest = words
    for i in 0..<Swift.min(rest.count, other.words.count) { rest[i] &= ~other.words[i] }
    return EventSet(words: rest)
  }
}

extension EventSet {
  /// A set built in no particular order, of positions below a given number.
  struct Members {
    private var words: [UInt64]

    init(_ count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ position: Int) { words[position >> 6] |= 1 << UInt64(position & 63) }
    func contains(_ position: Int) -> Bool { words[position >> 6] >> UInt64(position & 63) & 1 == 1 }
    var set: EventSet { EventSet(words: words) }
  }
}

extension EventSet: Sequence {
  /// The members in order.
  package struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var word = -1
    private var bits: UInt64 = 0

    init(_ words: [UInt64]) { self.words = words }

    package mutating func next() -> Int? {
      while bits == 0 {
        word += 1
        guard word < words.count else {
          word = words.count
          return nil
        }
        bits = words[word]
      }
      defer { bits &= bits - 1 }
      return word << 6 + bits.trailingZeroBitCount
    }
  }

  package func makeIterator() -> Iterator { Iterator(words) }
  package var underestimatedCount: Int { count }
}
