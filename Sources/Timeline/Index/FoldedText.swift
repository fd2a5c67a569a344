/// The text that a search reads: for every event its folded title, its summary, and, if present, the reading adopted
/// and the notes of its citations, each followed by a line feed, in file order.
///
/// It is kept in segments of some megabytes, so that it grows without being copied.
package struct FoldedText: Sendable {
  package private(set) var segments: [Segment] = []

  /// The number of events with text.
  package var count: Int { segments.last?.rows.upperBound ?? 0 }

  /// Part of the text. Events never straddle two segments.
  package struct Segment: Sendable {
    private let storage: TextStorage
    private let ends: [UInt32]
    /// The events whose text is here, by their numbers in file order.
    package let rows: Range<Int>

    init(_ storage: TextStorage, ends: [UInt32], firstRow: Int) {
      self.storage = storage
      self.ends = ends
      rows = firstRow..<firstRow + ends.count
    }

    /// Valid while the segment is alive.
    package var bytes: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: storage.start, count: Int(ends.last ?? 0))
    }

    /// The range of an event's text in `bytes`.
    package func range(ofRow row: Int) -> Range<Int> {
      let index = row - rows.lowerBound
      return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// The event whose text contains a byte.
    ///
    /// - Parameter earliest: an event not later than the one sought, from which the search starts.
    package func row(at offset: Int, from earliest: Int) -> Int {
      var low = earliest - rows.lowerBound
      // Matches tend to be close together, so gallop: double the step, then bisect.
      var step = 1
      while low + step < ends.count, Int(ends[low + step - 1]) <= offset {
        low += step
        step *= 2
      }
      let high = min(low + step, ends.count)
      return rows.lowerBound + (low..<high).partitioningIndex { Int(ends[$0]) > offset }
    }
  }

  /// The segment that contains an event's text.
  package func segment(ofRow row: Int) -> Segment {
    segments[(0..<segments.count - 1).partitioningIndex { segments[$0].rows.upperBound > row }]
  }

  mutating func append(_ segment: Segment) { segments.append(segment) }
}
