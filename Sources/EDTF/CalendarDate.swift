/// A year, a month or a day: `1985`, `1985-04`, `1985-04-12`, with unspecified digits and qualifiers anywhere.
struct CalendarDate: Hashable, Sendable {
  let year: YearDigits
  let month: DigitPair?
  let day: DigitPair?
  var qualifiers: Qualifiers
  let first: Day
  let last: Day

  /// Computes the bounds; nil if no day of the calendar matches.
  init?(year: YearDigits, month: DigitPair? = nil, day: DigitPair? = nil, qualifiers: Qualifiers) {
    self.year = year
    self.month = month
    self.day = day
    self.qualifiers = qualifiers
    guard let month else {
      first = Day(unchecked: year.first, 1, 1)
      last = Day(unchecked: year.last, 12, 31)
      return
    }
    if year.isSpecified && month.isSpecified && day?.isSpecified != false {
      let (year, month) = (year.first, month.number)
      guard (1...12).contains(month) else { return nil }
      let length = Day.count(month: month, year: year)
      if let day, !(1...length).contains(day.number) { return nil }
      first = Day(unchecked: year, month, day?.number ?? 1)
      last = Day(unchecked: year, month, day?.number ?? length)
      return
    }
    let years = year.first...year.last
    guard let first = years.firstFit({ CalendarDate.fit(year, $0, month, day, latest: false) }),
      let last = years.reversed().firstFit({ CalendarDate.fit(year, $0, month, day, latest: true) })
    else { return nil }
    self.first = first
    self.last = last
  }

  /// The first or last day of a year that matches.
  private static func fit(_ pattern: YearDigits, _ year: Int, _ month: DigitPair, _ day: DigitPair?, latest: Bool)
    -> Day?
  {
    guard pattern.matches(year) else { return nil }
    for step in 1...12 {
      let number = latest ? 13 - step : step
      guard month.matches(number) else { continue }
      let length = Day.count(month: number, year: year)
      guard let day else { return Day(unchecked: year, number, latest ? length : 1) }
      for step in 1...length {
        let date = latest ? length + 1 - step : step
        if day.matches(date) { return Day(unchecked: year, number, date) }
      }
    }
    return nil
  }

  /// The number of components.
  var count: Int { day != nil ? 3 : month != nil ? 2 : 1 }

  var isSpecified: Bool { year.isSpecified && month?.isSpecified != false && day?.isSpecified != false }

  var bounds: Bounds { Bounds(first, last) }

  /// The part that is known: `1985-04-XX` is only as precise as a month.
  var precision: Precision {
    if !year.isSpecified { return .years }
    guard let month, month.isSpecified else { return .year }
    guard let day, day.isSpecified else { return .month }
    return .day
  }

  var description: String {
    if isSpecified && qualifiers.isEmpty && count == 3 { return first.description }
    return qualifiers.written([year.description, month?.description, day?.description].compactMap { $0 })
  }

  /// The lowest level that allows its unspecified digits: level 1 has them only from the right, and at most two in the
  /// year.
  var levelOfDigits: Int {
    if isSpecified { return 0 }
    switch (year.unspecifiedFromRight, month, day) {
    case (1, nil, nil), (2, nil, nil): return 1
    case (0, let month?, nil) where month.isUnknown: return 1
    case (0, let month?, let day?) where day.isUnknown && (month.isSpecified || month.isUnknown): return 1
    default: return 2
    }
  }
}

extension Sequence {
  /// The first non-nil result.
  fileprivate func firstFit<Result>(_ fit: (Element) -> Result?) -> Result? {
    for element in self {
      if let result = fit(element) { return result }
    }
    return nil
  }
}
