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
}

extension SingleDate {
  /// A plain date without qualifiers and unspecified digits.
  var plain: CalendarDate? {
    guard case .calendar(let date) = self, date.isSpecified, date.qualifiers.isEmpty else { return nil }
    return date
  }

  /// What comes before "or before": "on" a day, "in" a month; nil before what is only roughly known.
  var preposition: String? {
    switch self {
    case .calendar: plain.map { $0.day == nil ? "in" : "on" }
    case .season(let season): season.year.isSpecified && season.qualifiers.isEmpty ? "in" : nil
    case .year(let year): year.qualifier.isEmpty && year.years.count == 1 ? "in" : nil
    }
  }

  /// The words of this date without what another says after it: "3" before "12 March 2009", "February" before
  /// "August 2007". Nil where they share nothing.
  func shared(with other: SingleDate) -> String? {
    guard let a = plain, let b = other.plain, a.count == b.count, a.year == b.year, let month = a.month else {
      return nil
    }
    guard let day = a.day else { return Wording.months[month.number - 1] }
    return month == b.month ? "\(day.number)" : "\(day.number) " + Wording.months[month.number - 1]
  }
}
