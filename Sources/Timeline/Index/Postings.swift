/// For each key (an agency, a person, a source, a kind) the positions of the events that have it, ascending.
struct Postings: Sendable {
  private var positions: [UInt32] = []
  /// Where the positions of each key begin, and where the last ones end.
  private var starts: [UInt32] = [0]

  subscript(key: Int) -> ArraySlice<UInt32> { positions[Int(starts[key])..<Int(starts[key + 1])] }

  init() {}

  /// - Parameter keys: for each event in the order of the file, its keys; one that it names twice counts once.
  init(_ keys: RowLists, keyCount: Int, order: TimeOrder) {
    var next = [UInt32](repeating: 0, count: keyCount + 1)
    next.withUnsafeMutableBufferPointer { next in
      keys.forEachKey(in: TimeOrder(), keyCount: keyCount) { _, key in next[key + 1] += 1 }
      for key in 0..<keyCount { next[key + 1] += next[key] }
      starts = Array(next)
      positions = Array(unsafeUninitializedCapacity: Int(next[keyCount])) { positions, count in
        count = Int(next[keyCount])
        keys.forEachKey(in: order, keyCount: keyCount) { position, key in
          positions[Int(next[key])] = UInt32(position)
          next[key] += 1
        }
      }
    }
  }
}

extension ArraySlice<UInt32> {
  /// Of ascending positions, the index of the first that is not below another.
  package func index(onOrAfter position: Int) -> Int { index(onOrAfter: position, in: startIndex..<endIndex) }

  /// The same where it is not before `start`, and likely not far after it: in twice as many steps as the distance has
  /// bits, and near each other in memory.
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
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Of ascending positions, those that are shown. Costs nothing where all events are shown, else a step for each.
  package func among(_ shown: EventSet) -> ArraySlice {
    guard let last, shown.rank(Int(last) + 1) <= last else { return self }
    let events = self[..<index(onOrAfter: shown.words.count << 6)]
    return Array(unsafeUninitializedCapacity: events.count) { kept, count in
      events.forEachBit(of: shown) { position, bit in
        kept[count] = position
        count += bit
      }
    }[...]
  }

  /// Of ascending positions, how many belong to a set. A step for each.
  func count(in set: EventSet) -> Int {
    var count = 0
    self[..<index(onOrAfter: set.words.count << 6)].forEachBit(of: set) { count += $1 }
    return count
  }

  /// Calls `body` with each position and 1 where a set has it, else 0: without a branch, which could not be foreseen.
  /// - Precondition: all are below the end of the set's last word.
  @inline(__always) private func forEachBit(of set: EventSet, _ body: (UInt32, Int) -> Void) {
    set.words.withUnsafeBufferPointer { words in
      for position in self { body(position, Int(words[Int(position >> 6)] >> UInt64(position & 63) & 1)) }
    }
  }
}

/// A list of numbers for each event, in the order of the file, one list after another.
struct RowLists: Sendable {
  private(set) var items: [UInt32] = []
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  subscript(row: Int) -> ArraySlice<UInt32> { items[range(of: row)] }

  /// Where in `items` a row's list stands.
  func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]) }

  /// Adds to the list of the event being read.
  mutating func append(_ item: UInt32) { items.append(item) }

  /// Makes room for as many rows.
  mutating func reserve(_ count: Int) {
    items.reserveCapacity(items.count / max(self.count, 1) * count)
    ends.reserveCapacity(count)
  }

  /// Adds a whole list.
  mutating func appendRow(_ list: [UInt32]) {
    items.append(contentsOf: list)
    endRow()
  }

  /// Ends the list of the event being read.
  mutating func endRow() { ends.append(UInt32(clamping: items.count)) }

  /// Calls `body` with each position in order and each of the event's keys once.
  @inline(__always)
  fileprivate func forEachKey(in order: TimeOrder, keyCount: Int, _ body: (_ position: Int, _ key: Int) -> Void) {
    /// For each key the last position that had it, plus one.
    var last = [UInt32](repeating: 0, count: keyCount)
    last.withUnsafeMutableBufferPointer { last in
      items.withUnsafeBufferPointer { items in
        ends.withUnsafeBufferPointer { ends in
          for position in ends.indices {
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
