package import EDTF

extension EDTFDate {
  /// What a list needs of a date, without building its value: plain years, months and days (`1985`, `1985-04`,
  /// `1985-04-12`) are parsed directly, everything else by the full parser. `second` is that of the day, for a time.
  package static func span(
    utf8 bytes: UnsafeBufferPointer<UInt8>
  ) throws(EDTFError) -> (span: DaySpan, precision: Precision, second: Int?) {
    if let (span, precision) = plainSpan(bytes) { return (span, precision, nil) }
    let date = try EDTFDate(utf8: bytes)
    return (DaySpan(date.bounds), date.precision, date.secondOfDay)
  }

  private static func plainSpan(_ bytes: UnsafeBufferPointer<UInt8>) -> (span: DaySpan, precision: Precision)? {
    guard bytes.count == 10 || bytes.count == 7 || bytes.count == 4,
      let century = pair(bytes, 0), let rest = pair(bytes, 2)
    else { return nil }
    let year = century * 100 + rest
    if bytes.count == 4 { return (span(from: (year, 1), count: Day.isLeap(year) ? 366 : 365), .year) }
    guard bytes[4] == UInt8(ascii: "-"), let month = pair(bytes, 5), (1...12).contains(month) else { return nil }
    let length = Day.count(month: month, year: year)
    if bytes.count == 7 { return (span(from: (year, month), count: length), .month) }
    guard bytes[7] == UInt8(ascii: "-"), let day = pair(bytes, 8), (1...length).contains(day) else { return nil }
    let number = Int32(Day(unchecked: year, month, day).number)
    return (DaySpan(earliest: number, latest: number), .day)
  }

  private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let tens = bytes[index] &- UInt8(ascii: "0")
    let ones = bytes[index + 1] &- UInt8(ascii: "0")
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }

  private static func span(from first: (year: Int, month: Int), count: Int) -> DaySpan {
    let day = Int32(Day(unchecked: first.year, first.month, 1).number)
    return DaySpan(earliest: day, latest: day + Int32(count) - 1)
  }
}

extension DaySpan {
  /// The same bounds in eight bytes; days out of range (more than about 5.8 million years from now) are clamped.
  package init(_ bounds: Bounds) {
    self.init(
      earliest: DaySpan.clamp(bounds.earliest, open: DaySpan.openStart),
      latest: DaySpan.clamp(bounds.latest, open: DaySpan.openEnd))
  }

  /// The range of numbers that represent a day rather than an open or unknown end.
  static let days = (Int32.min + 2)...(Int32.max - 1)

  private static func clamp(_ bound: Bound, open: Int32) -> Int32 {
    switch bound {
    case .open: open
    case .unknown: DaySpan.unknown
    case .day(let day): Int32(min(max(day.number, Int(days.lowerBound)), Int(days.upperBound)))
    }
  }

  /// The bounds, exact unless days were clamped.
  package var bounds: Bounds {
    Bounds(
      earliest: DaySpan.bound(earliest, open: DaySpan.openStart), latest: DaySpan.bound(latest, open: DaySpan.openEnd))
  }

  private static func bound(_ number: Int32, open: Int32) -> Bound {
    number == DaySpan.unknown ? .unknown : number == open ? .open : .day(Day(number: Int(number)))
  }
}

extension DaySpan {
  /// Whether a day was out of range and has been clamped.
  package var isClamped: Bool {
    earliest == DaySpan.days.lowerBound || earliest == DaySpan.days.upperBound
      || latest == DaySpan.days.lowerBound || latest == DaySpan.days.upperBound
  }
}

extension ChronologicalKey {
  /// The key for bounds in eight bytes. Clamped days compare as equal here (see `DaySpan.isClamped`), so a list that
  /// contains any must compare the dates themselves.
  package init(_ span: DaySpan, _ precision: Precision) {
    self.init(
      place: span.place == DaySpan.nowhere ? .max : Int(span.place), hasStart: span.hasStart,
      latest: span.latest == DaySpan.openEnd ? .max - 1 : span.latest == DaySpan.unknown ? .max : Int(span.latest),
      precision)
  }
}
