extension Chronology {
  /// The first to the last known day of a set of events given in order of position; nil if no day is known.
  ///
  /// Cost: a step per 4096 events of the chronology, plus the events that end after all others.
  package func days(of events: ArraySlice<UInt32>) -> ClosedRange<Int>? {
    let placed = events[..<events.index(onOrAfter: firstPosition(onOrAfter: DaySpan.nowhere))]
    guard let first = placed.first, let end = placed.last else { return nil }
    var last = span(at: Int(end)).place
    var rest = placed
    while let ends = DateIndex.ends(after: last), let index = dates.last(of: rest, endingIn: ends) {
      last = span(at: Int(rest[index])).latest
      rest = rest[..<index]
    }
    return Int(span(at: Int(first)).place)...Int(last)
  }
}
