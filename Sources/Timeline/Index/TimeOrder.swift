internal import EDTF

/// Maps between an event's number in the file (its *row*) and its number in time (its *position*).
struct TimeOrder: Sendable {
  /// Rows by position; empty if the file is already in time order.
  private var rows: [UInt32] = []
  private var positions: [UInt32] = []

  var isInFileOrder: Bool { rows.isEmpty }

  func row(at position: Int) -> Int { rows.isEmpty ? position : Int(rows[position]) }
  func position(ofRow row: Int) -> Int { positions.isEmpty ? row : Int(positions[row]) }

  init() {}

  /// How many rows are in their final place while sorting, and the length in bytes of the prefix common to all ids.
  private var sorted = 0
  private var prefix = 0

  /// Sorts the rows by their places. `sortWithinDays` and then `put(_:_:)` must follow.
  init(_ dates: RowDates, ids: IdentifierTable) {
    if dates.areInOrder(ids) { return }
    rows = dates.sortedByDay() ?? (0..<UInt32(dates.count)).sorted { dates.precedes(Int($0), Int($1), ids) }
    if !dates.fitSpans { sorted = rows.count }
  }

  var isSortedWithinDays: Bool { sorted == rows.count }

  /// Sorts the next rows with the same day by the remaining keys, as numbers where these differ, continuing with the
  /// following days until `limit` rows are done.
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
      let day = dates.spans[Int(rows[sorted])].place
      entries.removeAll(keepingCapacity: true)
      while sorted + entries.count < rows.count {
        let row = Int(rows[sorted + entries.count])
        guard dates.spans[row].place == day else { break }
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

  /// Moves each event after the one it follows if their dates are equal and the links form no cycle. Otherwise the
  /// order is unchanged.
  ///
  /// Cost: a step for each row to number them, and for each row of a date that two linked events share; sorts the links.
  /// - Parameter sequels: rows of equal dates, the earlier before the later.
  mutating func put(_ sequels: [(earlier: UInt32, later: UInt32)], _ dates: RowDates) {
    number()
    if sequels.isEmpty { return }
    // By position of the later event, then of the earlier: what precedes one event stands together, and so does a date.
    let pairs = sequels.map { position(ofRow: Int($0.later)) << 32 | position(ofRow: Int($0.earlier)) }.sorted()
    var next = 0
    while next < pairs.count {
      let start = pairs[next] >> 32
      var first = start
      while first > 0, dates.areEqual(row(at: first - 1), row(at: start)) { first -= 1 }
      var end = start + 1
      while end < dates.count, dates.areEqual(row(at: end), row(at: start)) { end += 1 }
      let ofDate = pairs[next...].prefix { $0 >> 32 < end }
      next = ofDate.endIndex
      let sorted = Self.inSequence(first..<end, ofDate)
      if sorted.elementsEqual(first..<end) { continue }
      if rows.isEmpty { rows = Array(0..<UInt32(dates.count)) }
      rows.replaceSubrange(first..<end, with: sorted.map { rows[$0] })
    }
    number()
    if rows.indices.allSatisfy({ Int(rows[$0]) == $0 }) { self = TimeOrder() }
  }

  /// The positions in order, but each after those that it follows.
  /// - Parameter pairs: a position in the upper half and one that it follows in the lower, sorted.
  private static func inSequence(_ group: Range<Int>, _ pairs: ArraySlice<Int>) -> [Int] {
    // For each position of the group, where its pairs begin; they end where the next one's do.
    let base = group.lowerBound
    var starts = [Int](repeating: 0, count: group.count + 1)
    for pair in pairs { starts[(pair >> 32) - base + 1] += 1 }
    starts[0] = pairs.startIndex
    for index in 1...group.count { starts[index] += starts[index - 1] }
    var seen = [Bool](repeating: false, count: group.count)
    var sorted: [Int] = []
    sorted.reserveCapacity(group.count)
    // Positions that wait for those they follow, and the next of their pairs.
    var open: [(position: Int, next: Int)] = []
    func begin(_ position: Int) {
      if seen[position - base] { return }
      seen[position - base] = true
      open.append((position, starts[position - base]))
    }
    for position in group {
      begin(position)
      while let top = open.last {
        if top.next < starts[top.position - base + 1] {
          open[open.count - 1].next += 1
          begin(pairs[top.next] & 0xFFFF_FFFF)
        } else {
          sorted.append(top.position)
          open.removeLast()
        }
      }
    }
    return sorted
  }

  /// Records the position of each row.
  private mutating func number() {
    positions = Array(large: rows.count, repeating: 0)
    for (position, row) in rows.enumerated() { positions[Int(row)] = UInt32(position) }
  }
}

/// The dates of events by row, as far as sorting needs them. The order itself is that of `ChronologicalKey`.
struct RowDates: Sendable {
  private(set) var spans: [DaySpan] = []
  private var precisions: [Precision] = []
  /// The second of its day for each date that is a time; empty as long as there is none.
  private var seconds: [Int32] = []
  /// The keys of dates out of range for a span.
  private var farKeys: [Int: ChronologicalKey] = [:]

