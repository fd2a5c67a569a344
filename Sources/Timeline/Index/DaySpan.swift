/// What the list needs of a date, in eight bytes. Days since 1970-01-01, clamped to 32 bits.
package struct DaySpan: Equatable, Sendable {
  /// Nothing is known of this end.
  package static let unknown = Int32.min
  /// The end is open (`..`), as early as can be when it is `earliest`, as late when it is `latest`.
  package static let openStart = Int32.min + 1
  package static let openEnd = Int32.max

  package var earliest: Int32
  package var latest: Int32

  package init(earliest: Int32, latest: Int32) {
    self.earliest = earliest
    self.latest = latest
  }

  package init(_ bounds: Bounds) {
    earliest = Self.day(bounds.earliest, open: Self.openStart)
    latest = Self.day(bounds.latest, open: Self.openEnd)
  }

  private static func day(_ bound: Bound, open: Int32) -> Int32 {
    switch bound {
    case .day(let day): Int32(min(max(day.number, Int(openStart) + 1), Int(openEnd) - 1))
    case .open: open
    case .unknown: unknown
    }
  }
}

extension DaySpan: Comparable {
  package static func < (a: DaySpan, b: DaySpan) -> Bool { (a.earliest, a.latest) < (b.earliest, b.latest) }
}
