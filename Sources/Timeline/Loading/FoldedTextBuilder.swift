/// Writes folded text segment by segment.
struct FoldedTextBuilder: Sendable {
  /// Large enough that segments are few, small enough that a search can be sliced at them.
  static let segmentCapacity = 4 << 20

  private var finished = FoldedText()
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var firstRow = 0

  /// Adds one event's title and summary.
  mutating func append(title: UnsafeBufferPointer<UInt8>, summary: UnsafeBufferPointer<UInt8>) {
    if bytes.count + title.count + summary.count + 2 > Self.segmentCapacity { close() }
    for part in [title, summary] {
      bytes += [UInt8](unsafeUninitializedCapacity: part.count * Folding.mostGrowth) { room, count in
        count = Folding.fold(UnsafeRawBufferPointer(part), into: UnsafeMutableRawBufferPointer(room))
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    ends.append(UInt32(bytes.count))
  }

  /// The text so far.
  func text() -> FoldedText {
    var copy = self
    copy.close()
    return copy.finished
  }

  private mutating func close() {
    guard !ends.isEmpty else { return }
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    start.initialize(from: bytes, count: bytes.count)
    finished.append(FoldedText.Segment(start: start, ends: ends, rows: firstRow..<firstRow + ends.count))
    firstRow += ends.count
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
