/// What a cell says about the time of day.
enum CellTime: Equatable {
  case none
  case time(ClockTime)
  /// From one time to another.
  case range(ClockTime, ClockTime)
  /// It is not a time for certain: “evening”, “approx 9:15”.
  case words(String)

  private static let separators = [" to ", " until ", " till ", " - ", "–", "—", "-"]

  /// - Parameter isISO: as for `ClockTime`.
  init(_ text: String, isISO: Bool = false) {
    let text = text.trimmed
    // Looking for one byte costs a fraction of searching for the text.
    let isApart = text.utf8.contains(UInt8(ascii: "-")) && text.contains(" - ")
    if text.isEmpty {
      self = .none
    } else if !isApart, let time = ClockTime(text, isISO: isISO) {
      self = time.isMidnight ? .none : .time(time)
    } else if let range = Self.range(text) {
      self = range
    } else {
      self = .words(text)
    }
  }

  private static func range(_ text: String) -> CellTime? {
    for separator in separators {
      guard let mark = text.firstRange(of: separator) else { continue }
      let (from, to) = (text[..<mark.lowerBound], text[mark.upperBound...])
      guard let start = ClockTime(from), let end = ClockTime(to) else { continue }
      // In `1.15-2pm` the half of the day is given once, and may be that of both or not.
      if hasHalf(to), !hasHalf(from) { return nil }
      return .range(start, end)
    }
    return nil
  }

  private static func hasHalf(_ text: Substring) -> Bool {
    text.last.map { "mM.".contains($0) } ?? false
  }
}
