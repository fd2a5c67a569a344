/// The events of a lane that continue into a column, found lazily, latest start first.
///
/// Columns are visited from first to last. So an event that has ended by one of them can be dropped, and if none of a
/// range of events continues, none will later: however many columns there are, no event is examined twice.
struct OngoingEvents {
  /// A range of the lane not examined yet, or an event that continues, in lane order.
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

  /// Advances to a row of the lane: the events before it are the candidates.
  mutating func pass(to row: Int) {
    guard row > passed else { return }
    if case .unseen(let rows) = parts.last {
      parts[parts.count - 1] = .unseen(rows.lowerBound..<row)
    } else {
      parts.append(.unseen(passed..<row))
    }
    passed = row
  }

  /// Calls `body` with the last events that end on or after a day, or never end, at most `limit` of them. An event
  /// whose end is unknown does not count as continuing.
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
