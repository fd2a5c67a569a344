/// One end of what a date can cover.
public enum Bound: Hashable, Sendable {
  /// A day is known.
  case day(Day)
  /// No end on this side: it continues indefinitely, or no end was set (`..`; level 1, extended interval).
  case open
  /// There is an end, but nobody knows when (an empty end of an interval; level 1).
  case unknown

  /// The day, if known.
  @inlinable public var day: Day? {
    if case .day(let day) = self { day } else { nil }
  }
}

/// The first and last day that a date can cover.
public struct Bounds: Hashable, Sendable {
  /// The first day that the date can cover.
  public var earliest: Bound
  /// The last day that the date can cover.
  public var latest: Bound

  /// Creates bounds as given, without checking that the first day comes before the last.
  @inlinable public init(earliest: Bound, latest: Bound) {
    self.earliest = earliest
    self.latest = latest
  }

  @inlinable package init(_ first: Day, _ last: Day) {
    earliest = .day(first)
    latest = .day(last)
  }

  /// Neither end is known, so the date cannot be placed at all.
  @inlinable public var isUnknown: Bool { earliest == .unknown && latest == .unknown }
}

/// Comparisons of dates by their bounds alone. An open or unknown end may lie anywhere, so it never rules anything
/// out; only an open end certainly contains another open end.
///
/// A *period* is what a reader asks about (all of 2007); it is taken as it stands, from its first to its last day.
extension Bounds {
  /// Whether at least one day that the date can cover lies in the period.
  @inlinable public func mayFall(within period: Bounds) -> Bool {
    mayStart(onOrBefore: period.latest) && mayEnd(onOrAfter: period.earliest)
  }

  /// Whether every day that the date can cover lies in the period.
  @inlinable public func certainlyFalls(within period: Bounds) -> Bool {
    let startsInside =
      switch (period.earliest, earliest) {
      case (.open, .day), (.open, .open): true
      case (.day(let first), .day(let day)): day >= first
      default: false
      }
    let endsInside =
      switch (period.latest, latest) {
      case (.open, .day), (.open, .open): true
      case (.day(let last), .day(let day)): day <= last
      default: false
      }
    return startsInside && endsInside
  }

  /// Whether at least one day that the date can cover comes before the first day of the period.
  @inlinable public func mayBeBefore(_ period: Bounds) -> Bool {
    switch period.earliest {
    case .day(let first): earliest.day.map { $0 < first } ?? true
    case .open: false
    case .unknown: true
    }
  }

  /// Whether every day that the date can cover comes before the first day of the period.
  @inlinable public func isCertainlyBefore(_ period: Bounds) -> Bool {
    guard let last = latest.day, let first = period.earliest.day else { return false }
    return last < first
  }

  /// Whether at least one day that the date can cover comes after the last day of the period.
  @inlinable public func mayBeAfter(_ period: Bounds) -> Bool {
    switch period.latest {
    case .day(let last): latest.day.map { $0 > last } ?? true
    case .open: false
    case .unknown: true
    }
  }

  /// Whether every day that the date can cover comes after the last day of the period.
  @inlinable public func isCertainlyAfter(_ period: Bounds) -> Bool {
    guard let first = earliest.day, let last = period.latest.day else { return false }
    return first > last
  }

  /// Whether two accounts of one date can both be true, that is, whether some day is covered by both.
  @inlinable public func canAgree(with other: Bounds) -> Bool { mayFall(within: other) }

  @inlinable func mayStart(onOrBefore end: Bound) -> Bool {
    guard let first = earliest.day, let end = end.day else { return true }
    return first <= end
  }

  @inlinable func mayEnd(onOrAfter start: Bound) -> Bool {
    guard let last = latest.day, let start = start.day else { return true }
    return last >= start
  }
}
