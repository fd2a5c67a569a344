/// How much of a date is known, from the coarsest.
package enum Precision: UInt8, Comparable, Hashable, Sendable, CaseIterable {
  /// A decade, a century, any span of years.
  case years
  case year
  /// A half, a third, a quarter, a season.
  case part
  case month
  case day
  case time

  package static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
}

/// Where a date stands in the one order of a chronology. Everything that sorts dates compares these.
///
/// 1. The earliest day that the date can cover. An open start comes first (it began before anything that is dated),
///    an unknown one last (nothing says where it belongs, and the end of the list is where a reader looks for such);
///    among the unknown ones the latest day decides at once.
/// 2. The coarser date, so that 2007 stands before 2007-01 and that before 2007-01-01: a heading before its parts.
/// 3. The latest day: of two dates that begin together the one that is over first. Open comes after every day, and
///    unknown after open.
/// 4. The id, by its UTF-8 bytes, so that the order is total and every reading of a file gives the same list.
package struct ChronologicalKey: Hashable, Comparable, Sendable {
  private let earliest: Int
  private let latest: Int
  private let precision: Precision

  package init(_ bounds: Bounds, _ precision: Precision) {
    earliest = ChronologicalKey.number(bounds.earliest, open: .min)
    latest = ChronologicalKey.number(bounds.latest, open: .max - 1)
    self.precision = bounds.earliest == .unknown ? .years : precision
  }

  /// The same for bounds in eight bytes. Days that do not fit a `DaySpan` compare as equal here (see
  /// `DaySpan.isClamped`), so a list that has such must compare the dates themselves.
  package init(_ span: DaySpan, _ precision: Precision) {
    earliest =
      span.earliest == DaySpan.openStart ? .min : span.earliest == DaySpan.unknown ? .max : Int(span.earliest)
    latest = span.latest == DaySpan.openEnd ? .max - 1 : span.latest == DaySpan.unknown ? .max : Int(span.latest)
    self.precision = span.earliest == DaySpan.unknown ? .years : precision
  }

  private static func number(_ bound: Bound, open: Int) -> Int {
    switch bound {
    case .day(let day): day.number
    case .open: open
    case .unknown: .max
    }
  }

  package static func < (a: ChronologicalKey, b: ChronologicalKey) -> Bool {
    if a.earliest != b.earliest { return a.earliest < b.earliest }
    if a.precision != b.precision { return a.precision < b.precision }
    return a.latest < b.latest
  }

  /// Whether one entry of a list stands before another.
  package static func precedes(_ a: (key: ChronologicalKey, id: String), _ b: (key: ChronologicalKey, id: String))
    -> Bool
  {
    a.key == b.key ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8) : a.key < b.key
  }
}

extension EDTF {
  /// Where the date stands in the order of a chronology.
  package var key: ChronologicalKey { ChronologicalKey(bounds, precision) }
}

extension DaySpan {
  /// Whether a day did not fit and stands at the nearest that does.
  package var isClamped: Bool {
    earliest == DaySpan.days.lowerBound || earliest == DaySpan.days.upperBound
      || latest == DaySpan.days.lowerBound || latest == DaySpan.days.upperBound
  }
}
