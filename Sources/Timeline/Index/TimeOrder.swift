/// Which event of the file (its *row*) stands where in time (its *position*).
struct TimeOrder: Sendable {
  /// Rows by position; empty when the file is in time order already.
  private var rows: [UInt32] = []
  private var positions: [UInt32] = []

  var isInFileOrder: Bool { rows.isEmpty }

  func row(at position: Int) -> Int { rows.isEmpty ? position : Int(rows[position]) }
  func position(ofRow row: Int) -> Int { positions.isEmpty ? row : Int(positions[row]) }

  /// - Parameter precedes: whether one row comes before another in time.
  init(count: Int, _ precedes: (_ row: Int, _ other: Int) -> Bool) {
    if (1..<max(count, 1)).allSatisfy({ !precedes($0, $0 - 1) }) { return }
    rows = (0..<UInt32(count)).sorted { precedes(Int($0), Int($1)) }
    positions = Array(repeating: 0, count: count)
    for (position, row) in rows.enumerated() { positions[Int(row)] = UInt32(position) }
  }
}
