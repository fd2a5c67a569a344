extension DateInterval {
  /// "from 2004 to 2007", "on or before 12 March 2009", "from 2008 onwards".
  var words: String {
    switch (start, end) {
    case (.date(let start), .date(let end)):
      if start == end { return start.words }
      return "from " + (start.shared(with: end) ?? start.words) + " to " + end.words
    case (.open, .date(let end)): return (end.preposition.map { "\($0) or before " } ?? "up to ") + end.words
    case (.date(let start), .open): return "from " + start.words + " onwards"
    case (.unknown, .date(let end)): return "from an unknown date to " + end.words
    case (.date(let start), .unknown): return "from " + start.words + " to an unknown date"
    case (.open, .open): return "at any time"
    case (.unknown, .unknown): return "an unknown date"
    case (.open, .unknown): return "up to an unknown date"
    case (.unknown, .open): return "from an unknown date onwards"
    }
  }

  /// The month if it lies in one; else mostly in years: "2008 to 2009", "from 2008 onwards", "until 12 March 2009"; nil if an end has no brief form.
  var brief: String? {
    if let month = bounds.monthInWords { return month }
    let (first, last) = (bounds.earliest.day?.year, bounds.latest.day?.year)
    switch (start, end) {
    case (.date, .date): return Wording.years(first, last)
    case (.open, .date): return last.map { "up to " + Wording.year($0) }
    case (.date, .open): return first.map { "from " + Wording.year($0) + " onwards" }
    case (.unknown, .date(let end)):
      return end.words.count <= 18 ? "until " + end.words : last.map { "until " + Wording.year($0) }
    case (.date, .unknown): return first.map { "from " + Wording.year($0) + ", end unknown" }
    default: return nil
    }
  }
}

extension Bounds {
  /// The month that both ends lie in: "March 2009"; nil if there is none.
  var monthInWords: String? {
    guard let first = earliest.day?.civil, let last = latest.day?.civil,
      (first.year, first.month) == (last.year, last.month)
    else { return nil }
    return "\(Wording.months[first.month - 1]) \(Wording.year(first.year))"
  }
}

extension SingleDate {
  /// The date if it is a plain one, without qualifiers or unspecified digits.
  var plain: CalendarDate? {
    guard case .calendar(let date) = self, date.isSpecified, date.qualifiers.isEmpty else { return nil }
    return date
  }

  /// The preposition before "or before": "on" for a day, "in" for a month; nil before an approximate date.
  var preposition: String? {
    switch self {
    case .calendar: plain.map { $0.day == nil ? "in" : "on" }
    case .season(let season): season.year.isSpecified && season.qualifiers.isEmpty ? "in" : nil
    case .year(let year): year.qualifier.isEmpty && year.years.count == 1 ? "in" : nil
    }
  }

  /// The words of this date without the parts that `other` repeats: "3" before "12 March 2009", "February" before
  /// "August 2007". Nil if they share nothing.
  func shared(with other: SingleDate) -> String? {
    guard let a = plain, let b = other.plain, a.year == b.year, let month = a.month,
      a.count == b.count || a.count < b.count && month != b.month
    else { return nil }
    guard let day = a.day else { return Wording.months[month.number - 1] }
    return month == b.month ? "\(day.number)" : "\(day.number) " + Wording.months[month.number - 1]
  }
}
