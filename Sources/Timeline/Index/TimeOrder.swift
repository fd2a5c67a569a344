internal import EDTF

/// Which event of the file (its *row*) stands where in time (its *position*).
struct TimeOrder: Sendable {
  /// Rows by position; empty when the file is in time order already.
  private var rows: [UInt32] = []
  private var positions: [UInt32] = []

  var isInFileOrder: Bool { rows.isEmpty }

  func row(at position: Int) -> Int { rows.isEmpty ? position : Int(rows[position]) }
  func position(ofRow row: Int) -> Int { positions.isEmpty ? row : Int(positions[row]) }

  init() {}

  /// How many rows are where they belong, while the order is made, and how many bytes all ids begin with.
  private var sorted = 0
  private var prefix = 0

  /// Puts the rows in order of their earliest days. What remains is `sortWithinDays`, then `number`.
  init(_ dates: RowDates, ids: IdentifierTable) {
    if dates.areInOrder(ids) { return }
    rows = dates.sortedByDay() ?? (0..<UInt32(dates.count)).sorted { dates.precedes(Int($0), Int($1), ids) }
    if !dates.fitSpans { sorted = rows.count }
  }

  var isSortedWithinDays: Bool { sorted == rows.count }

  /// Sorts the next rows of one day by all the rest, as numbers where they tell rows apart, and those of the days
  /// after it until there are as many as `limit`.
  mutating func sortWithinDays(_ dates: RowDates, _ ids: IdentifierTable, limit: Int) {
    struct Entry {
      var rest: UInt64
      var id: UInt64
      var row: UInt32
    }
    if isSortedWithinDays { return }
    if sorted == 0 { prefix = ids.commonPrefix }
    var entries: [Entry] = []
    let stop = sorted + limit
    while sorted < min(rows.count, stop) {
      let day = dates.spans[Int(rows[sorted])].earliest
      entries.removeAll(keepingCapacity: true)
      while sorted + entries.count < rows.count {
        let row = Int(rows[sorted + entries.count])
        guard dates.spans[row].earliest == day else { break }
        entries.append(Entry(rest: dates.rest(row), id: ids.word(row, from: prefix), row: UInt32(row)))
      }
      if entries.count > 1 {
        entries.sort { a, b in
          if a.rest != b.rest { return a.rest < b.rest }
          return a.id != b.id ? a.id < b.id : ids.precedes(Int(a.row), Int(b.row))
        }
        for index in entries.indices { rows[sorted + index] = entries[index].row }
      }
      sorted += entries.count
    }
  }

  /// Notes at which position each row stands.
  mutating func number() {
    positions = Array(large: rows.count, repeating: 0)
    for (position, row) in rows.enumerated() { positions[Int(row)] = UInt32(position) }
  }
}

/// The dates of events by row, as far as their order needs them. The order itself is `ChronologicalKey`'s.
struct RowDates: Sendable {
  private(set) var spans: [DaySpan] = []
  private var precisions: [Precision] = []
  /// The keys of dates too far away for a span.
  private var farKeys: [Int: ChronologicalKey] = [:]

  var count: Int { spans.count }
  /// No date is too far away for a span.
  var fitSpans: Bool { farKeys.isEmpty }

  mutating func reserve(_ count: Int) {
    spans.reserveLarge(count)
    precisions.reserveLarge(count)
  }

  mutating func append(_ span: DaySpan, _ precision: Precision) {
    spans.append(span)
    precisions.append(precision)
  }

  mutating func append(_ date: EDTFDate) {
    let span = DaySpan(date.bounds)
    if span.isClamped { farKeys[count] = date.key }
    append(span, date.precision)
  }

  /// Whether one row comes before another in time: by their dates, then by their ids.
  func precedes(_ row: Int, _ other: Int, _ ids: IdentifierTable) -> Bool {
    let first = key(row)
    let second = key(other)
    return first == second ? ids.precedes(row, other) : first < second
  }

  func areInOrder(_ ids: IdentifierTable) -> Bool {
    for row in 1..<max(count, 1) where precedes(row, row - 1, ids) { return false }
    return true
  }

  private func key(_ row: Int) -> ChronologicalKey {
    if !farKeys.isEmpty, let far = farKeys[row] { return far }
    return ChronologicalKey(spans[row], precisions[row])
  }

  /// What decides after the earliest day, as one number: precision, then the latest day.
  func rest(_ row: Int) -> UInt64 {
    // Unknown, the least of numbers, stands after all others here: turn the wheel by one.
    let latest = UInt32(bitPattern: spans[row].latest &- 1) ^ 0x8000_0000
    return UInt64(precisions[row].rawValue) << 32 | UInt64(latest)
  }

  /// The rows in order of their earliest days, by counting days; nil where these lie too far apart for that.
  func sortedByDay() -> [UInt32]? {
    let days = spans.lazy.map(\.earliest).filter { $0 > DaySpan.openStart }
    guard fitSpans, let first = days.min(), let last = days.max(),
      Int(last) - Int(first) < max(4 * count, 1 << 16)
    else { return nil }
    let slots = Int(last) - Int(first) + 3
    func slot(_ day: Int32) -> Int {
      day == DaySpan.openStart ? 0 : day == DaySpan.unknown ? slots - 1 : Int(day) - Int(first) + 1
    }
    var next = [UInt32](repeating: 0, count: slots + 1)
    for span in spans { next[slot(span.earliest) + 1] += 1 }
    for day in 0..<slots { next[day + 1] += next[day] }
    var rows = [UInt32](large: count, repeating: 0)
    for row in spans.indices {
      let day = slot(spans[row].earliest)
      rows[Int(next[day])] = UInt32(row)
      next[day] += 1
    }
    return rows
  }
}
