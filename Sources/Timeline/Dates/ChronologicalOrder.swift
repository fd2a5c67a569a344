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
/// 1. Its place: the earliest day that the date can cover, or the latest where it is not known when it began ("by March
///    2007" stands in March 2007). A date of which no day is known comes last: nothing says where it belongs, and the end
///    of the list is where a reader looks for such.
/// 2. The coarser date, so that 2007 stands before 2007-01 and that before 2007-01-01: a heading before its parts; before
///    all of them what may have begun long ago.
/// 3. The latest day: of two dates that begin together the one that is over first. Open comes after every day, and
///    unknown after open.
/// 4. What an event follows, before it (see `Sequel`); else the id, by its UTF-8 bytes, so that the order is total and
///    every reading of a file gives the same list.
package struct ChronologicalKey: Hashable, Comparable, Sendable {
  private let place: Int
  private let latest: Int
  private let precision: Precision

  package init(_ bounds: Bounds, _ precision: Precision) {
    let start = bounds.earliest.day?.number
    self.init(
      place: start ?? bounds.latest.day?.number ?? .max, hasStart: start != nil,
      latest: ChronologicalKey.number(bounds.latest), precision)
  }

  /// The same for bounds in eight bytes. Days that do not fit a `DaySpan` compare as equal here (see
  /// `DaySpan.isClamped`), so a list that has such must compare the dates themselves.
  package init(_ span: DaySpan, _ precision: Precision) {
    let latest = span.latest == DaySpan.openEnd ? .max - 1 : span.latest == DaySpan.unknown ? .max : Int(span.latest)
    let place = span.place == DaySpan.nowhere ? .max : Int(span.place)
    self.init(place: place, hasStart: span.hasStart, latest: latest, precision)
  }

  private init(place: Int, hasStart: Bool, latest: Int, _ precision: Precision) {
    self.place = place
    self.latest = hasStart ? latest : 0
    self.precision = hasStart ? precision : .years
  }

  private static func number(_ bound: Bound) -> Int {
    switch bound {
    case .day(let day): day.number
    case .open: .max - 1
    case .unknown: .max
    }
  }

  package static func < (a: ChronologicalKey, b: ChronologicalKey) -> Bool {
    if a.place != b.place { return a.place < b.place }
    if a.precision != b.precision { return a.precision < b.precision }
    return a.latest < b.latest
  }

  /// Whether one entry of a list stands before another, apart from what follows what.
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
