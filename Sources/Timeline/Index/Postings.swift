/// For each key (an agency, a person, a source, a kind) the ascending positions of the events that have it.
struct Postings: Sendable {
  private var positions: [UInt32] = []
  /// Where the positions of each key begin, followed by the end of the last.
  private var starts: [UInt32] = [0]

  subscript(key: Int) -> ArraySlice<UInt32> { positions[Int(starts[key])..<Int(starts[key + 1])] }

  init() {}

  fileprivate init(positions: [UInt32], starts: [UInt32]) {
    self.positions = positions
    self.starts = starts
  }
}

/// Builds postings a few events at a time, so that a million do not cause one long pause: first it counts the events
/// of each key in one go, then it places them event by event.
struct PostingsBuilder: Sendable {
  private let keys: RowLists
  private let order: TimeOrder
  private let starts: [UInt32]
  private var positions: [UInt32]
  /// For each key, where its next position goes, and the last event that had it, plus one.
  private var next: [UInt32]
  private var last: [UInt32]
  private var done = 0

  /// - Parameter keys: for each event in file order, its keys; duplicates within an event count once.
  init(_ keys: RowLists, keyCount: Int, order: TimeOrder) {
    self.keys = keys
    self.order = order
    var starts = [UInt32](large: keyCount + 1, repeating: 0)
    var last = [UInt32](large: keyCount, repeating: 0)
    starts.withUnsafeMutableBufferPointer { starts in
      keys.forEachKey(of: 0..<keys.count, in: TimeOrder(), last: &last) { _, key in starts[key + 1] += 1 }
      for key in 0..<keyCount { starts[key + 1] += starts[key] }
    }
    last.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    positions = Array(large: Int(starts[keyCount]), repeating: 0)
    next = starts
    self.starts = starts
    self.last = last
  }

  mutating func advance(_ count: Int) {
    let events = done..<min(done + count, keys.count)
    next.withUnsafeMutableBufferPointer { next in
      positions.withUnsafeMutableBufferPointer { positions in
        keys.forEachKey(of: events, in: order, last: &last) { position, key in
          positions[Int(next[key])] = UInt32(position)
          next[key] += 1
        }
      }
    }
    done = events.upperBound
  }

  /// Nil until complete.
  var postings: Postings? { done == keys.count ? Postings(positions: positions, starts: starts) : nil }
}

extension ArraySlice<UInt32> {
  /// The index of the first position at or after `position`, among ascending positions.
  package func index(onOrAfter position: Int) -> Int { index(onOrAfter: position, in: startIndex..<endIndex) }

  /// The same, given that the result is at or after `start` and probably close to it: takes twice as many steps as the
  /// distance has bits, at nearby addresses.
  func index(onOrAfter position: Int, near start: Int) -> Int {
    var low = start
    var step = 1
    while low + step <= endIndex, self[low + step - 1] < position {
      low += step
      step *= 2
    }
    return index(onOrAfter: position, in: low..<Swift.min(low + step, endIndex))
  }

  private func index(onOrAfter position: Int, in range: Range<Int>) -> Int {
    range.partitioningIndex { self[$0] >= position }
  }

  /// The positions that are shown, among ascending positions. Free if all events are shown; otherwise a step for each.
  package func among(_ shown: EventSet) -> ArraySlice {
    guard let last, shown.rank(Int(last) + 1) <= last else { return self }
    let events = self[..<index(onOrAfter: shown.words.count << 6)]
    // See `Folding.bytes`.
    if events.isEmpty { return [] }
    return Array(unsafeUninitializedCapacity: events.count) { kept, count in
      events.forEachBit(of: shown) { position, bit in
        kept[count] = position
        count += bit
      }
    }[...]
  }

  /// How many of a list of ascending positions belong to a set. A step for each.
  func count(in set: EventSet) -> Int {
    var count = 0
    self[..<index(onOrAfter: set.words.count << 6)].forEachBit(of: set) { count += $1 }
    return count
  }

  /// Calls `body` with each position and 1 if the set contains it, else 0, without a branch, which would be
  /// unpredictable.
  /// - Precondition: all positions are below the end of the set's last word.
  @inline(__always) private func forEachBit(of set: EventSet, _ body: (UInt32, Int) -> Void) {
    set.words.withUnsafeBufferPointer { words in
      for position in self { body(position, Int(words[Int(position >> 6)] >> UInt64(position & 63) & 1)) }
    }
  }
}

/// A list of numbers for each event, in file order, stored contiguously.
struct RowLists: Sendable {
  private(set) var items: [UInt32] = []
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  subscript(row: Int) -> ArraySlice<UInt32> { items[range(of: row)] }

  /// The range of a row's list in `items`.
  func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]) }

  /// Appends to the list of the event being read.
  mutating func append(_ item: UInt32) { items.append(item) }

  /// Whether the list of the event being read contains an item.
  func hasAdded(_ item: UInt32) -> Bool {
    var index = items.count
    while index > endOfLast {
      index -= 1
      if items[index] == item { return true }
    }
    return false
  }

  /// Discards the list of the event being read.
  mutating func takeBack() { items.removeLast(items.count - endOfLast) }

  private var endOfLast: Int { ends.isEmpty ? 0 : Int(ends[ends.count - 1]) }

  /// Reserves capacity for this many rows.
  mutating func reserve(_ count: Int) {
    items.reserveLarge(rows: count, having: self.count)
    ends.reserveLarge(count)
  }

  /// Ends the list of the event being read.
  mutating func endRow() { ends.append(UInt32(clamping: items.count)) }

  /// Calls `body` with some positions in order and each of their events' keys once.
  ///
  /// - Parameter last: for each key the last position that had it, plus one.
  @inline(__always)
  fileprivate func forEachKey(
    of positions: Range<Int>, in order: TimeOrder, last: inout [UInt32], _ body: (_ position: Int, _ key: Int) -> Void
  ) {
    last.withUnsafeMutableBufferPointer { last in
      items.withUnsafeBufferPointer { items in
        ends.withUnsafeBufferPointer { ends in
          for position in positions {
            let row = order.row(at: position)
            for index in (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]) {
              let key = Int(items[index])
              guard last[key] != UInt32(position + 1) else { continue }
              last[key] = UInt32(position + 1)
              body(position, key)
            }
          }
        }
      }
    }
  }
}
