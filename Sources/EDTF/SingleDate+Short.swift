/// Dates for a list column. Among several forms the most precise that fits is chosen; each coarser one is also true.
struct ShortForms {
  let columns: Int
  let dash: String

  func of(_ date: SingleDate) -> String { date.short(dash) }

  /// "2004–2005", "Feb–Aug 2007", "3–12 Mar 2009".
  func of(_ interval: DateInterval) -> String {
    switch (interval.start, interval.end) {
    case (.date(let start), .date(let end)): first(range(from: start, to: end))
    case (.open, .date(let end)): first(["to " + end.short(dash), "to " + year(end.bounds.latest)])
    case (.date(let start), .open): first(["from " + start.short(dash), "from " + year(start.bounds.earliest)])
    case (.unknown, .date(let end)): first(["until " + end.short(dash), "until " + year(end.bounds.latest)])
    case (.date(let start), .unknown): start.short(dash) + dash + "?"
    case (.open, .open): "any time"
    default: "unknown"
    }
  }

  /// "Nov/Dec 2008", "by Mar 2007", "2004 or later", "between 2000 and 2007", "Oct 2008 – Mar 2009"; or the years from
  /// the first to the last.
  func of(_ set: DateSet) -> String {
    if set.members.count == 1 {
      switch set.members[0] {
      case .date(let date): return of(date)
      case .range(let first, let last):
        let range = range(from: first, to: last)
        let isYears = first.components == 1 && last.components == 1 && range.count == 1 && range[0].contains(dash)
        return self.first(isYears && !set.isAll && !first.isNext(to: last) ? [set.words] + range : range)
      case .onOrBefore(let date):
        return first(["by " + date.short(dash), "by " + year(date.bounds.latest)])
      case .onOrAfter(let date):
        return first([date.short(dash) + " or later", year(date.bounds.earliest) + " or later"])
      }
    }
    let dates = set.members.compactMap { if case .date(let date) = $0 { date.plain } else { nil } }
    var forms: [String] = []
    if dates.count == set.members.count, let last = dates.last, dates.allSatisfy({ $0.count == last.count }) {
      forms.append(
        dates.dropLast().map { $0.short(to: last.count, before: last) }.joined(separator: "/") + "/"
          + last.short(to: last.count))
    }
    let bounds = set.bounds
    switch (bounds.earliest, bounds.latest) {
    case (.open, .day(let last)): forms.append(set.qualifier.short(of: "by " + Wording.year(last.year)))
    case (.day(let first), .open): forms.append(set.qualifier.short(of: Wording.year(first.year) + " or later"))
    case (.open, .open): forms.append("any time")
    default: forms.append(set.qualifier.short(of: years(bounds.earliest, bounds.latest)))
    }
    return first(forms)
  }

  /// The first form that fits (the most precise), or the last.
  private func first(_ forms: [String]) -> String {
    forms.first { $0.count <= columns } ?? forms[forms.count - 1]
  }

  /// A range between two dates: as they are, in months, in years.
  private func range(from start: SingleDate, to end: SingleDate) -> [String] {
    if start == end { return [start.short(dash)] }
    let qualifier = start.qualifier.union(end.qualifier)
    let inYears = qualifier.short(of: years(start.bounds.earliest, end.bounds.latest))
    let (first, last) = SingleDate.ends(start, end)
    guard case .calendar(let first) = first, case .calendar(let last) = last, first.isSpecified, last.isSpecified else {
      return [joined(start.short(dash), end.short(dash)), inYears]
    }
    var forms: [String] = []
    for depth in [3, 2] where max(first.count, last.count) >= depth {
      let isOneMonth = first.month == last.month && first.year == last.year
      if depth == 2 && isOneMonth {
        forms.append(qualifier.short(of: last.short(to: 2)))
      } else {
        let opening = first.short(to: depth, before: first.count > 1 ? last : nil)
        let isUneven = min(first.count, depth) != min(last.count, depth)
        forms.append(qualifier.short(of: joined(opening, last.short(to: depth), isSpaced: isUneven)))
      }
    }
    return forms + [inYears]
  }

  /// Two dates joined by a dash, with spaces around it if the first has more than one part.
  private func joined(_ first: String, _ last: String, isSpaced: Bool = false) -> String {
    first + (isSpaced || first.contains(" ") ? " \(dash) " : dash) + last
  }

  /// "2004–2005", or one year.
  private func years(_ first: Bound, _ last: Bound) -> String {
    guard let first = first.day?.year, let last = last.day?.year else { return "" }
    return first == last ? Wording.year(first) : Wording.year(first) + dash + Wording.year(last)
  }

  private func year(_ bound: Bound) -> String { bound.day.map { Wording.year($0.year) } ?? "" }
}

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

  /// The date down to its year (1), month (2) or day (3), without the parts that `next` repeats.
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
