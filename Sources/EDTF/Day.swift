/// A day of the proleptic Gregorian calendar, with astronomical year numbering (year 0 is 1 BC).
///
/// Years run from `-Day.lastYear` to `Day.lastYear`; within these limits no arithmetic on days can overflow.
public struct Day: Hashable, Comparable, Sendable {
  /// The last year that can be written: fifteen digits, far beyond the age of the universe. The first year is its
  /// negative.
  public static let lastYear = 999_999_999_999_999

  /// Days since 1970-01-01.
  public let number: Int

  /// Returns nil if the calendar has no such day, or if the year is outside the limits.
  @inlinable public init?(year: Int, month: Int, day: Int) {
    guard (-Day.lastYear...Day.lastYear).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.count(month: month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// The day that many days after 1970-01-01, clamped to the first and last representable day.
  @inlinable public init(number: Int) {
    self.number = min(max(number, Day.first), Day.last)
  }

  @usableFromInline static let first = Day(unchecked: -Day.lastYear, 1, 1).number
  @usableFromInline static let last = Day(unchecked: Day.lastYear, 12, 31).number

  /// For a day known to exist. Counts in 400-year eras (146,097 days) beginning on 1 March, so that the leap day is
  /// the last of its year.
  @inlinable package init(unchecked year: Int, _ month: Int, _ day: Int) {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The astronomical year: 0 is 1 BC, -1 is 2 BC.
  @inlinable public var year: Int { civil.year }
  /// 1 to 12.
  @inlinable public var month: Int { civil.month }
  /// 1 to 31.
  @inlinable public var day: Int { civil.day }

  /// The inverse of the initialiser's calculation.
  @inlinable public var civil: (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int {
    let remainder = (number + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// Whether the first day precedes the second.
  @inlinable public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Whether the astronomical year has a 29 February in the proleptic Gregorian calendar.
  @inlinable public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days in a month.
  /// - Parameters:
  ///   - month: 1 to 12; not checked.
  ///   - year: the astronomical year, which matters for February.
  @inlinable public static func count(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601 with at least four digits in the year: "2007-02-01", "-0043-03-15", "170000002-01-01".
  public var description: String {
    let (year, month, day) = civil
    return Digits.year(year) + "-" + Digits.two(month) + "-" + Digits.two(day)
  }
}
