package import Timeline

/// The stretch of time that a chronology covers. Open and unknown ends do not count.
package enum YearSpan {
  /// The years in which the first dated event begins and the last one; nil without any. O(log n).
  package static func years(of chronology: Chronology) -> (first: Int, last: Int)? {
    guard let days = days(of: chronology) else { return nil }
    return (Day(number: days.first).year, Day(number: days.last).year)
  }

  /// The earliest day of the first dated event and of the last, counted from 1970-01-01. O(log n).
  package static func days(of chronology: Chronology) -> (first: Int, last: Int)? {
    let first = chronology.firstPosition(onOrAfter: DaySpan.openStart + 1)
    let end = chronology.firstPosition(onOrAfter: .max)
    guard first < end else { return nil }
    return (Int(chronology.span(at: first).earliest), Int(chronology.span(at: end - 1).earliest))
  }
}
