package import EDTF

/// One row per agency, with time running across: the model of the lanes view, separate from its painting.
///
/// Cost: building it takes a few index searches per agency, however many events it has; if filters hide events, a step
/// for each event of each agency. A row costs O(columns · log n), and reads the dates of the few events that give the
/// columns their marks.
package struct Lanes: Sendable {
  /// What a column shows.
  package enum Mark: Hashable, Sendable {
    case none
    /// One event, which falls in this column.
    case dated
    /// More than one event falls in this column.
    case several
    /// An event that lasted from one date to another: an interval.
    case lasting(Part)
    /// An event that falls somewhere within several columns including this one: an imprecise date, or one of several.
    case uncertain(Part)
    /// An event that may fall here but need not, since its date is in doubt (`?`), or nobody knows when it ended.
    case possible
  }

  /// Which part of a span a column shows. A span with an open end has no end part and runs to the edge; so does one
  /// that continues beyond the window.
  package enum Part: Hashable, Sendable { case start, middle, end }

  package struct Cell: Hashable, Sendable {
    package let mark: Mark
    /// The position of the event that the mark represents, the first if there are several; nil for an empty column.
    package let event: Int?
    /// The number of events that begin in this column, or 1 if only a span runs through it.
    package let count: Int
  }

  /// The columns in view.
  package struct Window: Hashable, Sendable {
    package var zoom: Zoom
    /// The first column, in the zoom's own numbering.
    package var first: Int
    /// The number of columns.
    package var count: Int

    package init(zoom: Zoom, first: Int, count: Int) {
      self.zoom = zoom
      self.first = first
      self.count = max(0, count)
    }

    package var columns: Range<Int> {
      let last = first.addingReportingOverflow(count)
      return last.overflow ? (Int.max - count)..<Int.max : first..<last.partialValue
    }
    /// The first and last day in view; a window without columns counts as one column.
    package var bounds: Bounds {
      Bounds(
        earliest: .day(zoom.firstDay(of: columns.lowerBound)),
        latest: .day(zoom.lastDay(of: max(columns.lowerBound, columns.upperBound - 1))))
    }
  }

  package struct Lane: Sendable {
    package let agency: Agency
    /// The positions of the agency's shown events, in order.
    package let events: ArraySlice<UInt32>
  }

  package let chronology: Chronology
  /// In file order; agencies with no event shown have no lane.
  package let lanes: [Lane]
  /// The first to the last known day of the events that can be placed; nil if there are none.
  private let days: ClosedRange<Int>?

  /// - Parameter shown: the events that pass the filters; nil for all.
  package init(_ chronology: Chronology, shown: EventSet? = nil) {
    self.chronology = chronology
    lanes = chronology.agencies.compactMap { agency in
      let all = chronology.positions(agency: agency.id)
      let events = shown.map(all.among) ?? all
      return events.isEmpty ? nil : Lane(agency: agency, events: events)
    }
    let placed = chronology.firstPosition(onOrAfter: DaySpan.nowhere)
    let days = lanes.compactMap { chronology.days(of: $0.events[..<$0.events.index(onOrAfter: placed)]) }
    self.days = days.first.map { first in
      days.reduce(first) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
    }
  }

  /// The cells of a lane, one per column of the window.
  package func row(_ lane: Int, in window: Window) -> [Cell] { row(lane, in: LaneColumns(window, chronology)) }

  /// The same, for callers that share the columns among lanes.
  package func row(_ lane: Int, in columns: LaneColumns) -> [Cell] {
    LaneRow(lanes[lane].events, columns, chronology).cells
  }

  /// Events that begin in a column of a lane, then those that run through it: the list that Enter opens.
  package func events(_ lane: Int, column: Int, zoom: Zoom, limit: Int = 20) -> [Int] {
    events(lane, in: Window(zoom: zoom, first: column, count: 1), limit: limit)
  }

  /// Events that begin in a window, then those that continue into it, then those with an open start that end after it;
  /// each group in time order.
  func events(_ lane: Int, in window: Window, limit: Int) -> [Int] {
    let events = lanes[lane].events
    let first = DaySpan.clamped(window.zoom.firstDay(of: window.columns.lowerBound))
    let end = DaySpan.clamped(window.zoom.firstDay(of: window.columns.upperBound))
    let start = events.index(onOrAfter: chronology.firstPosition(onOrAfter: first))
    let after = events.index(onOrAfter: chronology.firstPosition(onOrAfter: end))
    let starting = events[start..<after]
    var running: [UInt32] = []
    var before = events[..<start]
    while min(limit, starting.count) + running.count < limit,
      let row = chronology.dates.last(of: before, endingIn: DateIndex.ends(onOrAfter: first))
    {
      running.append(events[row])
      before = events[..<row]
    }
    var ending: [UInt32] = []
    var rest = events[after...]
    while min(limit, starting.count) + running.count + ending.count < limit,
      let row = chronology.dates.firstWithOpenStart(of: rest)
    {
      ending.append(events[row])
      rest = events[(row + 1)...]
    }
    return (starting.prefix(limit) + running.reversed() + ending).map(Int.init)
  }

  /// The column in which an event begins, or ends if its start is open; nil if it cannot be placed.
  package func column(of position: Int, zoom: Zoom) -> Int? {
    firstDay(of: position).map { zoom.column(of: Day(number: $0)) }
  }

  /// The lane's next event in time after a position (or the one before it); nil at the end.
  package func event(after position: Int, lane: Int) -> Int? {
    let events = lanes[lane].events
    let row = events.index(onOrAfter: position + 1)
    return row < events.endIndex ? Int(events[row]) : nil
  }
  package func event(before position: Int, lane: Int) -> Int? {
    let events = lanes[lane].events
    let row = events.index(onOrAfter: position)
    return row > events.startIndex ? Int(events[row - 1]) : nil
  }

  /// The lane's event nearest in time to another event, by the first known day of each; for moving between lanes.
  package func event(nearest position: Int, lane: Int) -> Int? {
    let next = event(after: position - 1, lane: lane)
    if next == position { return position }
    let neighbours = [event(before: position, lane: lane), next].compactMap(\.self)
    guard let day = firstDay(of: position) else { return neighbours.first }
    return neighbours.min { distance($0, day) < distance($1, day) }
  }

  private func distance(_ position: Int, _ day: Int) -> Int {
    firstDay(of: position).map { abs($0 - day) } ?? Int.max
  }

  /// The day by which an event is sorted.
  private func firstDay(of position: Int) -> Int? {
    let place = chronology.span(at: position).place
    return place == DaySpan.nowhere ? nil : Int(place)
  }

  /// The columns that cover every event that can be placed; nil if there are none.
  package func columns(zoom: Zoom) -> Range<Int>? {
    days.map { zoom.column(of: Day(number: $0.lowerBound))..<(zoom.column(of: Day(number: $0.upperBound)) + 1) }
  }

  /// One sentence per lane: "Haringey Council, 3 events: 2004, February 2007, about 2008."
  /// - Parameters:
  ///   - window: limits this to events that may fall in it; nil for all.
  ///   - limit: the number of dates in a sentence.
  ///   - count: the number of lanes, the first ones.
  package func sentences(in window: Window? = nil, limit: Int = 10, lanes count: Int = .max) -> [String] {
    LaneWords(self, window: window, limit: limit).sentences(count)
  }
}
