package import EDTF

/// One row an agency and time across: the model of the lanes view, apart from its painting.
///
/// Cost: building it is a few searches of the index for each agency, however many events it has; where filters hide
/// events, a step for each event of each agency. A row costs O(columns · log n), and reads the dates of the few events
/// that give the columns their marks.
package struct Lanes: Sendable {
  /// What stands in a column.
  package enum Mark: Hashable, Sendable {
    case none
    /// One event, which falls in this column.
    case dated
    /// More than one event falls in this column.
    case several
    /// An event that lasts, from one date to another: an interval.
    case lasting(Part)
    /// An event that falls somewhere in several columns, this one among them: a date no more precise, or one of several.
    case uncertain(Part)
    /// An event that only may fall here, since its date is in doubt (`?`), or nobody knows when it ended.
    case possible
  }

  /// Which part of a span a column shows. A span with an open end has no end, and runs to the edge; so does one that
  /// runs on beyond the window.
  package enum Part: Hashable, Sendable { case start, middle, end }

  package struct Cell: Hashable, Sendable {
    package let mark: Mark
    /// The position of the event that the mark stands for, the first of several; nil for an empty column.
    package let event: Int?
    /// How many events begin in this column, or 1 where only a span runs through it.
    package let count: Int
  }

  /// The columns in view.
  package struct Window: Hashable, Sendable {
    package var zoom: Zoom
    /// The first column, in the zoom's own count.
    package var first: Int
    /// How many.
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
    /// The first and last day in view; a window without columns counts as one of one.
    package var bounds: Bounds {
      Bounds(
        earliest: .day(zoom.firstDay(of: columns.lowerBound)),
        latest: .day(zoom.lastDay(of: max(columns.lowerBound, columns.upperBound - 1))))
    }
  }

  package struct Lane: Sendable {
    package let agency: Agency
    /// The positions of its events among those shown, in order.
    package let events: ArraySlice<UInt32>
  }

  package let chronology: Chronology
  /// In the order of the file; agencies without an event shown have no lane.
  package let lanes: [Lane]
  /// From the first to the last day that is known of an event with a place in time; nil where there is none.
  private let days: ClosedRange<Int>?

  /// - Parameter shown: the events that the filters leave; nil for all.
  package init(_ chronology: Chronology, shown: EventSet? = nil) {
    self.chronology = chronology
    lanes = chronology.agencies.compactMap { agency in
      let all = chronology.positions(agency: agency.id)
      let events = shown.map(all.among) ?? all
      return events.isEmpty ? nil : Lane(agency: agency, events: events)
    }
    let placed = chronology.firstPosition(onOrAfter: Int32.max)
    let days = lanes.compactMap { chronology.days(of: $0.events[..<$0.events.index(onOrAfter: placed)]) }
    self.days = days.first.map { first in
      days.reduce(first) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
    }
  }

  /// The cells of a lane, one a column of the window.
  package func row(_ lane: Int, in window: Window) -> [Cell] { row(lane, in: LaneColumns(window, chronology)) }

  /// The same where the columns are the same for many lanes.
  package func row(_ lane: Int, in columns: LaneColumns) -> [Cell] {
    LaneRow(lanes[lane].events, columns, chronology).cells
  }

  /// Events that begin in a column of a lane, then those that run through it: what Enter lists.
  package func events(_ lane: Int, column: Int, zoom: Zoom, limit: Int = 20) -> [Int] {
    events(lane, in: Window(zoom: zoom, first: column, count: 1), limit: limit)
  }

  /// Events that begin in a window, then those that run into it from before, each in time order.
  func events(_ lane: Int, in window: Window, limit: Int) -> [Int] {
    let events = lanes[lane].events
    let first = DaySpan.clamped(window.zoom.firstDay(of: window.columns.lowerBound))
    let end = DaySpan.clamped(window.zoom.firstDay(of: window.columns.upperBound))
    let start = events.index(onOrAfter: chronology.firstPosition(onOrAfter: first))
    let starting = events[start..<events.index(onOrAfter: chronology.firstPosition(onOrAfter: end))]
    var running: [UInt32] = []
    var before = events[..<start]
    while min(limit, starting.count) + running.count < limit,
      let row = chronology.dates.last(of: before, endingIn: DateIndex.ends(onOrAfter: first))
    {
      running.append(events[row])
      before = events[..<row]
    }
    return (starting.prefix(limit) + running.reversed()).map(Int.init)
  }

  /// The column in which an event begins, or ends where its beginning is open; nil for one that cannot be placed.
  package func column(of position: Int, zoom: Zoom) -> Int? {
    let bounds = chronology.span(at: position).bounds
    return (bounds.earliest.day ?? bounds.latest.day).map(zoom.column)
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

  /// The lane's event nearest in time to another event, by the first day that is known of each; for moving from lane
  /// to lane.
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

  /// The first day that is known of an event.
  private func firstDay(of position: Int) -> Int? {
    let span = chronology.span(at: position)
    return [span.earliest, span.latest].first(where: DaySpan.days.contains).map(Int.init)
  }

  /// Columns that show every event that can be placed; nil where none can.
  package func columns(zoom: Zoom) -> Range<Int>? {
    days.map { zoom.column(of: Day(number: $0.lowerBound))..<(zoom.column(of: Day(number: $0.upperBound)) + 1) }
  }

  /// One sentence a lane: "Haringey Council, 3 events: 2004, February 2007, about 2008."
  /// - Parameter window: only events that may fall in it; nil for all.
  package func sentences(in window: Window? = nil, limit: Int = 10) -> [String] {
    LaneWords(self, window: window, limit: limit).sentences
  }
}
