/// Writes folded text segment by segment.
struct FoldedTextBuilder: Sendable {
  /// Large enough that segments are few and memory is taken in few calls, small enough that a search can be sliced at them. The
  /// first one is small: most chronologies are.
  private static let capacities = (first: 1 << 16, others: 1 << 22)

  /// No more than this of a title or a summary is searched, so that offsets in a segment fit 32 bits.
  private static let longest = 1 << 28

  private var finished = FoldedText()
  private var storage = TextStorage(capacity: 0)
  private var used = 0
  private var ends: [UInt32] = []

  /// Adds one event's title and summary, given in UTF-8.
  mutating func append(title: UnsafeBufferPointer<UInt8>, summary: UnsafeBufferPointer<UInt8>) {
    let title = UnsafeBufferPointer(rebasing: title.prefix(Self.longest))
    let summary = UnsafeBufferPointer(rebasing: summary.prefix(Self.longest))
    let room = (title.count + summary.count) * Folding.mostGrowth + 2
    if used + room > storage.capacity {
      close()
      let usual = finished.segments.isEmpty ? Self.capacities.first : Self.capacities.others
      storage = TextStorage(capacity: max(usual, room))
      used = 0
    } else if !isKnownUniquelyReferenced(&storage) {
      storage = TextStorage(copying: storage, count: used)
    }
    fold(title)
    fold(summary)
    ends.append(UInt32(used))
  }

  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
    let rest = UnsafeMutableRawBufferPointer(start: storage.start + used, count: storage.capacity - used)
    let count = Folding.fold(UnsafeRawBufferPointer(text), into: rest)
    rest[count] = UInt8(ascii: "\n")
    used += count + 1
  }

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

/// Memory for one segment. Its builder alone writes to it, and only while nobody else has it: a builder that was copied
/// or has shown its text goes on in a copy.
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
