/// Numbers padded to a minimum width.
enum Digits {
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func year(_ year: Int) -> String {
    let digits = String(year.magnitude)
    let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return (year < 0 ? "-" : "") + padding + digits
  }
}
