internal import EDTF

/// A year with or without a month and a day, as TimelineJS has it: -44 is 44 BCE, and years may be as long ago as the universe is old.
struct TimelineDate {
  let edtf: EDTFDate

  /// Nil where the parts are no numbers, or no such day is.
  /// - Parameters:
  ///   - month, day: empty where there is none.
  ///   - isCosmological: whether years are rounded, so that none is missing between 1 BCE and 1.
  init?(year: String, month: String = "", day: String = "", isCosmological: Bool = false) {
    guard let year = Self.number(year) else { return nil }
    // There is no year 0: 1 BCE is the astronomers' 0.
    let astronomical = year < 0 && !isCosmological ? year + 1 : year
    let digits = String(astronomical.magnitude)
    let isLong = digits.utf8.count > 4
    let sign = astronomical < 0 ? "-" : ""
    var text = isLong ? "Y\(sign)\(digits)" : sign + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    // EDTF has no months of years beyond four digits.
    if !isLong {
      for (part, most) in [(month, 12), (day, 31)] where !part.isEmpty {
        guard let number = Self.number(part), (0...most).contains(number) else { return nil }
        // Zero stands for nothing known.
        if number == 0 { break }
        text += number < 10 ? "-0\(number)" : "-\(number)"
      }
      if month.isEmpty, !day.isEmpty { return nil }
    }
    guard let date = try? EDTFDate(text), date.precision <= .day else { return nil }
    edtf = date
  }

  /// A whole number, as `-13800000000`, `2007` or `4.5e9`.
  private static func number(_ text: String) -> Int? {
    if let number = Int(text) { return number.magnitude <= UInt(Day.lastYear) ? number : nil }
    guard let number = Double(text), number.rounded() == number else { return nil }
    return Int(exactly: number).flatMap { $0.magnitude <= UInt(Day.lastYear) ? $0 : nil }
  }
}
