/// A day with a time of that day: `1985-04-12T23:20:30+04:30`. The time shift does not move the day.
struct DateTime: Hashable, Sendable {
  enum Zone: Hashable, Sendable {
    case local
    case utc
    /// Minutes ahead of UTC (negative when behind), and whether the minutes are written.
    case shift(Int, writesMinutes: Bool)
  }

  let date: CalendarDate
  let hour: Int
  let minute: Int
  let second: Int
  let zone: Zone

  /// Reads what follows the `T`.
  init(of date: CalendarDate, _ scanner: inout EDTFScanner) throws(EDTFError) {
    self.date = date
    let start = scanner.position
    hour = try DateTime.number(&scanner, 23, "hour")
    try DateTime.colon(&scanner)
    minute = try DateTime.number(&scanner, 59, "minute")
    try DateTime.colon(&scanner)
    second = try DateTime.number(&scanner, 60, "second")
    zone = try DateTime.zone(&scanner)
    if second == 60 {
      var shift = 0
      if case .shift(let minutes, _) = zone { shift = minutes }
      guard (hour * 60 + minute - shift + 2880) % 1440 == 1439 else {
        throw scanner.error(
          "there is no second 60 here: only the last minute of a day of UTC may have one", at: start + 6)
      }
    }
  }

  private static func zone(_ scanner: inout EDTFScanner) throws(EDTFError) -> Zone {
    if scanner.take("Z") { return .utc }
    let start = scanner.position
    let sign = scanner.next
    guard scanner.take("+") || scanner.take("-") else { return .local }
    let hours = try number(&scanner, 23, "hour of a time shift")
    let writesMinutes = scanner.take(":")
    let minutes = writesMinutes ? try number(&scanner, 59, "minute of a time shift") : 0
    let shift = hours * 60 + minutes
    if sign == UInt8(ascii: "-") && shift == 0 {
      throw scanner.error("there is no time shift -00:00: no shift is Z or +00:00", at: start)
    }
    return .shift(sign == UInt8(ascii: "-") ? -shift : shift, writesMinutes: writesMinutes)
  }

  private static func colon(_ scanner: inout EDTFScanner) throws(EDTFError) {
    guard scanner.take(":") else {
      throw scanner.error("a time has hours, minutes and seconds with colons, 23:20:30; here is \(scanner.found)")
    }
  }

  private static func number(_ scanner: inout EDTFScanner, _ limit: Int, _ name: StaticString) throws(EDTFError) -> Int
  {
    let start = scanner.position
    guard let tens = scanner.takeDigit(), let ones = scanner.takeDigit() else {
      throw scanner.error("the \(name) has two digits; here is \(scanner.found)")
    }
    let number = tens * 10 + ones
    guard number <= limit else {
      throw scanner.error("there is no \(name) \(Digits.two(number)): it runs 00 to \(limit)", at: start)
    }
    return number
  }

  var time: String { Digits.two(hour) + ":" + Digits.two(minute) + ":" + Digits.two(second) }

  var description: String {
    let text = date.description + "T" + time
    switch zone {
    case .local: return text
    case .utc: return text + "Z"
    case .shift(let shift, let writesMinutes):
      let minutes = Int(shift.magnitude)
      return text + (shift < 0 ? "-" : "+") + Digits.two(minutes / 60)
        + (writesMinutes ? ":" + Digits.two(minutes % 60) : "")
    }
  }
}
