extension CalendarDate {
  /// "12 March 2009", "about 2003", "some time in the 1990s", "12 March 2009 (year uncertain)".
  var words: String {
    if let whole = qualifiers.whole(of: count) { return whole.words(of: plainWords) }
    return plainWords + " (" + qualifiers.words(["year", "month", "day"]) + ")"
  }

  private var plainWords: String {
    guard let month else { return year.words }
    guard let day else { return month.isSpecified || !month.isUnknown ? monthWords : "some month" + year.wordsInside }
    if month.isUnknown && day.isUnknown { return "some day" + year.wordsInside }
    if day.isUnknown { return "some day in " + monthWords }
    let length = month.isSpecified ? Day.count(month: month.number, year: year.isSpecified ? year.first : 2000) : 31
    let days = day.numbers(in: 1...length)
    if month.isSpecified {
      return
        (days.count > 4 ? "a day from \(days[0]) to \(days[days.count - 1])" : Wording.list(days.map { "\($0)" }, "or"))
        + " " + monthWords
    }
    let ordinals = days.map(Wording.ordinal)
    return "the " + (days.count > 4 ? "\(ordinals[0]) to \(ordinals[days.count - 1])" : Wording.list(ordinals, "or"))
      + " of " + (month.isUnknown ? "some month" + year.wordsInside : monthWords)
  }

  /// The month with its year: "February 2007", "January or November 1985", "December of an unknown year".
  private var monthWords: String {
    guard let month, !month.isUnknown else { return "some month" + year.wordsInside }
    let names = month.numbers(in: 1...12).map { Wording.months[$0 - 1] }
    let name = names.count > 3 ? "a month from \(names[0]) to \(names[names.count - 1])" : Wording.list(names, "or")
    return name + (year.isSpecified && names.count <= 3 ? " " + Wording.year(year.first) : year.wordsInside)
  }
}

extension YearDigits {
  /// A year standing alone: "1985", "some time in the 1990s".
  var words: String {
    if isSpecified { return Wording.year(first) }
    if isUnknown && !isNegative { return "an unknown year" }
    return unspecifiedFromRight == nil ? wordsOfPattern : "some time " + span
  }

  /// A year within a longer phrase: " in 1985", " of a year in the 1560s".
  var wordsInside: String {
    if isSpecified { return " in " + Wording.year(first) }
    if isUnknown && !isNegative { return " of an unknown year" }
    return " of " + (unspecifiedFromRight == nil ? wordsOfPattern : "a year " + span)
  }

  private var span: String {
    if unspecifiedFromRight == 1 && first >= 1000 { return "in the \(first)s" }
    return "from \(Wording.year(first)) to \(Wording.year(last))"
  }

  private var wordsOfPattern: String {
    let unknown = digits.indices.filter { digits[$0] == nil }.map { ["first", "second", "third", "last"][$0] }
    return "a year from \(Wording.year(first)) to \(Wording.year(last)) of which the "
      + Wording.list(unknown, "and") + (unknown.count == 1 ? " digit is unknown" : " digits are unknown")
  }
}
