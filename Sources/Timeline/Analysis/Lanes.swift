/// One row an agency and time across: the model of the lanes view, apart from its painting.
///
/// Cost: building it reads the span of each event of each agency once, without decoding any. A row costs
/// O(columns · log n); only the few events that give the columns their marks are decoded.
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
    /// Its events among those shown.
    package let events: EventSet
    let spans: LaneSpans
  }

  let chronology: Chronology
  /// In the order of the file; agencies without an event shown have no lane.
  package let lanes: [Lane]

  /// - Parameter shown: the events that the filters leave; nil for all.
  package init(_ chronology: Chronology, shown: EventSet? = nil) {
    self.chronology = chronology
    lanes = chronology.agencies.compactMap { agency in
      let all = chronology.events(agency: agency.id)
      let events = shown.map { shown in all.intersection(shown) } ?? all
      return events.isEmpty
        ? nil : Lane(agency: agency, events: events, spans: LaneSpans(chronology, events))
    }
  }

  /// The cells of a lane, one a column of the window.
  package func row(_ lane: Int, in window: Window) -> [Cell] {
    LaneRow(lanes[lane], window, chronology).cells
  }

  /// Events that begin in a column of a lane, then those that run through it: what Enter lists.
  package func events(_ lane: Int, column: Int, zoom: Zoom, limit: Int = 20) -> [Int] {
    LaneRow(lanes[lane], Window(zoom: zoom, first: column, count: 1), chronology).events(limit: limit)
  }

  /// The column in which an event begins, or ends where its beginning is open; nil for one that cannot be placed.
  package func column(of position: Int, zoom: Zoom) -> Int? {
    let bounds = chronology.span(at: position).bounds
    return (bounds.earliest.day ?? bounds.latest.day).map(zoom.column)
  }

  /// The lane's next event in time after a position (or the one before it); nil at the end.
  package func event(after position: Int, lane: Int) -> Int? {
    let row = lanes[lane].events.rank(position + 1)
    return row < lanes[lane].events.count ? lanes[lane].events.select(row) : nil
  }
  package func event(before position: Int, lane: Int) -> Int? {
    let row = lanes[lane].events.rank(position)
    return row > 0 ? lanes[lane].events.select(row - 1) : nil
  }

  /// The lane's event nearest in time to another event, by the first day that is known of each; for moving from lane
  /// to lane.
  package func event(nearest position: Int, lane: Int) -> Int? {
    let events = lanes[lane].events
    guard !events.contains(position) else { return position }
    let neighbours = [event(before: position, lane: lane), event(after: position, lane: lane)].compactMap(\.self)
    guard let day = chronology.span(at: position).days.first else { return neighbours.first }
    return neighbours.min { distance($0, day) < distance($1, day) }
  }

  private func distance(_ position: Int, _ day: Int) -> Int {
    chronology.span(at: position).days.first.map { abs($0 - day) } ?? Int.max
  }

  /// Columns that show every event that can be placed; nil where none can.
  package func columns(zoom: Zoom) -> Range<Int>? {
    let days = lanes.compactMap { $0.spans.days }
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else { return nil }
    return zoom.column(of: Day(number: first))..<(zoom.column(of: Day(number: last)) + 1)
  }

  /// One sentence a lane: "Haringey Council, 3 events: 2004, February 2007, about 2008."
  /// - Parameter window: only events that may fall in it; nil for all.
  package func sentences(in window: Window? = nil, limit: Int = 10) -> [String] {
    LaneWords(self, window: window, limit: limit).sentences
  }
}
