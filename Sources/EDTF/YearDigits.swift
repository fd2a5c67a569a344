/// A four-digit year with its sign, in which any digit may be unspecified (`X`).
struct YearDigits: Hashable, Sendable {
  let isNegative: Bool
  /// The year without its sign; unspecified digits are 0.
  private let magnitude: Int16
  /// One bit for each unspecified digit, the last digit's lowest.
  private let unspecified: UInt8

  init(_ scanner: inout EDTFScanner) throws(EDTFError) {
    let start = scanner.position
    isNegative = scanner.take("-")
    if isNegative { scanner.needs(level: 1) }
    let firstDigit = scanner.position
    var magnitude = 0
    var unspecified: UInt8 = 0
    for _ in 0..<4 {
      magnitude *= 10
      unspecified <<= 1
      if let digit = scanner.takeDigit() {
        magnitude += digit
      } else if scanner.take("X") {
        unspecified |= 1
      } else {
        throw YearDigits.error(scanner, firstDigit)
      }
    }
    if let next = scanner.next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
      throw YearDigits.error(scanner, firstDigit)
    }
    self.magnitude = Int16(magnitude)
    self.unspecified = unspecified
    if isNegative && magnitude == 0 && unspecified == 0 {
      throw scanner.error("there is no year -0000: the year 0000 is 1 BC and has no sign", at: start)
    }
  }

  /// The number of unspecified digits if they are all trailing; nil if a specified digit follows one.
  var unspecifiedFromRight: Int? {
    switch unspecified {
    case 0: 0
    case 1: 1
    case 3: 2
    case 7: 3
    case 15: 4
    default: nil
    }
  }

  var isSpecified: Bool { unspecified == 0 }
  var isUnknown: Bool { unspecified == 15 }

  private var filled: Int {
    var filled = 0
    var unit = 1
    for digit in 0..<4 {
      if unspecified >> digit & 1 == 1 { filled += 9 * unit }
      unit *= 10
    }
    return filled
  }

  var first: Int { isNegative ? -(Int(magnitude) + filled) : Int(magnitude) }

  var last: Int {
    if !isNegative { return Int(magnitude) + filled }
    if magnitude > 0 { return -Int(magnitude) }
    // There is no year -0000, so the smallest value of a single unspecified digit is 1.
    return -[1, 10, 100, 1000][min(unspecified.trailingZeroBitCount, 3)]
  }

  func matches(_ year: Int) -> Bool {
    guard isNegative ? year < 0 : year >= 0, year.magnitude <= 9999 else { return false }
    var rest = Int(year.magnitude)
    var pattern = Int(magnitude)
    for digit in 0..<4 {
      if unspecified >> digit & 1 == 0 && rest % 10 != pattern % 10 { return false }
      rest /= 10
      pattern /= 10
    }
    return true
  }

  /// The digits in writing order, nil for an unspecified one.
  var digits: [Int?] {
    let units = [1000, 100, 10, 1]
    return (0..<4).map { unspecified >> (3 - $0) & 1 == 1 ? nil : Int(magnitude) / units[$0] % 10 }
  }

  var description: String {
    if isSpecified { return Digits.year(first) }
    return (isNegative ? "-" : "") + digits.map { $0.map(String.init) ?? "X" }.joined()
  }

  private static func error(_ scanner: EDTFScanner, _ firstDigit: Int) -> EDTFError {
    switch scanner.next {
    case UInt8(ascii: "x"), UInt8(ascii: "u"):
      return scanner.error("an unspecified digit is a capital X")
    case UInt8(ascii: "y"):
      return scanner.error("the sign of a long year is a capital Y")
    default: break
    }
    var rest = scanner
    while rest.takeDigit() != nil {}
    if rest.position - firstDigit > 4 {
      return scanner.error(
        rest.position - firstDigit == 8
          ? "a year has four digits; hyphens separate year, month and day: 1985-04-12"
          : "a year has four digits; a longer one begins with Y")
    }
    return scanner.error(
      scanner.position > firstDigit
        ? "a year has four digits, such as 0985; here is \(scanner.found)" : "expected a year, found \(scanner.found)")
  }
}
