/// Writes folded text segment by segment.
struct FoldedTextBuilder: Sendable {
  /// Large enough that segments are few and allocations rare, small enough that a search can be sliced at segment
  /// boundaries. The first one is small, since most chronologies are.
  private static let capacities = (first: 1 << 16, others: 1 << 22)

  /// The maximum length of an event's searched text, so that offsets in a segment fit in 32 bits.
  private static let longest = 1 << 29

  private var finished = FoldedText()
  private var storage = TextStorage(capacity: 0)
  private var used = 0
  /// The remaining allowance of searched text for the current event.
  private var left = 0
  private var ends: [UInt32] = []

  /// Begins an event and reserves room for its texts.
  ///
  /// - Parameters:
  ///   - texts: the number of texts.
  ///   - bytes: their total length.
  mutating func begin(texts: Int, bytes: Int) {
    let room = min(bytes, Self.longest) * Folding.mostGrowth + texts
    if used + room > storage.capacity {
      close()
      let usual = finished.segments.isEmpty ? Self.capacities.first : Self.capacities.others
      storage = TextStorage(capacity: max(usual, room))
      used = 0
    } else if !isKnownUniquelyReferenced(&storage) {
      storage = TextStorage(copying: storage, count: used)
    }
    left = Self.longest
  }

  /// Adds one of the event's texts, given in UTF-8.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let text = text.prefix(left)
    left -= text.count
    let rest = UnsafeMutableRawBufferPointer(start: storage.start + used, count: storage.capacity - used)
    let count = Folding.fold(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text)), into: rest)
    rest[count] = UInt8(ascii: "\n")
    used += count + 1
  }

  mutating func end() { ends.append(UInt32(used)) }

  /// The text so far.
  func text() -> FoldedText {
    var copy = self
    copy.close()
    return copy.finished
  }

  private mutating func close() {
    guard !ends.isEmpty else { return }
    finished.append(FoldedText.Segment(storage, ends: ends, firstRow: finished.count))
    ends.removeAll(keepingCapacity: true)
  }
}

/// Memory for one segment. Only its builder writes to it, and only while nobody else holds a reference: a builder that
/// was copied or has handed out its text continues in a copy.
final class TextStorage: @unchecked Sendable {
  let start: UnsafeMutablePointer<UInt8>
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    start = .allocate(capacity: max(capacity, 1))
    LargeMemory.take(UnsafeMutableRawBufferPointer(start: start, count: capacity))
  }

  convenience init(copying other: TextStorage, count: Int) {
    self.init(capacity: other.capacity)
    start.update(from: other.start, count: count)
  }

  deinit { start.deallocate() }
}
