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
    let (isFirst, isLast) = chronology.goesBeyondDays
    let before = chronology.isOpenBefore || isFirst ? " or earlier" : ""
    let after = chronology.isOpenAfter || isLast ? " or later" : ""
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

  /// Whether the first and the last event are so long ago or so far ahead that their days are not known to the index.
  fileprivate var goesBeyondDays: (first: Bool, last: Bool) {
    datedPositions.map { (span(at: $0.lowerBound).isClamped, span(at: $0.upperBound).isClamped) } ?? (false, false)
  }

  /// The days by which the first and the last event are sorted; nil if no day is known. O(log n).
  var datedDays: ClosedRange<Day>? {
    guard let positions = datedPositions, let first = day(at: positions.lowerBound),
      let last = day(at: positions.upperBound)
    else { return nil }
    return first...last
  }

  /// The first and the last event that are sorted by a day; nil if none is. An unknown year, `XXXX`, which stands at the
  /// year 0 since it may be any of four digits, is no day to count from.
  private var datedPositions: ClosedRange<Int>? {
    let end = firstPosition(onOrAfter: DaySpan.nowhere)
    guard end > 0 else { return nil }
    guard span(at: 0) == Self.anyYear else { return 0...end - 1 }
    let start = firstPosition(onOrAfter: Self.anyYear.earliest + 1)
    return start < end ? start...end - 1 : nil
  }

  private static let anyYear = DaySpan(try! EDTFDate("XXXX").bounds)
}
