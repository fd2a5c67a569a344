internal import EDTF
package import Timeline

/// The stretch of time that a chronology covers, and whether it may extend beyond.
package enum YearSpan {
  /// "from 2000 to 2010", "in 2007 or later": the years by which the first and the last event are sorted; nil if no
  /// day is known.
  package static func words(of chronology: Chronology) -> String? {
    range(of: chronology).map { ($0.contains(" to ") ? "from " : "in ") + $0 }
  }

  /// "2000 to 2010", "2000 or earlier to 2010 or later".
  static func range(of chronology: Chronology) -> String? {
    guard let dated = chronology.datedDays else { return nil }
    let (first, last) = (Wording.year(dated.lowerBound.year), Wording.year(dated.upperBound.year))
    let before = chronology.isOpenBefore ? " or earlier" : ""
    let after = chronology.isOpenAfter ? " or later" : ""
    if first == last && (before.isEmpty || after.isEmpty) { return first + before + after }
    return "\(first)\(before) to \(last)\(after)"
  }
}

extension Chronology {
  /// The day by which an event is sorted; nil if none is known.
  func day(at position: Int) -> Day? {
    let place = span(at: position).place
    return place == DaySpan.nowhere ? nil : Day(number: Int(place))
  }

  /// The days by which the first and the last event are sorted; nil if no day is known. O(log n).
  var datedDays: ClosedRange<Day>? {
    let end = firstPosition(onOrAfter: DaySpan.nowhere)
    guard end > 0, let first = day(at: 0), let last = day(at: end - 1) else { return nil }
    return first...last
  }
}
