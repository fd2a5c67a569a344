internal import EDTF

/// The columns of a window over the lanes, found in the index once for all of them.
package struct LaneColumns: Sendable {
  package let window: Lanes.Window
  /// The day on which each column begins, and at the end the one after the last.
  let days: [Int32]
  /// For each of these days the position of the first event that begins on it or later.
  let positions: [Int]

  package init(_ window: Lanes.Window, _ chronology: Chronology) {
    self.window = window
    let columns = window.columns
    days = (columns.lowerBound...columns.upperBound).map { DaySpan.clamped(window.zoom.firstDay(of: $0)) }
    positions = days.map(chronology.firstPosition)
  }
}

extension DaySpan {
  /// The number of a day, or of the nearest that fits.
  static func clamped(_ day: Day) -> Int32 { Int32(min(max(day.number, Int(days.lowerBound)), Int(days.upperBound))) }
}
