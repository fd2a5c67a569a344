extension DateSet {
  /// "November or December 2008", "between October 2008 and March 2009", "1667, 1668 and all of 1670 to 1672",
  /// "by 3 December 1760", "2004 or later".
  var words: String {
    let words = members.indices.map { index in
      let date = members[index]
      // The month and year are given once, after the last of several days or months.
      guard case .date(let this) = date, index + 1 < members.count, let last = members.last,
        case .date(let final) = last,
        members[index...].allSatisfy({ $0.first.shared(with: final) != nil }),
        let short = this.shared(with: final)
      else { return date.words(isAll: isAll, isAlone: members.count == 1) }
      return short
    }
    return Wording.list(words, isAll ? "and" : "or")
  }

  /// The month if it lies in one, "March 2009"; else in years: "between 2007 and 2009", "2008 or 2009", "by 2009",
  /// "2008 or later"; nil if there is no year.
  var brief: String? {
    if let month = bounds.monthInWords { return month }
    switch (bounds.earliest.day?.year, bounds.latest.day?.year) {
    case (let first?, let last?):
      if isAll || first == last { return Wording.years(first, last) }
      let names = [first, last].map(Wording.year)
      return first + 1 == last ? names.joined(separator: " or ") : "between " + names.joined(separator: " and ")
    case (nil, let last?): return "by " + Wording.year(last)
    case (let first?, nil): return Wording.year(first) + " or later"
    case (nil, nil): return nil
    }
  }
}

extension DateSet.Member {
  func words(isAll: Bool, isAlone: Bool) -> String {
    switch self {
    case .date(let date): return date.words
    case .range(let first, let last):
      let (first, last) = SingleDate.ends(first, last)
      let start = first.shared(with: last) ?? first.words
      if isAlone && !isAll {
        return first.isNext(to: last) ? "\(start) or \(last.words)" : "between \(start) and \(last.words)"
      }
      return (isAll ? "all of " : "any of ") + start + " to " + last.words
    case .onOrBefore(let date): return (isAll ? "all until " : "by ") + date.words
    case .onOrAfter(let date): return isAll ? "all from \(date.words) onwards" : "\(date.words) or later"
    }
  }
}

extension SingleDate {
  /// The ends of a range as a person would say them. If they lie in different months, the first day of a month becomes
  /// that month, or the year if the years differ too; likewise the last day. The range still covers the same days.
  static func ends(_ first: SingleDate, _ last: SingleDate) -> (first: SingleDate, last: SingleDate) {
    guard let start = first.plain, let end = last.plain, start.day != nil, end.day != nil,
      start.year != end.year || start.month != end.month
    else { return (first, last) }
    let isOtherYear = start.year != end.year
    return (
      start.rounded(opening: start.first, isOtherYear: isOtherYear),
      end.rounded(opening: Day(number: end.last.number + 1), isOtherYear: isOtherYear)
    )
  }

  /// Whether `other` begins on the day after this one ends: "between" would then leave nothing in between.
  func isNext(to other: SingleDate) -> Bool {
    guard let end = bounds.latest.day, let start = other.bounds.earliest.day, plain?.count == other.plain?.count else {
      return false
    }
    return end.number + 1 == start.number
  }
}

extension CalendarDate {
  /// A day rounded to the month or year that begins, or ends, on it.
  /// - Parameter opening: the day itself, or for the end of a range the day after it.
  fileprivate func rounded(opening: Day, isOtherYear: Bool) -> SingleDate {
    guard opening.civil.day == 1 else { return .calendar(self) }
    let isYear = isOtherYear && opening.civil.month == 1
    let date = CalendarDate(year: year, month: isYear ? nil : month, qualifiers: qualifiers)
    return .calendar(date ?? self)
  }
}
