internal import EDTF

/// The days common to several dates, as far as their ends are known: from the latest of their first days to the
/// earliest of their last days. However many dates there are, these two days show whether any two exclude each other.
struct Overlap: Sendable {
  private var start: Day?
  private var end: Day?

  mutating func add(_ date: Bounds) {
    if let first = date.earliest.day { start = max(start ?? first, first) }
    if let last = date.latest.day { end = min(end ?? last, last) }
  }

  /// Whether two of the dates cannot both be true.
  var isTorn: Bool {
    guard let start, let end else { return false }
    return end < start
  }

  /// Whether one of the dates cannot be true together with this one.
  func excludes(_ date: Bounds) -> Bool {
    if let start, let last = date.latest.day, last < start { return true }
    if let end, let first = date.earliest.day, end < first { return true }
    return false
  }
}
