/// The parts of one typed date understood so far, before it is known to be valid.
struct NaturalDateParts {
  struct Number {
    var value: Int
    var offset: Int
  }

  var day: Number?
  var month: Number?
  var year: Number?
  /// 21 to 41, as in EDTF.
  var season: Number?
  /// 0 for early, 1 for mid, 2 for late.
  var third: Number?
  /// The first year of the decade.
  var decade: Number?
  /// 20 for the years 1901 to 2000.
  var century: Number?
  /// 0 for Monday.
  var weekday: Number?
  var qualifier: Qualifier = []
  var notes: [String] = []
  /// EDTF as typed, replacing everything else.
  var verbatim: String?
  /// Where the date ends, for errors about missing parts.
  var end = 0

  /// Two digits stand for 1930 to 2029. The interpretation is always shown.
  static func year(ofTwoDigits digits: Int) -> Int { digits < 30 ? 2000 + digits : 1900 + digits }

  /// Takes the month and year that it lacks from the other date of a pair: "feb and aug 2007", "3 to 12 March 2009".
  mutating func inherit(from other: NaturalDateParts) {
    guard decade == nil, century == nil, !isEmpty else { return }
    if month == nil && day != nil && season == nil { month = other.month }
    if year == nil { year = other.year }
  }

  private var isEmpty: Bool {
    day == nil && month == nil && year == nil && season == nil && third == nil && decade == nil && century == nil
  }

  /// The date in EDTF, as an interval if EDTF has no single date for it.
  func edtf() throws(NaturalDateError) -> String {
    if let verbatim { return verbatim }
    if let decade { return try edtf(ofDecade: decade) }
    if let century { return try edtf(ofCentury: century) }
    guard let year else {
      throw NaturalDateError(
        reason: isEmpty ? "there is no date here: a year at least is needed" : "which year?", offset: end)
    }
    guard (-9999...9999).contains(year.value) else {
      throw NaturalDateError(reason: "years are typed with four digits at most", offset: year.offset)
    }
    let yearText = Digits.year(year.value)
    if let season {
      if let extra = month ?? day ?? third { throw NaturalDateParts.surplus(extra) }
      return yearText + "-\(season.value)" + qualifier.sign
    }
    guard let month else {
      if let day { throw NaturalDateError(reason: "a day needs its month", offset: day.offset) }
      if let weekday { throw NaturalDateError(reason: "a weekday needs a whole date", offset: weekday.offset) }
      return yearText + (third.map { "-\(37 + $0.value)" } ?? "") + qualifier.sign
    }
    guard (1...12).contains(month.value) else {
      throw NaturalDateError(reason: "there is no month \(month.value): months run 1 to 12", offset: month.offset)
    }
    let text = yearText + "-" + Digits.two(month.value)
    let length = Day.count(month: month.value, year: year.value)
    guard let day else {
      if let weekday { throw NaturalDateError(reason: "a weekday needs a whole date", offset: weekday.offset) }
      guard let third else { return text + qualifier.sign }
      let days = [(1, 10), (11, 20), (21, length)][third.value]
      return text + "-" + Digits.two(days.0) + qualifier.sign + "/" + text + "-" + Digits.two(days.1) + qualifier.sign
    }
    if let third { throw NaturalDateParts.surplus(third) }
    guard (1...length).contains(day.value) else {
      let name = Wording.months[month.value - 1] + " " + Wording.year(year.value)
      throw NaturalDateError(
        reason: "\(name) has \(length) days", offset: day.offset,
        suggestion: (29...31).contains(day.value) ? "\(length) \(name)" : nil)
    }
    return text + "-" + Digits.two(day.value) + qualifier.sign
  }

  /// Further remarks: the notes, and whether the weekday is wrong.
  var remarks: [String] {
    guard let weekday, let year, let month, let day,
      let date = Day(year: year.value, month: month.value, day: day.value), date.weekday != weekday.value
    else { return notes }
    let name = "\(day.value) \(Wording.months[month.value - 1]) \(Wording.year(year.value))"
    return notes + ["\(name) is a \(Wording.weekdays[date.weekday]), not a \(Wording.weekdays[weekday.value])"]
  }

  private func edtf(ofDecade decade: Number) throws(NaturalDateError) -> String {
    if let extra = day ?? month ?? year ?? season { throw NaturalDateParts.surplus(extra) }
    let first = Digits.year(decade.value)
    guard let third else { return first.dropLast() + "X" + qualifier.sign }
    let years = [(0, 3), (4, 6), (7, 9)][third.value]
    return Digits.year(decade.value + years.0) + qualifier.sign + "/" + Digits.year(decade.value + years.1)
      + qualifier.sign
  }

  private func edtf(ofCentury century: Number) throws(NaturalDateError) -> String {
    if let extra = day ?? month ?? year ?? season ?? third { throw NaturalDateParts.surplus(extra) }
    guard (1...99).contains(century.value) else {
      throw NaturalDateError(reason: "there is no such century", offset: century.offset)
    }
    return Digits.year(century.value * 100 - 99) + qualifier.sign + "/" + Digits.year(century.value * 100)
      + qualifier.sign
  }

  static func surplus(_ number: Number) -> NaturalDateError {
    NaturalDateError(reason: "this does not go with the rest of the date", offset: number.offset)
  }
}
