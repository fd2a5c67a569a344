/// A year beyond four digits (`Y170000002`), with an exponent (`Y-17E7`), or of which only the first digits are
/// significant (`1950S2`, `Y3388E2S3`).
struct LongYear: Hashable, Sendable {
  /// With a `Y`; the four-digit form has one only when it is not needed.
  let isLong: Bool
  /// The year before the exponent.
  let coefficient: Int
  /// Nil where none is written.
  let exponent: Int?
  /// How many digits are significant; nil for all.
  let significant: Int?
  var qualifier: Qualifier

  /// Reads what follows the `Y`.
  init(longYear cursor: inout Cursor) throws(EDTFError) {
    cursor.needs(level: 1)
    let start = cursor.position - 1
    let isNegative = cursor.take("-")
    let digits = cursor.position
    if cursor.next == UInt8(ascii: "0") { throw cursor.error("a year with Y does not begin with a zero") }
    let coefficient = try LongYear.number(&cursor, limit: Day.lastYear) { cursor in
      "expected the digits of a year, found \(cursor.found)"
    }
    var year = coefficient
    var exponent: Int?
    if cursor.take("E") {
      cursor.needs(level: 2)
      let place = cursor.position
      let power = try LongYear.number(&cursor, limit: 15) { "expected the digits of an exponent, found \($0.found)" }
      for _ in 0..<power {
        year *= 10
        if year > Day.lastYear { throw LongYear.tooLarge(cursor, at: place) }
      }
      exponent = power
    }
    if year <= 9999 {
      throw cursor.error(
        "a year with Y has more than four digits; this one is \(Digits.year(isNegative ? -year : year))", at: start)
    }
    isLong = true
    self.coefficient = isNegative ? -coefficient : coefficient
    self.exponent = exponent
    significant = try LongYear.significant(&cursor, of: year, at: digits)
    qualifier = []
  }

  /// Reads the `S` and what follows, if it stands after a four-digit year.
  init?(after year: YearDigits, _ cursor: inout Cursor) throws(EDTFError) {
    guard cursor.next == UInt8(ascii: "S") else { return nil }
    guard year.isSpecified else { throw cursor.error("a year with an X has no significant digits to count") }
    isLong = false
    coefficient = year.first
    exponent = nil
    significant = try LongYear.significant(&cursor, of: Int(year.first.magnitude), at: cursor.position)
    qualifier = []
  }

  private static func significant(_ cursor: inout Cursor, of year: Int, at start: Int) throws(EDTFError) -> Int? {
    guard cursor.take("S") else { return nil }
    cursor.needs(level: 2)
    let place = cursor.position
    let count = try number(&cursor, limit: 99) { "expected the number of significant digits, found \($0.found)" }
    let digits = year == 0 ? 0 : String(year).utf8.count
    guard count >= 1, count <= digits else {
      throw cursor.error(
        digits == 0
          ? "the year 0 has no significant digits"
          : "the year \(year) has 1 to \(digits) significant digits", at: place)
    }
    return count
  }

  private static func number(
    _ cursor: inout Cursor, limit: Int, missing: (Cursor) -> String
  ) throws(EDTFError) -> Int {
    let start = cursor.position
    guard var number = cursor.takeDigit() else { throw cursor.error(missing(cursor)) }
    while let digit = cursor.takeDigit() {
      number = number * 10 + digit
      if number > limit { throw tooLarge(cursor, at: start) }
    }
    if cursor.position - start > 1 && cursor.bytes[start] == UInt8(ascii: "0") {
      throw cursor.error("a number here does not begin with a zero", at: start)
    }
    if number > limit { throw tooLarge(cursor, at: start) }
    return number
  }

  private static func tooLarge(_ cursor: Cursor, at start: Int) -> EDTFError {
    cursor.error("the number is too large: years run from -\(Day.lastYear) to \(Day.lastYear)", at: start)
  }

  /// The year as estimated.
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
