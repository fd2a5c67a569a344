/// How many cells a date should take in a list.
private let width = 14

extension CalendarDate {
  /// "12 Mar 2009", "Feb 2007", "1990s", "25 Dec 1560s"; a day or month that is unknown is left out.
  func short(_ dash: String) -> String {
    qualifiers.union.short(of: plainShort(dash))
  }

  private func plainShort(_ dash: String) -> String {
    guard let month, month.isSpecified else { return year.short(dash, isAlone: true) }
    let name = Wording.shortMonths[month.number - 1] + " " + year.short(dash, isAlone: false)
    guard let day, day.isSpecified else { return name }
    return "\(day.number) " + name
  }

  /// The date down to its year (1), month (2) or day (3), without the parts that `next` says after it.
  func short(to depth: Int, before next: CalendarDate? = nil) -> String {
    let isSameYear = next?.year == year
    let isSameMonth = isSameYear && next?.month == month
    var text = ""
    func add(_ part: String) { text += text.isEmpty ? part : " " + part }
    if depth >= 3, let day { add("\(day.number)") }
    if depth >= 2, let month, !isSameMonth { add(Wording.shortMonths[month.number - 1]) }
    if !isSameYear { add(Wording.year(year.first)) }
    return text
  }
}

extension YearDigits {
  fileprivate func short(_ dash: String, isAlone: Bool) -> String {
    if isSpecified { return Wording.year(first) }
    if unspecifiedFromRight == 1 && first >= 1000 { return "\(first)s" }
    if isNegative || isAlone && !isUnknown { return Wording.year(first) + dash + Wording.year(last) }
    return digits.map { $0.map(String.init) ?? "?" }.joined()
  }
}

extension SingleDate {
  func short(_ dash: String) -> String {
    switch self {
    case .calendar(let date): date.short(dash)
    case .season(let season): season.short(dash)
    case .year(let year): year.short(dash)
    }
  }
}

extension SeasonDate {
  /// "spring 2008", "winter 07/08", "Q3 2008", "late 2008" (its last four months), "H1 2008".
  func short(_ dash: String) -> String {
    let year = self.year.short(dash, isAlone: false)
    switch code {
    case 21...32:
      guard months.first == 12, self.year.isSpecified, self.year.first >= 1000 else {
        return qualifiers.union.short(of: Wording.seasons[(code - 21) % 4] + " " + year)
      }
      let years = Digits.two(self.year.first % 100) + "/" + Digits.two((self.year.first + 1) % 100)
      return qualifiers.union.short(of: Wording.seasons[(code - 21) % 4] + " " + years)
    case 33...36: return qualifiers.union.short(of: "Q\(code - 32) " + year)
    case 37...39: return qualifiers.union.short(of: ["early ", "mid ", "late "][code - 37] + year)
    default: return qualifiers.union.short(of: "H\(code - 39) " + year)
    }
  }
}

extension LongYear {
  func short(_ dash: String) -> String {
    if years.count == 1 { return qualifier.short(of: Wording.year(year)) }
    return qualifier.union(.approximate).short(of: Wording.year(year))
  }
}

extension DateInterval {
  /// "2004–2005", "Feb–Aug 2007", "3–12 Mar 2009"; in months or years where days or months would be too long.
  func short(_ dash: String) -> String {
    switch (start, end) {
    case (.date(let start), .date(let end)): return SingleDate.short(from: start, to: end, dash)
    case (.open, .date(let end)): return "to " + end.short(dash)
    case (.date(let start), .open): return "from " + start.short(dash)
    case (.unknown, .date(let end)): return "?" + dash + end.short(dash)
    case (.date(let start), .unknown): return start.short(dash) + dash + "?"
    case (.open, .open): return "any time"
    default: return "unknown"
    }
  }
}

extension SingleDate {
  fileprivate static func short(from start: SingleDate, to end: SingleDate, _ dash: String) -> String {
    if start == end { return start.short(dash) }
    let qualifier = start.qualifier.union(end.qualifier)
    if case .calendar(let first) = start, case .calendar(let last) = end, first.isSpecified, last.isSpecified {
      for depth in [3, 2] where first.count == last.count && last.count >= depth {
        if depth == 2 && first.month == last.month && first.year == last.year {
          return qualifier.short(of: last.short(to: 2))
        }
        let text = qualifier.short(of: first.short(to: depth, before: last) + dash + last.short(to: depth))
        if text.count <= width { return text }
      }
    } else if case let text = start.short(dash) + dash + end.short(dash), text.count <= width {
      return text
    }
    return qualifier.short(of: years(start.bounds.earliest, end.bounds.latest, dash))
  }

  /// "2004–2005", or one year.
  fileprivate static func years(_ first: Bound, _ last: Bound, _ dash: String) -> String {
    guard let first = first.day?.year, let last = last.day?.year else { return "" }
    return first == last ? Wording.year(first) : Wording.year(first) + dash + Wording.year(last)
  }
}

extension DateSet {
  /// "Nov/Dec 2008", or the years from the first to the last; with a question mark for one day somewhere in a span, so
  /// that it does not look like something that lasted.
  func short(_ dash: String) -> String {
    if members.count == 1, case .date(let date) = members[0] { return date.short(dash) }
    if members.count == 1, !isAll, case .range(let first, let last) = members[0] {
      let text = SingleDate.short(from: first, to: last, dash) + "?"
      return text.count <= width ? text : SingleDate.years(bounds.earliest, bounds.latest, dash) + "?"
    }
    let dates = members.compactMap { if case .date(let date) = $0 { date.plain } else { nil } }
    if dates.count == members.count, let last = dates.last, dates.allSatisfy({ $0.count == last.count }) {
      let text =
        dates.dropLast().map { $0.short(to: last.count, before: last) }.joined(separator: "/") + "/"
        + last.short(to: last.count)
      if text.count <= width { return text }
    }
    let bounds = self.bounds
    switch (bounds.earliest, bounds.latest) {
    case (.open, .day(let last)): return qualifier.short(of: "to " + Wording.year(last.year))
    case (.day(let first), .open): return qualifier.short(of: "from " + Wording.year(first.year))
    case (.open, .open): return "any time"
    default: return qualifier.short(of: SingleDate.years(bounds.earliest, bounds.latest, dash))
    }
  }
}
