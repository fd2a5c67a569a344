internal import EDTF

/// A year, optionally with a month and a day, as TimelineJS writes it: -44 is 44 BCE, and years may go back to the
/// beginning of the universe.
struct TimelineDate {
  let edtf: EDTFDate

  /// Nil if the parts are not numbers or not a real date.
  /// - Parameters:
  ///   - month, day: empty if not given.
  ///   - isCosmological: whether years are astronomical. Otherwise there is no year 0 between 1 BCE and 1.
  init?(year: String, month: String = "", day: String = "", isCosmological: Bool = false) {
    guard let year = Self.number(year) else { return nil }
    // TimelineJS has no year 0, so 1 BCE is astronomical year 0.
    let astronomical = year < 0 && !isCosmological ? year + 1 : year
    let digits = String(astronomical.magnitude)
    let isLong = digits.utf8.count > 4
    let sign = astronomical < 0 ? "-" : ""
    var text = isLong ? "Y\(sign)\(digits)" : sign + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    // In EDTF, years of more than four digits have no months.
    if !isLong {
      for (part, most) in [(month, 12), (day, 31)] where !part.isEmpty {
        guard let number = Self.number(part), (0...most).contains(number) else { return nil }
        // Zero means unknown.
        if number == 0 { break }
        text += number < 10 ? "-0\(number)" : "-\(number)"
      }
      if month.isEmpty, !day.isEmpty { return nil }
    }
    guard let date = try? EDTFDate(text), date.precision <= .day else { return nil }
    edtf = date
  }

  /// A whole number written like `-13800000000`, `2007` or `4.5e9`.
  private static func number(_ text: String) -> Int? {
    if let number = Int(text) { return number.magnitude <= UInt(Day.lastYear) ? number : nil }
    guard let number = Double(text), number.rounded() == number else { return nil }
    return Int(exactly: number).flatMap { $0.magnitude <= UInt(Day.lastYear) ? $0 : nil }
  }
}
