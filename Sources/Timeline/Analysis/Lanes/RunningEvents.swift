/// The events of a lane that run on into a column, found as they are asked for, those that began last first.
///
/// Columns are asked about from the first to the last. So an event that has ended by one of them is forgotten, and where
/// none of a stretch of events runs on, none will later: however many columns there are, no event is looked at twice.
struct RunningEvents {
  /// A stretch of the lane not looked at yet, or an event that runs on, in the order of the lane.
  private enum Part {
    case unseen(Range<Int>)
    case running(LaneEvent)
  }

  private let events: ArraySlice<UInt32>
  private let chronology: Chronology
  private var parts: [Part] = []
  private var passed: Int

  init(_ events: ArraySlice<UInt32>, _ chronology: Chronology) {
    self.events = events
    self.chronology = chronology
    passed = events.startIndex
  }

  /// Goes on to a row of the lane: the events before it are those that may run on.
  mutating func pass(to row: Int) {
    guard row > passed else { return }
    if case .unseen(let rows) = parts.last {
      parts[parts.count - 1] = .unseen(rows.lowerBound..<row)
    } else {
      parts.append(.unseen(passed..<row))
    }
    passed = row
  }

  /// Calls `body` with the last events that end on a day or later, or never, no more than `limit`. An event of which it
  /// is unknown when it ended is not said to run on.
  mutating func forEach(into day: Int32, limit: Int, _ body: (LaneEvent) -> Void) {
    var found = 0
    var index = parts.count - 1
    while found < limit, index >= 0 {
      switch parts[index] {
      case .running(let event):
        if event.span.latest >= day {
          body(event)
          found += 1
        } else {
          parts.remove(at: index)
        }
        index -= 1
      case .unseen(let rows):
        guard let row = chronology.dates.last(of: events[rows], endingIn: DateIndex.ends(onOrAfter: day)) else {
          parts.remove(at: index)
          index -= 1
          continue
        }
        parts[index] = .running(LaneEvent(at: Int(events[row]), in: chronology))
        if row > rows.lowerBound {
          parts.insert(.unseen(rows.lowerBound..<row), at: index)
          index += 1
        }
      }
    }
  }
}
