/// The text that a search looks through: for every event its folded title, its summary, the reading adopted and the notes
/// of its citations where there are any, each with a line feed after it, one event after another in the order of the
/// file.
///
/// It is kept in segments of some megabytes, so that it grows without being copied.
package struct FoldedText: Sendable {
  package private(set) var segments: [Segment] = []

  /// How many events' texts there are.
  package var count: Int { segments.last?.rows.upperBound ?? 0 }

  /// Part of the text. Events never straddle two segments.
  package struct Segment: Sendable {
    private let storage: TextStorage
    private let ends: [UInt32]
    /// The events whose text is here, by their numbers in the order of the file.
    package let rows: Range<Int>

    init(_ storage: TextStorage, ends: [UInt32], firstRow: Int) {
      self.storage = storage
      self.ends = ends
      rows = firstRow..<firstRow + ends.count
    }

    /// Valid while the segment lives.
    package var bytes: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: storage.start, count: Int(ends.last ?? 0))
    }

    /// Where an event's text stands in `bytes`.
    package func range(ofRow row: Int) -> Range<Int> {
      let index = row - rows.lowerBound
      return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// The event whose text holds a byte.
    ///
    /// - Parameter earliest: an event that is not a later one than the one looked for, from which the walk is short.
    package func row(at offset: Int, from earliest: Int) -> Int {
      var low = earliest - rows.lowerBound
      // Matches are often near each other: double the step, then halve the interval.
      var step = 1
      while low + step < ends.count, Int(ends[low + step - 1]) <= offset {
        low += step
        step *= 2
      }
      let high = min(low + step, ends.count)
      return rows.lowerBound + (low..<high).partitioningIndex { Int(ends[$0]) > offset }
    }
  }

  /// The segment that holds an event's text.
  package func segment(ofRow row: Int) -> Segment {
    segments[(0..<segments.count - 1).partitioningIndex { segments[$0].rows.upperBound > row }]
  }

  mutating func append(_ segment: Segment) { segments.append(segment) }
}
