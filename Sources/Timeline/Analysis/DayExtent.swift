extension Chronology {
  /// From the first to the last day that one of some events, in order of position, is known to reach; nil where no such
  /// day is known.
  ///
  /// Cost: a step for each 4096 events of the chronology, besides the events that begin or end before all others.
  package func days(of events: ArraySlice<UInt32>) -> ClosedRange<Int>? {
    // The events of which the first day is known, between those without a beginning and those of unknown beginning.
    let known = events.index(onOrAfter: firstPosition(onOrAfter: DaySpan.days.lowerBound))
    let unknown = events.index(onOrAfter: firstPosition(onOrAfter: Int32.max))
    var first = Int32.max
    var last = Int32.min
    if known < unknown {
      first = span(at: Int(events[known])).earliest
      last = span(at: Int(events[unknown - 1])).earliest
    }
    for part in [events[..<known], events[unknown...]] {
      var part = part
      while let ends = DateIndex.ends(before: first), let index = dates.last(of: part, endingIn: ends) {
        first = span(at: Int(part[index])).latest
        last = max(last, first)
        part = part[..<index]
      }
    }
    var rest = events
    while let ends = DateIndex.ends(after: last), let index = dates.last(of: rest, endingIn: ends) {
      last = span(at: Int(rest[index])).latest
      rest = rest[..<index]
    }
    return first <= last ? Int(first)...Int(last) : nil
  }
}
