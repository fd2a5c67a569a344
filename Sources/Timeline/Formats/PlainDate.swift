internal import EDTF

/// How formats without uncertainty can represent a date.
enum PlainDate {
  /// A plain day, month or year without any qualification: its own bytes are its ISO 8601 form.
  case simple
  /// Anything else: only the first and last day that it can cover can be written.
  case span

  /// - Parameter bytes: the date's text.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self = Self.isSimple(bytes) ? .simple : .span
  }

  static func isSimple(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count == 10 { return isDay(bytes) }
    guard bytes.count == 4 || bytes.count == 7 else { return false }
    for index in bytes.indices {
      if index == 4 {
        guard bytes[index] == UInt8(ascii: "-") else { return false }
      } else if bytes[index] &- 48 > 9 {
        return false
      }
    }
    // From 21 on the second part is a season, not a month.
    return bytes.count != 7 || bytes[5] <= UInt8(ascii: "1")
  }

  /// Whether a valid date is a day of four-digit years with a time of that day.
  static func isTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 19 && bytes[10] == UInt8(ascii: "T")
  }

  static func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 10, let base = bytes.baseAddress else { return false }
    return SWAR.areDigits(SWAR.load(base), like: "0000-00-") && SWAR.areDigits(SWAR.load(base + 2), like: "00-00-00")
  }
}

extension DaySpan {
  /// The first and last day, if they are days of the years 0 to 9999, the only ones that other formats can write.
  var firstDay: Day? { Self.writable(earliest) }
  var lastDay: Day? { Self.writable(latest) }

  private static let writableDays = Day(unchecked: 0, 1, 1).number...Day(unchecked: 9999, 12, 31).number

  private static func writable(_ number: Int32) -> Day? {
    writableDays.contains(Int(number)) ? Day(number: Int(number)) : nil
  }
}
