/// An all-digit date: "12/03/2009" (the day first, as in Britain), "12.3.09", "2007/08/03", "03/2009".
struct NumericDate {
  struct Number {
    var value: Int
    var digits: Int
    var offset: Int
    var followsHyphen: Bool

    init(value: Int, digits: Int, offset: Int, followsHyphen: Bool) {
      (self.value, self.digits, self.offset, self.followsHyphen) = (value, digits, offset, followsHyphen)
    }

    init?(_ token: NaturalDateToken) {
      guard case .number(let value, let digits) = token.kind else { return nil }
      self.init(value: value, digits: digits, offset: token.offset, followsHyphen: false)
    }

    fileprivate var part: NaturalDateParts.Number { NaturalDateParts.Number(value: value, offset: offset) }
  }

  let day: NaturalDateParts.Number?
  let month: NaturalDateParts.Number
  let year: NaturalDateParts.Number

  init(_ numbers: [Number]) throws(NaturalDateError) {
    switch numbers.count {
    case 3 where numbers[0].digits == 4:
      (year, month, day) = (numbers[0].part, numbers[1].part, numbers[2].part)
      try NumericDate.check(month: numbers[1], day: numbers[2], year: numbers[0].value)
    case 3:
      let last = numbers[2]
      guard last.digits == 4 || last.digits == 2, numbers[0].digits <= 2, numbers[1].digits <= 2 else {
        throw NaturalDateError(reason: "expected a day, a month and a year", offset: numbers[0].offset)
      }
      let full = last.digits == 4 ? last.value : NaturalDateParts.year(ofTwoDigits: last.value)
      year = NaturalDateParts.Number(value: full, offset: last.offset)
      (month, day) = (numbers[1].part, numbers[0].part)
      try NumericDate.check(month: numbers[1], day: numbers[0], year: full)
    case 2:
      (month, year) = try NumericDate.monthAndYear(numbers[0], numbers[1])
      day = nil
    default:
      throw NaturalDateError(reason: "too many numbers for a date", offset: numbers[min(3, numbers.count - 1)].offset)
    }
  }

  private static func monthAndYear(
    _ first: Number, _ second: Number
  ) throws(NaturalDateError) -> (month: NaturalDateParts.Number, year: NaturalDateParts.Number) {
    if second.digits == 4 && first.digits <= 2 {
      try check(month: first, day: nil, year: second.value)
      return (first.part, second.part)
    }
    guard first.digits == 4, second.digits <= 2 else {
      throw NaturalDateError(reason: "which year? Four digits are needed here", offset: second.offset)
    }
    let next = second.digits == 2 ? (first.value + 1) % 100 : (first.value + 1) % 10
    // 2007-08 is EDTF, so it is plainly a month; 2007/08 and 2007-8 are not.
    if second.value == next && !(second.followsHyphen && second.digits == 2 && second.value <= 12) {
      let isMonth = (1...12).contains(second.value)
      throw NaturalDateError(
        reason: isMonth
          ? "this may be \(Wording.months[second.value - 1]) \(first.value), or \(first.value) to \(first.value + 1)"
          : "two years are written \(first.value) to \(first.value + 1)",
        offset: first.offset,
        suggestion: isMonth
          ? "\(Wording.months[second.value - 1]) \(Digits.year(first.value))"
          : "\(Digits.year(first.value)) to \(Digits.year(first.value + 1))")
    }
    try check(month: second, day: nil, year: first.value)
    return (second.part, first.part)
  }

  /// Rejects a month that does not exist, and suggests the American order if that would be a date.
  private static func check(month: Number, day: Number?, year: Int) throws(NaturalDateError) {
    guard !(1...12).contains(month.value) else { return }
    var suggestion: String?
    if let day, (1...12).contains(day.value), month.value <= Day.count(month: day.value, year: year), month.value > 0 {
      suggestion = "\(month.value) \(Wording.months[day.value - 1]) \(Digits.year(year))"
    }
    throw NaturalDateError(
      reason: "there is no month \(month.value): months run 1 to 12"
        + (suggestion == nil ? "" : ", and the day comes first"), offset: month.offset, suggestion: suggestion)
  }
}
