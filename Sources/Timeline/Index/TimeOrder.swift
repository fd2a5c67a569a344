/// Which event of the file (its *row*) stands where in time (its *position*).
struct TimeOrder: Sendable {
  /// Rows by position; empty when the file is in time order already.
  private var rows: [UInt32] = []
  private var positions: [UInt32] = []

  var isInFileOrder: Bool { rows.isEmpty }

  func row(at position: Int) -> Int { rows.isEmpty ? position : Int(rows[position]) }
  func position(ofRow row: Int) -> Int { positions.isEmpty ? row : Int(positions[row]) }

  /// Orders events by their spans; those that tie keep the order of the file.
  init(_ spans: [DaySpan]) {
    var isInOrder = true
    for row in spans.indices.dropFirst() where spans[row] < spans[row - 1] {
      isInOrder = false
      break
    }
    if isInOrder { return }
    rows = spans.indices.map { UInt32($0) }
    rows.sort { a, b in
      let first = spans[Int(a)]
      let second = spans[Int(b)]
      return first == second ? a < b : first < second
    }
    positions = Array(repeating: 0, count: rows.count)
    for (position, row) in rows.enumerated() { positions[Int(row)] = UInt32(position) }
  }
}
