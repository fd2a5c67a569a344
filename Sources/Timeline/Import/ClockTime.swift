internal import EDTF

/// A time of day as programs and people write it: `14:30`, `14:30:05.25Z`, `2.30 pm`, `0915`, `915hrs`.
struct ClockTime: Equatable {
  var hour: Int
  var minute: Int
  var second: Int?
  /// The digits after the decimal point.
  var fraction = ""
  /// As EDTF writes it: `Z`, `+01:00`, or nothing.
  var zone = ""

  /// Nil if the text is not a time of day.
  /// - Parameter isISO: whether it follows the `T` of a date. A minus sign begins an offset only there or after seconds:
  ///   elsewhere `09:15-10:00` is from one time to another.
  init?(_ text: some StringProtocol, isISO: Bool = false) {
    let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") }
    var rest = bytes[...]
    let digits = Self.digits(&rest)
    guard (1...4).contains(digits.count) else { return nil }
    // `0915`: the last two of three or four digits are the minutes.
    let isRunTogether = digits.count > 2
    hour = Self.number(digits.dropLast(isRunTogether ? 2 : 0))
    minute = isRunTogether ? Self.number(digits.suffix(2)) : 0
    let isHourAlone = !isRunTogether && rest.first != UInt8(ascii: ":") && rest.first != UInt8(ascii: ".")
    if !isHourAlone, !isRunTogether {
      rest.removeFirst()
      guard let minute = Self.twoDigits(&rest) else { return nil }
      self.minute = minute
      if rest.first == UInt8(ascii: ":") {
        rest.removeFirst()
        second = Self.twoDigits(&rest)
        if second == nil { return nil }
        if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
          rest.removeFirst()
          fraction = String(decoding: Self.digits(&rest), as: UTF8.self)
          if fraction.isEmpty { return nil }
        }
      }
    }
    let ending = String(decoding: rest, as: UTF8.self)
    let half = ending.lowercased().filter { $0 != "." }
    if half == "am" || half == "pm" {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    } else if isHourAlone {
      return nil
    } else if half != "hrs", half != "h" {
      // Three digits alone may be anything.
      guard digits.count != 3, ending.first != "-" || isISO || second != nil, let zone = Self.zone(ending[...])
      else { return nil }
      self.zone = zone
    }
    guard hour <= 23, minute <= 59, second ?? 0 <= 60 else { return nil }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// Takes the digits at the beginning.
  private static func digits(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = text.prefix { $0 &- UInt8(ascii: "0") < 10 }
    text = text[digits.endIndex...]
    return digits
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func twoDigits(_ text: inout ArraySlice<UInt8>) -> Int? {
    let digits = digits(&text)
    return digits.count == 2 ? number(digits) : nil
  }

  private static func zone(_ text: Substring) -> String? {
    guard let sign = text.first else { return "" }
    if text == "Z" || text == "z" || text == "UTC" || text == "GMT" { return "Z" }
    guard sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 4 || digits.count == 2, digits.allSatisfy({ isDigit($0) }) else { return nil }
    let minutes = digits.count == 4 ? String(digits.suffix(2)) : "00"
    // EDTF does not allow -00:00.
    if digits.allSatisfy({ $0 == "0" }) { return "Z" }
    return "\(sign)\(digits.prefix(2)):\(minutes)"
  }

  /// Midnight to the second, which programs write for a date without a time.
  var isMidnight: Bool { hour == 0 && minute == 0 && second == 0 && fraction.allSatisfy { $0 == "0" } }

  /// As EDTF writes it after the `T`.
  var edtf: String { Digits.two(hour) + ":" + Digits.two(minute) + ":" + Digits.two(second ?? 0) + zone }

  /// As a cell of a spreadsheet has it: without seconds of 00, unless a minus sign after the minutes would make it a
  /// range of times.
  var cell: String { second == 0 && zone.first != "-" ? "\(Digits.two(hour)):\(Digits.two(minute))\(zone)" : edtf }

  /// As a person reads it.
  var words: String {
    let seconds = second.map { ":\(Digits.two($0))" } ?? ""
    return "\(Digits.two(hour)):\(Digits.two(minute))\(seconds)\(fraction.isEmpty ? "" : ".\(fraction)")"
      + (zone.isEmpty ? "" : zone == "Z" ? " UTC" : " UTC\(zone)")
  }

  /// Digits whose order is that of the times.
  var sorting: String {
    Digits.two(hour) + Digits.two(minute) + Digits.two(second ?? 0) + fraction
  }
}
