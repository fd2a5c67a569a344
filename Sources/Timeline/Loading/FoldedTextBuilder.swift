/// Writes folded text segment by segment.
struct FoldedTextBuilder: Sendable {
  /// Large enough that segments are few and memory is taken in few calls, small enough that a search can be sliced at them. The
  /// first one is small: most chronologies are.
  private static let capacities = (first: 1 << 16, others: 1 << 22)

  /// No more than this of an event's texts is searched, so that offsets in a segment fit 32 bits.
  private static let longest = 1 << 29

  private var finished = FoldedText()
  private var storage = TextStorage(capacity: 0)
  private var used = 0
  /// How much more of the event's texts may be searched.
  private var left = 0
  private var ends: [UInt32] = []

  /// Begins an event: makes room for its texts.
  ///
  /// - Parameters:
  ///   - texts: how many there are.
  ///   - bytes: how long they are together.
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
