internal import EDTF

/// One lane's cells in a window, computed in a single walk from the first column to the last.
struct LaneRow {
  /// The maximum number of events examined, from either end of those that begin in a column and of those that run
  /// through it, to choose its mark. In a denser column no single event matters.
  private static let glance = 32
  private static let runs = 4

  private let events: ArraySlice<UInt32>
  private let columns: LaneColumns
  private let chronology: Chronology
  /// The events before the current column that continue into it.
  private var running: RunningEvents
  /// The next event with an open start, which sorts by its end: it may fall in every column up to there.
  private var ending: Int?

  init(_ events: ArraySlice<UInt32>, _ columns: LaneColumns, _ chronology: Chronology) {
    self.events = events
    self.columns = columns
    self.chronology = chronology
    running = RunningEvents(events, chronology)
  }

  var cells: [Lanes.Cell] {
    var walk = self
    return walk.walked()
  }

  private mutating func walked() -> [Lanes.Cell] {
    var cells: [Lanes.Cell] = []
    cells.reserveCapacity(columns.window.count)
    var start = events.index(onOrAfter: columns.positions[0])
    running.pass(to: start)
    ending = chronology.dates.firstWithOpenStart(of: events[start...])
    for column in 0..<columns.window.count {
      let end = events.index(onOrAfter: columns.positions[column + 1], near: start)
      let days = Days(first: columns.days[column], end: columns.days[column + 1])
      if let next = ending, next < end { ending = chronology.dates.firstWithOpenStart(of: events[end...]) }
      cells.append(cell(start..<end, days))
      running.pass(to: end)
      start = end
    }
    return cells
  }

  /// The days of a column.
  private struct Days {
    let first: Int32
    /// The day after the last one.
    let end: Int32
  }

  /// - Parameter starting: the events that begin in the column.
  private mutating func cell(_ starting: Range<Int>, _ days: Days) -> Lanes.Cell {
    var inside: Int?
    for row in Self.glanced(starting) where lies(row, within: days) {
      guard inside == nil else {
        return Lanes.Cell(mark: .several, event: Int(events[starting.lowerBound]), count: starting.count)
      }
      inside = row
    }
    if let inside {
      let isDoubted = LaneEvent(at: Int(events[inside]), in: chronology).isDoubted
      return Lanes.Cell(mark: isDoubted ? .possible : .dated, event: Int(events[inside]), count: starting.count)
    }
    var best = Lanes.Cell(mark: .none, event: nil, count: 0)
    func consider(_ event: LaneEvent) {
      let mark = Self.mark(event, days)
      guard mark.weight > best.mark.weight else { return }
      best = Lanes.Cell(mark: mark, event: event.position, count: max(1, starting.count))
    }
    for row in starting.prefix(Self.runs) { consider(LaneEvent(at: Int(events[row]), in: chronology)) }
    running.forEach(into: days.first, limit: Self.runs - starting.prefix(Self.runs).count, consider)
    if let ending { consider(LaneEvent(at: Int(events[ending]), in: chronology)) }
    return best
  }

  /// Those that begin last come first, since they are usually more precise.
  private static func glanced(_ starting: Range<Int>) -> some Sequence<Int> {
    let first = starting.prefix(glance)
    let last = starting.suffix(min(glance, starting.count - first.count))
    return (0..<last.count + first.count).lazy.map { step in
      step < last.count ? last.upperBound - 1 - step : first.upperBound - 1 - (step - last.count)
    }
  }

  private func lies(_ row: Int, within days: Days) -> Bool {
    let span = chronology.span(at: Int(events[row]))
    return span.hasStart && span.latest < days.end && span.latest != DaySpan.unknown
  }

  /// The mark in a column of an event whose span reaches beyond it.
  private static func mark(_ event: LaneEvent, _ days: Days) -> Lanes.Mark {
    let span = event.span
    if event.isDoubted || span.latest == DaySpan.unknown { return .possible }
    let part: Lanes.Part =
      DaySpan.days.contains(span.earliest) && span.earliest >= days.first
      ? .start : DaySpan.days.contains(span.latest) && span.latest < days.end ? .end : .middle
    return event.isInterval ? .lasting(part) : .uncertain(part)
  }
}

/// The properties of an event that determine its marks.
struct LaneEvent {
  let position: Int
  let span: DaySpan
  /// Its date is in doubt.
  let isDoubted: Bool
  /// Whether its date says from when until when it lasted.
  let isInterval: Bool

  init(at position: Int, in chronology: Chronology) {
    self.position = position
    span = chronology.span(at: position)
    let date = chronology.date(at: position)
    isDoubted = date.isUncertain
    isInterval = date.isInterval
  }
}

extension Lanes.Mark {
  /// The precedence among several marks in one column.
  fileprivate var weight: Int {
    switch self {
    case .none: 0
    case .possible: 1
    case .uncertain: 2
    case .lasting: 3
    case .dated: 4
    case .several: 5
    }
  }
}
