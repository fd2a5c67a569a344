internal import Timeline

/// A day as EDTF writes it.
enum DayText {
  static func edtf(_ day: Day) -> String {
    guard (0...9999).contains(day.year) else { return "Y\(day.year)" }
    return "\(digits(day.year, 4))-\(digits(day.month, 2))-\(digits(day.day, 2))"
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
