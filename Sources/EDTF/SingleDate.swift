/// A single date: an end of an interval or a member of a set.
enum SingleDate: Hashable, Sendable {
  case calendar(CalendarDate)
  case season(SeasonDate)
  case year(LongYear)

  init(_ scanner: inout EDTFScanner) throws(EDTFError) {
    var qualifiers = Qualifiers()
    var isPartlyQualified = SingleDate.takeLeft(&scanner, 0, &qualifiers)
    if scanner.take("Y") {
      var year = try LongYear(longYear: &scanner)
      year.qualifier = SingleDate.takeRight(&scanner).union(qualifiers[0])
      if isPartlyQualified { scanner.needs(level: 2) }
      self = .year(year)
      return
    }
    let year = try YearDigits(&scanner)
    if var rounded = try LongYear(after: year, &scanner) {
      rounded.qualifier = SingleDate.takeRight(&scanner).union(qualifiers[0])
      self = .year(rounded)
      return
    }
    var covered = SingleDate.takeRight(&scanner)
    qualifiers.add(covered, upTo: 0)
    guard scanner.take("-") else {
      if isPartlyQualified { scanner.needs(level: 2) }
      // A year always has bounds.
      let date = CalendarDate(year: year, qualifiers: qualifiers)!
      scanner.needs(level: date.levelOfDigits)
      self = .calendar(date)
      return
    }
    if !covered.isEmpty { isPartlyQualified = true }
    if SingleDate.takeLeft(&scanner, 1, &qualifiers) { isPartlyQualified = true }
    let monthPlace = scanner.position
    let month = try DigitPair(&scanner, name: "month")
    covered = SingleDate.takeRight(&scanner)
    qualifiers.add(covered, upTo: 1)
    if month.isSpecified && SeasonDate.codes.contains(month.number) {
      if isPartlyQualified { scanner.needs(level: 2) }
      if scanner.next == UInt8(ascii: "-") { throw scanner.error("a season has no days") }
      let season = SeasonDate(year: year, code: month.number, qualifiers: qualifiers)
      scanner.needs(level: max(season.levelOfCode, year.isSpecified ? 0 : 2))
      self = .season(season)
      return
    }
    guard (1...12).contains(where: month.matches) else {
      throw scanner.error("there is no month \(month.description): months run 01 to 12", at: monthPlace)
    }
    var day: DigitPair?
    let dayPlace = scanner.position + 1
    if scanner.take("-") {
      if !covered.isEmpty { isPartlyQualified = true }
      if SingleDate.takeLeft(&scanner, 2, &qualifiers) { isPartlyQualified = true }
      day = try DigitPair(&scanner, name: "day")
      qualifiers.add(SingleDate.takeRight(&scanner), upTo: 2)
    }
    if isPartlyQualified { scanner.needs(level: 2) }
    guard let date = CalendarDate(year: year, month: month, day: day, qualifiers: qualifiers) else {
      throw scanner.error(SingleDate.noSuchDay(year, month, day), at: dayPlace)
    }
    scanner.needs(level: date.levelOfDigits)
    self = .calendar(date)
  }

  private static func takeLeft(_ scanner: inout EDTFScanner, _ component: Int, _ qualifiers: inout Qualifiers) -> Bool {
    guard let qualifier = scanner.takeQualifier() else { return false }
    qualifiers[component] = qualifier
    return true
  }

  private static func takeRight(_ scanner: inout EDTFScanner) -> Qualifier {
    guard let qualifier = scanner.takeQualifier() else { return [] }
    scanner.needs(level: 1)
    return qualifier
  }

  private static func noSuchDay(_ year: YearDigits, _ month: DigitPair, _ day: DigitPair?) -> String {
    let text = day?.description ?? ""
    guard month.isSpecified else { return "there is no day \(text) in any month that fits" }
    let name = Wording.months[month.number - 1]
    guard year.isSpecified else { return "there is no day \(text) in \(name) of any year that fits" }
    let length = Day.count(month: month.number, year: year.first)
    return "there is no day \(text) in \(name) \(Wording.year(year.first)): days run 01 to \(length)"
  }

  var bounds: Bounds {
    switch self {
    case .calendar(let date): date.bounds
    case .season(let season): season.bounds
    case .year(let year): year.bounds
    }
  }

  var precision: Precision {
    switch self {
    case .calendar(let date): date.precision
    case .season(let season): season.precision
    case .year(let year): year.precision
    }
  }

  var qualifier: Qualifier {
    switch self {
    case .calendar(let date): date.qualifiers.union
    case .season(let season): season.qualifiers.union
    case .year(let year): year.qualifier
    }
  }

  var description: String {
    switch self {
    case .calendar(let date): date.description
    case .season(let season): season.description
    case .year(let year): year.description
    }
  }

  /// Whether any digit is an `X`.
  var hasUnspecified: Bool {
    switch self {
    case .calendar(let date): !date.isSpecified
    case .season(let season): !season.year.isSpecified
    case .year: false
    }
  }

  /// The precision as the specification counts it: year, month, day or part of a year, whatever the digits.
  var components: Int {
    switch self {
    case .calendar(let date): date.count
    case .season: 4
    case .year: 1
    }
  }
}
