/// One lane's cells in a window.
struct LaneRow {
  /// How many of the events that begin in a column are looked at from either end, and how many that run through it, to
  /// choose its mark: in a denser column every event is one of many.
  private static let glance = 32
  private static let runs = 4

  private let lane: Lanes.Lane
  private let window: Lanes.Window
  private let chronology: Chronology

  init(_ lane: Lanes.Lane, _ window: Lanes.Window, _ chronology: Chronology) {
    self.lane = lane
    self.window = window
    self.chronology = chronology
  }

  var cells: [Lanes.Cell] {
    var dates: [Int: EDTF] = [:]
    return window.columns.map { cell(Column($0, window.zoom), &dates) }
  }

  /// The events that begin in the window, then those that run into it from before, each in time order.
  func events(limit: Int) -> [Int] {
    let column = Column(window.columns, window.zoom)
    let starting = lane.spans.rows(from: column.first, to: column.end)
    var events = Array(starting.prefix(limit))
    var row = starting.lowerBound
    var running: [Int] = []
    while events.count + running.count < limit, let next = lane.spans.last(before: row, runningInto: column.first) {
      running.insert(next, at: 0)
      row = next
    }
    events += running
    return events.map(lane.events.select)
  }

  /// The days of a column, or of several.
  private struct Column {
    let first: Int32
    /// The day after the last.
    let end: Int32

    init(_ column: Int, _ zoom: Zoom) { self.init(column..<(column + 1), zoom) }

    init(_ columns: Range<Int>, _ zoom: Zoom) {
      first = DaySpan.clamped(zoom.firstDay(of: columns.lowerBound))
      end = DaySpan.clamped(zoom.firstDay(of: columns.upperBound))
    }
  }

  private func cell(_ column: Column, _ dates: inout [Int: EDTF]) -> Lanes.Cell {
    let starting = lane.spans.rows(from: column.first, to: column.end)
    let ends = [starting.prefix(LaneRow.glance), starting.dropFirst(LaneRow.glance).suffix(LaneRow.glance)]
    let inside = Array(ends.joined().lazy.filter { lies($0, within: column) }.prefix(2))
    if inside.count > 1 {
      return Lanes.Cell(mark: .several, event: lane.events.select(starting.lowerBound), count: starting.count)
    }
    if let row = inside.first {
      let isDoubted = date(row, &dates).isUncertain
      return Lanes.Cell(mark: isDoubted ? .possible : .dated, event: lane.events.select(row), count: starting.count)
    }
    var runs = Array(starting.prefix(LaneRow.runs))
    var row = starting.lowerBound
    while runs.count < LaneRow.runs, let next = lane.spans.last(before: row, runningInto: column.first) {
      runs.append(next)
      row = next
    }
    let marks = runs.map { (row: $0, mark: mark($0, column, &dates)) }
    guard let best = marks.max(by: { $0.mark.weight < $1.mark.weight }) else {
      return Lanes.Cell(mark: .none, event: nil, count: 0)
    }
    return Lanes.Cell(mark: best.mark, event: lane.events.select(best.row), count: max(1, starting.count))
  }

  /// The mark in a column of an event whose span reaches beyond it.
  private func mark(_ row: Int, _ column: Column, _ dates: inout [Int: EDTF]) -> Lanes.Mark {
    let span = span(row)
    let date = date(row, &dates)
    if date.isUncertain || span.latest == DaySpan.unknown { return .possible }
    let part: Lanes.Part =
      DaySpan.days.contains(span.earliest) && span.earliest >= column.first
      ? .start : DaySpan.days.contains(span.latest) && span.latest < column.end ? .end : .middle
    return date.isInterval ? .lasting(part) : .uncertain(part)
  }

  private func lies(_ row: Int, within column: Column) -> Bool {
    let latest = span(row).latest
    return latest < column.end && latest != DaySpan.unknown
  }

  private func span(_ row: Int) -> DaySpan { chronology.span(at: lane.events.select(row)) }

  /// A span is drawn over many columns; its event is decoded once.
  private func date(_ row: Int, _ dates: inout [Int: EDTF]) -> EDTF {
    if let date = dates[row] { return date }
    let date = chronology.event(at: lane.events.select(row)).date
    dates[row] = date
    return date
  }
}

extension Lanes.Mark {
  /// Which of several marks a column shows.
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

extension EDTF {
  /// Whether it tells from when to when something lasted.
  var isInterval: Bool {
    if case .interval = form { true } else { false }
  }
}

extension DaySpan {
  /// The number of a day, or of the nearest that fits.
  static func clamped(_ day: Day) -> Int32 { Int32(min(max(day.number, Int(days.lowerBound)), Int(days.upperBound))) }
}
