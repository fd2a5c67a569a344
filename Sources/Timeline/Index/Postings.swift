/// For each key (an agency, a person, a source, a kind) the positions of the events that have it, ascending.
struct Postings: Sendable {
  private var positions: [UInt32] = []
  /// Where the positions of each key begin, and where the last ones end.
  private var starts: [UInt32] = [0]

  subscript(key: Int) -> ArraySlice<UInt32> { positions[Int(starts[key])..<Int(starts[key + 1])] }

  init() {}

  /// - Parameter keys: for each event in the order of the file, its keys, none twice.
  init(_ keys: RowLists, keyCount: Int, order: TimeOrder) {
    starts = Array(repeating: 0, count: keyCount + 1)
    positions = Array(repeating: 0, count: keys.items.count)
    for key in keys.items { starts[Int(key) + 1] += 1 }
    for key in 0..<keyCount { starts[key + 1] += starts[key] }
    var next = starts
    for position in 0..<keys.count {
      for key in keys[order.row(at: position)] {
        positions[Int(next[Int(key)])] = UInt32(position)
        next[Int(key)] += 1
      }
    }
  }
}

/// A list of numbers for each event, in the order of the file, one list after another.
struct RowLists: Sendable {
  private(set) var items: [UInt32] = []
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  subscript(row: Int) -> ArraySlice<UInt32> { items[(row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])] }

  /// Adds to the list of the event being read; once is enough.
  mutating func append(_ item: UInt32) {
    let start = ends.last.map(Int.init) ?? 0
    if !items[start...].contains(item) { items.append(item) }
  }

  /// Makes room for as many rows.
  mutating func reserve(_ count: Int) {
    items.reserveCapacity(items.count / max(self.count, 1) * count)
    ends.reserveCapacity(count)
  }

  /// Adds a whole list, no item twice.
  mutating func appendRow(_ list: [UInt32]) {
    items.append(contentsOf: list)
    endRow()
  }

  /// Ends the list of the event being read.
  mutating func endRow() { ends.append(UInt32(clamping: items.count)) }
}
