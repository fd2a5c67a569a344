/// How much of a date is known, from the coarsest.
public enum Precision: UInt8, Comparable, Hashable, Sendable, CaseIterable {
  /// A decade, a century, any span of years.
  case years
  case year
  /// A half, a third, a quarter, a season.
  case part
  case month
  case day
  case time

  @inlinable public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
}
