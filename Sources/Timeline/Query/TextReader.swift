/// Looks for terms in the text of events, and counts what it reads.
struct TextReader: Sendable {
  private let text: FoldedText
  /// Bytes read so far.
  private(set) var spent = 0

  init(_ text: FoldedText) { self.text = text }

  /// Which of the candidates have a term in their text; the first bit of the first word is row `start`.
  mutating func find(_ search: ByteSearch, fromRow start: Int, among candidates: [UInt64]) -> [UInt64] {
    var found = [UInt64](repeating: 0, count: candidates.count)
    var at = 0
    // Rows that follow each other are read in one go.
    while let first = Self.next(candidates, at, set: true) {
      at = Self.next(candidates, first, set: false) ?? candidates.count * 64
      read(search, start + first..<start + at) { found[($0 - start) >> 6] |= 1 << UInt64(($0 - start) & 63) }
    }
    return found
  }

  private mutating func read(_ search: ByteSearch, _ rows: Range<Int>, _ match: (Int) -> Void) {
    var row = rows.lowerBound
    while row < rows.upperBound {
      let segment = text.segment(ofRow: row)
      let last = min(rows.upperBound, segment.rows.upperBound) - 1
      let bytes = segment.bytes
      guard let base = bytes.baseAddress else { return }
      var at = segment.range(ofRow: row).lowerBound
      let end = segment.range(ofRow: last).upperBound
      spent += end - at
      while let place = search.first(in: base, at, end) {
        row = segment.row(at: place, from: row)
        match(row)
        at = segment.range(ofRow: row).upperBound
      }
      row = last + 1
    }
  }

  /// The first bit from `start` on that is set, or clear.
  private static func next(_ words: [UInt64], _ start: Int, set: Bool) -> Int? {
    var word = start >> 6
    var mask = UInt64.max << UInt64(start & 63)
    while word < words.count {
      let bits = (set ? words[word] : ~words[word]) & mask
      if bits != 0 { return word << 6 + bits.trailingZeroBitCount }
      mask = .max
      word += 1
    }
    return nil
  }
}
