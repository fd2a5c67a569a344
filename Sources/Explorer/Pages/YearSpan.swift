internal import EDTF
package import Timeline

/// The stretch of time that a chronology covers. Open and unknown ends do not count.
package enum YearSpan {
  /// "from 2000 to 2010", "in 2007": the years in which the first dated event begins and the last one; nil without any.
  package static func words(of chronology: Chronology) -> String? {
    guard let dated = chronology.datedDays else { return nil }
    let (first, last) = (Wording.year(dated.lowerBound.year), Wording.year(dated.upperBound.year))
    return first == last ? "in \(first)" : "from \(first) to \(last)"
  }
}

extension Chronology {
  /// The days on which the first and the last dated event begin; nil without a dated event. O(log n).
  var datedDays: ClosedRange<Day>? {
    let first = firstPosition(onOrAfter: DaySpan.openStart + 1)
    let end = firstPosition(onOrAfter: DaySpan.openEnd)
    guard first < end else { return nil }
    return Day(number: Int(spans[first].earliest))...Day(number: Int(spans[end - 1].earliest))
  }
}
