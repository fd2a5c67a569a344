internal import EDTF

/// The columns of a window over the lanes, looked up in the index once for all lanes.
package struct LaneColumns: Sendable {
  package let window: Lanes.Window
  /// The day on which each column begins, followed by the day after the last column.
  let days: [Int32]
  /// For each of these days, the position of the first event that begins on or after it.
  let positions: [Int]

  package init(_ window: Lanes.Window, _ chronology: Chronology) {
    self.window = window
    let columns = window.columns
    days = (columns.lowerBound...columns.upperBound).map { DaySpan.clamped(window.zoom.firstDay(of: $0)) }
    positions = days.map(chronology.firstPosition)
  }
}

extension DaySpan {
  /// The number of a day, clamped to the representable range.
  static func clamped(_ day: Day) -> Int32 { Int32(min(max(day.number, Int(days.lowerBound)), Int(days.upperBound))) }
}