  var count: Int { spans.count }
  /// Whether all dates are within range for a span.
  var fitSpans: Bool { farKeys.isEmpty }

  mutating func reserve(_ count: Int) {
    spans.reserveLarge(count)
    precisions.reserveLarge(count)
  }

  /// - Parameter second: of its day, if the date is a time.
  mutating func append(_ span: DaySpan, _ precision: Precision, second: Int? = nil) {
    if let second {
      seconds += repeatElement(0, count: count - seconds.count)
      seconds.append(Int32(second))
    }
    spans.append(span)
    precisions.append(precision)
  }

  mutating func append(_ date: EDTFDate) {
    let span = DaySpan(date.bounds)
    if span.isClamped { farKeys[count] = date.key }
    append(span, date.precision, second: date.secondOfDay)
  }

  /// Nil unless the date is a time.
  private func second(_ row: Int) -> Int32? {
    precisions[row] == .time && row < seconds.count ? seconds[row] : nil
  }

  /// Whether one row precedes another in time: by their dates, then by their ids.
  func precedes(_ row: Int, _ other: Int, _ ids: IdentifierTable) -> Bool {
    let first = key(row)
    let second = key(other)
    return first == second ? ids.precedes(row, other) : first < second
  }

  func areInOrder(_ ids: IdentifierTable) -> Bool {
    for row in 1..<max(count, 1) where precedes(row, row - 1, ids) { return false }
    return true
  }

  /// Whether two rows differ only in their ids and in what they follow.
  func areEqual(_ row: Int, _ other: Int) -> Bool { key(row) == key(other) }

  private func key(_ row: Int) -> ChronologicalKey {
    if !farKeys.isEmpty, let far = farKeys[row] { return far }
    if let second = second(row) {
      return ChronologicalKey(place: Int(spans[row].place), hasStart: true, latest: Int(second), .time)
    }
    return ChronologicalKey(spans[row], precisions[row])
  }

  /// The sort key after the place as one number: precision, then the latest day, or the second of the day. Constant if no start is known.
  func rest(_ row: Int) -> UInt64 {
    guard spans[row].hasStart else { return 0 }
    if let second = second(row) { return UInt64(precisions[row].rawValue) << 32 | UInt64(second) }
    // Unknown, the smallest number, sorts last here: rotate by one.
    let latest = UInt32(bitPattern: spans[row].latest &- 1) ^ 0x8000_0000
    return UInt64(precisions[row].rawValue) << 32 | UInt64(latest)
  }

  /// The rows sorted by place, with a counting sort; nil if the places lie too far apart for that.
  func sortedByDay() -> [UInt32]? {
    let days = spans.lazy.map(\.place).filter { $0 != DaySpan.nowhere }
    guard fitSpans, let first = days.min(), let last = days.max(),
      Int(last) - Int(first) < max(4 * count, 1 << 16)
    else { return nil }
    let slots = Int(last) - Int(first) + 2
    func slot(_ day: Int32) -> Int { day == DaySpan.nowhere ? slots - 1 : Int(day) - Int(first) }
    var next = [UInt32](repeating: 0, count: slots + 1)
    for span in spans { next[slot(span.place) + 1] += 1 }
    for day in 0..<slots { next[day + 1] += next[day] }
    var rows = [UInt32](large: count, repeating: 0)
    for row in spans.indices {
      let day = slot(spans[row].place)
      rows[Int(next[day])] = UInt32(row)
      next[day] += 1
    }
    return rows
  }
}
