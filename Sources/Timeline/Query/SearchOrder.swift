/// The order in which a search tests events, one bit each: by position or, if text must be read and the file is not in
/// time order, by row, because memory is fastest read sequentially.
struct SearchOrder: Sendable {
  private let chronology: Chronology
  let areRows: Bool

  init(_ chronology: Chronology, readingText: Bool) {
    self.chronology = chronology
    areRows = readingText && !chronology.isInFileOrder
  }

  var none: [UInt64] { Array(repeating: 0, count: (chronology.count + 63) / 64) }
  var all: [UInt64] { EventSet.words(filling: chronology.count) }

  /// A set of events, a bit for each.
  func words(_ set: EventSet) -> [UInt64] {
    var words = none
    if areRows {
      for position in set { words.insert(chronology.row(at: position)) }
    } else {
      words.replaceSubrange(0..<set.words.count, with: set.words)
    }
    return words
  }

  func insert(_ position: Int, into words: inout [UInt64]) {
    words.insert(areRows ? chronology.row(at: position) : position)
  }

  func insert(_ positions: ArraySlice<UInt32>, into words: inout [UInt64]) {
    for position in positions { insert(Int(position), into: &words) }
  }

  /// Adds the events of one word of bits to words by position.
  func add(_ bits: UInt64, ofWord word: Int, to words: inout [UInt64]) {
    if areRows {
      var bits = bits
      while bits != 0 {
        words.insert(chronology.position(ofRow: word << 6 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    } else {
      words[word] |= bits
    }
  }
}

extension [UInt64] {
  fileprivate mutating func insert(_ number: Int) { self[number >> 6] |= 1 << UInt64(number & 63) }
}
