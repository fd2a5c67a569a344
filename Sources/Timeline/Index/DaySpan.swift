/// What the list needs of a date, in eight bytes. Days since 1970-01-01, clamped to 32 bits.
package struct DaySpan: Equatable, Sendable {
  /// This end is unknown.
  package static let unknown = Int32.min
  /// The end is open (`..`): as early as possible for `earliest`, as late as possible for `latest`.
  package static let openStart = Int32.min + 1
  package static let openEnd = Int32.max

  /// The place of a span without one: no day is known at either end.
  package static let nowhere = Int32.max

  package var earliest: Int32
  package var latest: Int32

  package init(earliest: Int32, latest: Int32) {
    self.earliest = earliest
    self.latest = latest
  }

  /// The day by which the span is sorted: the earliest, or the latest if the start is not known.
  package var place: Int32 {
    if hasStart { return earliest }
    return latest == DaySpan.openEnd || latest == DaySpan.unknown ? DaySpan.nowhere : latest
  }

  /// Whether its earliest end is a day.
  package var hasStart: Bool { earliest > DaySpan.openStart }
}
