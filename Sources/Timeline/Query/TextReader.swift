internal import Glibc

/// Looks for terms in the text of events, and counts the bytes that it reads.
struct TextReader: Sendable {
  private let text: FoldedText
  /// Bytes read so far.
  private(set) var spent = 0

  init(_ text: FoldedText) { self.text = text }

  /// Which of the candidates have a term in their text, or in their title; the first bit of the first word is row
  /// `start`.
  mutating func find(_ search: ByteSearch, inTitles: Bool = false, fromRow start: Int, among candidates: [UInt64])
    -> [UInt64]
  {
    var found = [UInt64](repeating: 0, count: candidates.count)
    var at = 0
    while let next = Self.next(candidates, at, set: true) {
      let segment = text.segment(ofRow: start + next)
      let end = min(segment.rows.upperBound - start, candidates.count * 64)
      spent += Self.read(search, inTitles, segment, candidates, start, next..<end, &found)
      at = end
    }
    return found
  }

  /// Reads one segment; returns the number of bytes read. Consecutive rows are read in one go.
  private static func read(
    _ search: ByteSearch, _ inTitles: Bool, _ segment: FoldedText.Segment, _ candidates: [UInt64], _ start: Int,
    _ bits: Range<Int>,
    _ found: inout [UInt64]
  ) -> Int {
    guard let base = segment.bytes.baseAddress else { return 0 }
    var spent = 0
    var bit = bits.lowerBound
    while let first = next(candidates, bit, set: true), first < bits.upperBound {
      let end = min(next(candidates, first, set: false) ?? bits.upperBound, bits.upperBound)
      var at = segment.range(ofRow: start + first).lowerBound
      let stop = segment.range(ofRow: start + end - 1).upperBound
      spent += stop - at + overhead
      var row = start + first
      while let place = search.first(in: base, at, stop) {
        row = segment.row(at: place, from: row)
        if !inTitles || isInTitle(place, from: segment.range(ofRow: row).lowerBound, base) {
          found[(row - start) >> 6] |= 1 << UInt64((row - start) & 63)
        }
        // One match per event is enough.
        at = segment.range(ofRow: row).upperBound
        row += 1
        spent += overhead
      }
      bit = end
    }
    return spent
  }

  /// Whether an offset in an event's text lies within its first line.
  private static func isInTitle(_ place: Int, from start: Int, _ base: UnsafePointer<UInt8>) -> Bool {
    memchr(base + start, CInt(UInt8(ascii: "\n")), place - start) == nil
  }

  /// The cost of a match, or of a gap between candidates, in addition to reading, in bytes.
  private static let overhead = 200

  /// The first bit at or after `start` that is set, or clear.
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
