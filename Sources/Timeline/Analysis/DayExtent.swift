extension Chronology {
  /// From the first to the last day that one of some events, in order of position, is known to reach; nil where no such
  /// day is known.
  ///
  /// Cost: a step for each 4096 events of the chronology, besides the events that end after all others.
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
