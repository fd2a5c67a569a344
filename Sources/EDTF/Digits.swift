/// Numbers padded to a minimum width.
package enum Digits {
  private static let pairs = (0..<100).map { $0 < 10 ? "0\($0)" : "\($0)" }

  package static func two(_ number: Int) -> String {
    pairs.indices.contains(number) ? pairs[number] : (number < 10 ? "0" : "") + String(number)
  }

  static func year(_ year: Int) -> String {
    if (0...9999).contains(year) { return two(year / 100) + two(year % 100) }
    let digits = String(year.magnitude)
    let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return (year < 0 ? "-" : "") + padding + digits
  }
}
