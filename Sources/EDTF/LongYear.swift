/// A year of more than four digits (`Y170000002`), one with an exponent (`Y-17E7`), or one with only its first digits
/// significant (`1950S2`, `Y3388E2S3`).
struct LongYear: Hashable, Sendable {
  /// Whether it is written with a `Y`.
  let isLong: Bool
  /// The year before the exponent.
  let coefficient: Int
  /// Nil if none is written.
  let exponent: Int?
  /// The number of significant digits; nil for all.
  let significant: Int?
  var qualifier: Qualifier

  /// Reads what follows the `Y`.
  init(longYear scanner: inout EDTFScanner) throws(EDTFError) {
    scanner.needs(level: 1)
    let start = scanner.position - 1
    let isNegative = scanner.take("-")
    let digits = scanner.position
    if scanner.next == UInt8(ascii: "0") { throw scanner.error("a year with Y does not begin with a zero") }
    let coefficient = try LongYear.number(&scanner, limit: Day.lastYear) { scanner in
      "expected the digits of a year, found \(scanner.found)"
    }
    var year = coefficient
    var exponent: Int?
    if scanner.take("E") {
      scanner.needs(level: 2)
      let place = scanner.position
      let power = try LongYear.number(&scanner, limit: 15) { "expected the digits of an exponent, found \($0.found)" }
      for _ in 0..<power {
        year *= 10
        if year > Day.lastYear { throw LongYear.tooLarge(scanner, at: place) }
      }
      exponent = power
    }
    if year <= 9999 {
      throw scanner.error(
        "a year with Y has more than four digits; this one is \(Digits.year(isNegative ? -year : year))", at: start)
    }
    isLong = true
    self.coefficient = isNegative ? -coefficient : coefficient
    self.exponent = exponent
    significant = try LongYear.significant(&scanner, of: year, at: digits)
    qualifier = []
  }

  /// Reads an `S` and what follows, if there is one after a four-digit year.
  init?(after year: YearDigits, _ scanner: inout EDTFScanner) throws(EDTFError) {
    guard scanner.next == UInt8(ascii: "S") else { return nil }
    guard year.isSpecified else { throw scanner.error("a year with an X has no significant digits to count") }
    isLong = false
    coefficient = year.first
    exponent = nil
    significant = try LongYear.significant(&scanner, of: Int(year.first.magnitude), at: scanner.position)
    qualifier = []
  }

  private static func significant(_ scanner: inout EDTFScanner, of year: Int, at start: Int) throws(EDTFError) -> Int? {
    guard scanner.take("S") else { return nil }
    scanner.needs(level: 2)
    let place = scanner.position
    let count = try number(&scanner, limit: 99) { "expected the number of significant digits, found \($0.found)" }
    let digits = year == 0 ? 0 : String(year).utf8.count
    guard count >= 1, count <= digits else {
      throw scanner.error(
        digits == 0
          ? "the year 0 has no significant digits"
          : "the year \(year) has 1 to \(digits) significant digits", at: place)
    }
    return count
  }

  private static func number(
    _ scanner: inout EDTFScanner, limit: Int, missing: (EDTFScanner) -> String
  ) throws(EDTFError) -> Int {
    let start = scanner.position
    guard var number = scanner.takeDigit() else { throw scanner.error(missing(scanner)) }
    while let digit = scanner.takeDigit() {
      number = number * 10 + digit
      if number > limit { throw tooLarge(scanner, at: start) }
    }
    if scanner.position - start > 1 && scanner.bytes[start] == UInt8(ascii: "0") {
      throw scanner.error("a number here does not begin with a zero", at: start)
    }
    if number > limit { throw tooLarge(scanner, at: start) }
    return number
  }

  private static func tooLarge(_ scanner: EDTFScanner, at start: Int) -> EDTFError {
    scanner.error("the number is too large: years run from -\(Day.lastYear) to \(Day.lastYear)", at: start)
  }

  /// The estimated year.
  var year: Int {
    var year = coefficient
    for _ in 0..<(exponent ?? 0) { year *= 10 }
    return year
  }

  /// All years that begin with the significant digits.
  var years: ClosedRange<Int> {
    let magnitude = Int(year.magnitude)
    guard let significant else { return year...year }
    var unit = 1
    for _ in 0..<(String(magnitude).utf8.count - significant) { unit *= 10 }
    let first = magnitude / unit * unit
    return year < 0 ? -(first + unit - 1) ... -first : first...(first + unit - 1)
  }

  var bounds: Bounds { Bounds(Day(unchecked: years.lowerBound, 1, 1), Day(unchecked: years.upperBound, 12, 31)) }

  var precision: Precision { years.count > 1 ? .years : .year }

  var description: String {
    (isLong ? "Y\(coefficient)" : Digits.year(coefficient)) + (exponent.map { "E\($0)" } ?? "")
      + (significant.map { "S\($0)" } ?? "") + qualifier.sign
  }
}
