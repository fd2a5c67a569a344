package import EDTF
internal import Timeline

/// The whole span of the dated events, divided into equal stretches, one per column.
package struct Axis: Sendable {
  /// From the first day of a month to the last day of another; its length fits in 32 bits.
  package let days: ClosedRange<Day>
  let width: Int
  /// Columns with a label, in order, with at least one blank column between labels.
  package let labels: [(column: Int, text: String)]

  /// - Parameter dated: the days on which the first and the last event begin.
  package init(_ dated: ClosedRange<Day>, width: Int) {
    self.width = max(1, width)
    let (first, last) = (dated.lowerBound, dated.upperBound)
    // Whole years, unless the span is so short that this would leave most of the axis empty.
    let isBrief = last.number - first.number < 2 * 365
    let start = Day(year: first.year, month: isBrief ? first.month : 1, day: 1) ?? first
    let month = isBrief ? last.month : 12
    let end = Day(year: last.year, month: month, day: Day.count(month: month, year: last.year)) ?? last
    days = min(start, first)...max(end, last)
    labels = Axis.labels(days, width: self.width)
  }

  private var count: Int { days.upperBound.number - days.lowerBound.number + 1 }

  /// The column of a day; nil outside the span.
  package func column(of day: Day) -> Int? {
    guard days.contains(day) else { return nil }
    return Axis.column(day, days, width)
  }

  /// The first day of a column, or of the one after the last.
  package func firstDay(of column: Int) -> Int {
    // Rounded up, to give the first day for which `column(of:)` returns this column.
    days.lowerBound.number + (column * count + width - 1) / width
  }

  private static func column(_ day: Day, _ days: ClosedRange<Day>, _ width: Int) -> Int {
    let count = days.upperBound.number - days.lowerBound.number + 1
    return (day.number - days.lowerBound.number) * width / count
  }

  /// Years, or months if the span is short, as closely spaced as they fit.
  private static func labels(_ days: ClosedRange<Day>, width: Int) -> [(column: Int, text: String)] {
    let months = [1, 3, 6]
    let years = [1, 2, 5].flatMap { step in [1, 10, 100, 1000, 10_000, 100_000, 1_000_000].map { step * $0 } }.sorted()
    let span = days.upperBound.year - days.lowerBound.year
    if span < 4 {
      for step in months {
        if let labels = fitting(steps(of: step, in: days), width, days, text: monthLabel) { return labels }
      }
    }
    for step in years where span / step <= width {
      if let labels = fitting(steps(of: step * 12, in: days), width, days, text: { Wording.year($0.year) }) {
        return labels
      }
    }
    return []
  }

  /// The first days of periods of this many months.
  private static func steps(of months: Int, in days: ClosedRange<Day>) -> [Day] {
    var found: [Day] = []
    let first = days.lowerBound
    var year = first.year
    var month = 1
    if months >= 12 {
      let step = months / 12
      year = year >= 0 ? (year + step - 1) / step * step : year / step * step
    }
    while let day = Day(year: year, month: month, day: 1), day <= days.upperBound {
      if day >= first { found.append(day) }
      month += months
      year += (month - 1) / 12
      month = (month - 1) % 12 + 1
    }
    return found
  }

  /// The labels if each fits before the next; the last may be left out.
  private static func fitting(
    _ starts: [Day], _ width: Int, _ days: ClosedRange<Day>, text: (Day) -> String
  ) -> [(column: Int, text: String)]? {
    var labels: [(column: Int, text: String)] = []
    for day in starts {
      let label = (column: column(day, days, width), text: text(day))
      if let last = labels.last, last.column + last.text.utf8.count + 1 > label.column { return nil }
      labels.append(label)
    }
    if let last = labels.last, last.column + last.text.utf8.count > width { labels.removeLast() }
    return labels
  }

  static func monthLabel(_ day: Day) -> String {
    day.month == 1 ? Wording.year(day.year) : Wording.shortMonths[day.month - 1]
  }
}

extension Painter {
  /// How dense each stretch of the span is, and where the settled event is: shown only by attributes, so that nothing
  /// is announced when it moves. Costs an index search per column.
  mutating func paintAxis() {
    guard let dated = state.chronology.datedDays else { return }
    let axis = Axis(dated, width: plan.axis.width)
    let (densityRow, scaleRow) = (plan.axis.rows.lowerBound, plan.axis.rows.upperBound - 1)
    canvas.put(density(axis), at: Point(row: densityRow, column: 0))
    for label in axis.labels {
      canvas.put(label.text, at: Point(row: scaleRow, column: label.column), style: .dim)
    }

    if let position = state.settled.flatMap(state.chronology.position(of:)), let column = column(of: position, axis) {
      for row in [densityRow, scaleRow] {
        canvas.restyle(row: row, columns: column..<(column + 1)) {
          $0 = Style(.accent, weight: .bold, isReversed: true)
        }
      }
    }
  }

  private func density(_ axis: Axis) -> String {
    let events = state.filter.matches.events
    var counts: [Int] = []
    counts.reserveCapacity(axis.width)
    var before = rank(of: axis.firstDay(of: 0), events)
    for column in 0..<axis.width {
      let after = rank(of: axis.firstDay(of: column + 1), events)
      counts.append(after - before)
      before = after
    }
    let levels = glyphs.density.count - 1
    // A single event stays low if no stretch has many.
    let most = max(4, counts.max() ?? 0)
    return counts.reduce(into: "") { $0 += glyphs.density[($1 * levels + most - 1) / most] }
  }

  /// The number of events that begin before a day.
  private func rank(of day: Int, _ events: EventSet) -> Int {
    events.rank(state.chronology.firstPosition(onOrAfter: Int32(clamping: day)))
  }

  private func column(of position: Int, _ axis: Axis) -> Int? {
    state.chronology.day(at: position).flatMap(axis.column)
  }
}
