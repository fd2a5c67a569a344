/// How much of a date is known, coarsest first.
public enum Precision: UInt8, Comparable, Hashable, Sendable, CaseIterable {
  /// A decade, a century, any span of years.
  case years
  /// One year.
  case year
  /// A half, a third, a quarter, a season.
  case part
  /// One month.
  case month
  /// One day.
  case day
  /// A time of day.
  case time

  /// Whether the first is coarser.
  @inlinable public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
}
