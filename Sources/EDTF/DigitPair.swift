/// A two-digit month or day, in which either digit may be unspecified (`X`).
struct DigitPair: Hashable, Sendable {
  /// 0 for each unspecified digit.
  private let value: UInt8
  /// Bit 0 for the last digit, bit 1 for the first.
  private let unspecified: UInt8

  /// - Parameter name: "month" or "day", for errors.
  init(_ scanner: inout EDTFScanner, name: StaticString) throws(EDTFError) {
    var value = 0
    var unspecified: UInt8 = 0
    for _ in 0..<2 {
      value *= 10
      unspecified <<= 1
      if let digit = scanner.takeDigit() {
        value += digit
      } else if scanner.take("X") {
        unspecified |= 1
      } else if scanner.next == UInt8(ascii: "x") || scanner.next == UInt8(ascii: "u") {
        throw scanner.error("an unspecified digit is a capital X")
      } else {
        throw scanner.error("a \(name) has two digits, such as 04; here is \(scanner.found)")
      }
    }
    if let next = scanner.next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
      throw scanner.error("a \(name) has two digits; here is a third")
    }
    self.value = UInt8(value)
    self.unspecified = unspecified
  }

  var isSpecified: Bool { unspecified == 0 }
  var isUnknown: Bool { unspecified == 3 }
  /// The number; 0 for each unspecified digit.
  var number: Int { Int(value) }

  func matches(_ number: Int) -> Bool {
    (unspecified & 1 != 0 || number % 10 == Int(value) % 10) && (unspecified & 2 != 0 || number / 10 == Int(value) / 10)
  }

  /// The numbers in a range that match, in order.
  func numbers(in range: ClosedRange<Int>) -> [Int] { range.filter(matches) }

  var description: String {
    if isSpecified { return Digits.two(number) }
    return (unspecified & 2 != 0 ? "X" : "\(value / 10)") + (unspecified & 1 != 0 ? "X" : "\(value % 10)")
  }
}
