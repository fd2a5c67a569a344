/// Parses the tokens of one date, in whatever order people put them.
struct NaturalDateReader {
  private let tokens: ArraySlice<NaturalDateToken>
  private var index: Int
  private var parts = NaturalDateParts()
  /// Numbers of one or two digits, whose meaning depends on the rest of the date.
  private var small: [(value: Int, digits: Int, offset: Int, isAfterMonth: Bool)] = []
  private var ordinal: NaturalDateParts.Number?
  private var era: Int?

  static func parts(of tokens: ArraySlice<NaturalDateToken>, end: Int) throws(NaturalDateError) -> NaturalDateParts {
    var reader = NaturalDateReader(tokens, end: end)
    return try reader.read()
  }

  private init(_ tokens: ArraySlice<NaturalDateToken>, end: Int) {
    self.tokens = tokens
    index = tokens.startIndex
    parts.end = tokens.last?.range.upperBound ?? end
  }

  private mutating func read() throws(NaturalDateError) -> NaturalDateParts {
    while index < tokens.endIndex {
      let token = tokens[index]
      switch token.kind {
      case .word(let word): try read(word, token)
      case .number(let value, let digits): try read(value, digits, token)
      case .ordinal(let value): try set(&ordinal, value, token)
      case .shortYear(let value): try setYear(twoDigits: value, token.offset)
      case .decade(let value, let digits): try setDecade(value, digits, token)
      case .qualifier(let qualifier): parts.qualifier.formUnion(qualifier)
      case .slash, .dot, .dash:
        if index == tokens.startIndex || index + 1 == tokens.endIndex {
          throw NaturalDateError(reason: "there is no date on one side of this", offset: token.offset)
        }
      }
      index += 1
    }
    try settleOrdinal()
    try settleSmall()
    try settleEra()
    return parts
  }

  private mutating func read(_ word: String, _ token: NaturalDateToken) throws(NaturalDateError) {
    guard let meaning = NaturalDateVocabulary.meaning(of: word) else {
      if word == "q" || word == "h", let next = following(1), case .number(let value, 1) = next.kind {
        index += 1
        return try setPart(isQuarter: word == "q", value, token)
      }
      throw NaturalDateError(reason: "‘\(word)’ is not part of a date", offset: token.offset)
    }
    switch meaning {
    case .filler: break
    case .month(let month): try set(&parts.month, month, token)
    case .weekday(let day): try set(&parts.weekday, day, token)
    case .season(let season): try set(&parts.season, season, token)
    case .third(let third): try set(&parts.third, third, token)
    case .qualifier(let qualifier): parts.qualifier.formUnion(qualifier)
    case .ordinal(let value): try set(&ordinal, value, token)
    case .last: try set(&ordinal, -1, token)
    case .quarter, .half:
      guard let which = ordinal else {
        throw NaturalDateError(reason: "which \(word)?", offset: token.offset)
      }
      ordinal = nil
      try setPart(isQuarter: meaning == .quarter, which.value, token)
    case .century:
      guard let which = ordinal else { throw NaturalDateError(reason: "which century?", offset: token.offset) }
      ordinal = nil
      try set(&parts.century, which.value, token)
    case .beforeChrist, .annoDomini: era = meaning == .beforeChrist ? -1 : 1
    }
  }

  private mutating func read(_ value: Int, _ digits: Int, _ token: NaturalDateToken) throws(NaturalDateError) {
    let numbers = numbersInARow()
    if numbers.count > 1 {
      index += 2 * (numbers.count - 1)
      return try read(numbers)
    }
    if digits <= 2 && !isBesideEra {
      small.append((value, digits, token.offset, parts.month != nil))
    } else if digits == 4 || isBesideEra && digits < 4 {
      try set(&parts.year, value, token)
    } else {
      throw NaturalDateError(
        reason: "a year has four digits", offset: token.offset,
        suggestion: digits == 8 ? NaturalDateReader.dashed(value) : nil)
    }
  }

  /// The date written as eight digits without dashes; nil if they are not a date.
  private static func dashed(_ digits: Int) -> String? {
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100)
    return Day(year: year, month: month, day: day) == nil
      ? nil : "\(Digits.year(year))-\(Digits.two(month))-\(Digits.two(day))"
  }

  private var isBesideEra: Bool {
    [following(1), index > tokens.startIndex ? tokens[index - 1] : nil].contains { token in
      guard let word = token?.word else { return false }
      return [.beforeChrist, .annoDomini].contains(NaturalDateVocabulary.meaning(of: word))
    }
  }

  private func following(_ distance: Int) -> NaturalDateToken? {
    index + distance < tokens.endIndex ? tokens[index + distance] : nil
  }

  /// The run of numbers starting here that are separated only by slashes, dots or hyphens.
  private func numbersInARow() -> [NumericDate.Number] {
    var numbers: [NumericDate.Number] = []
    var place = index
    while place < tokens.endIndex, case .number(let value, let digits) = tokens[place].kind {
      let followsHyphen = place > index && tokens[place - 1].kind == .dash(isLong: false)
      numbers.append(
        NumericDate.Number(value: value, digits: digits, offset: tokens[place].offset, followsHyphen: followsHyphen))
      guard place + 1 < tokens.endIndex else { break }
      switch tokens[place + 1].kind {
      case .slash, .dot, .dash: place += 2
      default: return numbers
      }
    }
    return numbers
  }

  private mutating func read(_ numbers: [NumericDate.Number]) throws(NaturalDateError) {
    if parts.season != nil { return try readWinter(numbers) }
    let date = try NumericDate(numbers)
    if let day = date.day {
      guard parts.day == nil else { throw NaturalDateParts.surplus(day) }
      parts.day = day
    }
    guard parts.month == nil, parts.year == nil else { throw NaturalDateParts.surplus(date.month) }
    parts.month = date.month
    parts.year = date.year
  }

  /// "winter 2007/08" is the winter that begins in December 2007.
  private mutating func readWinter(_ numbers: [NumericDate.Number]) throws(NaturalDateError) {
    guard parts.season?.value == 24, numbers.count == 2, let first = NaturalDateReader.winter(numbers[0], numbers[1])
    else {
      throw NaturalDateError(
        reason: "only a winter has two years, which follow one another: winter 2007/08", offset: numbers[1].offset)
    }
    parts.year = NaturalDateParts.Number(value: first, offset: numbers[0].offset)
  }

  /// The year in which a winter named by two years begins; nil if they are not consecutive.
  static func winter(_ first: NumericDate.Number, _ second: NumericDate.Number) -> Int? {
    guard first.digits == 4 || first.digits == 2 else { return nil }
    let year = first.digits == 4 ? first.value : NaturalDateParts.year(ofTwoDigits: first.value)
    let unit = [1: 10, 2: 100, 4: 10_000][second.digits] ?? 1
    return second.digits <= 4 && second.value == (year + 1) % unit ? year : nil
  }

  private mutating func setPart(isQuarter: Bool, _ value: Int, _ token: NaturalDateToken) throws(NaturalDateError) {
    let count = isQuarter ? 4 : 2
    let which = value == -1 ? count : value
    guard (1...count).contains(which) else {
      throw NaturalDateError(
        reason: isQuarter ? "a year has four quarters" : "a year has two halves", offset: token.offset)
    }
    try set(&parts.season, (isQuarter ? 32 : 39) + which, token)
  }

  private mutating func setDecade(_ value: Int, _ digits: Int, _ token: NaturalDateToken) throws(NaturalDateError) {
    guard digits == 4 || digits == 2, value % 10 == 0 else {
      throw NaturalDateError(reason: "a decade is written like 1990s", offset: token.offset)
    }
    let first = digits == 4 ? value : NaturalDateParts.year(ofTwoDigits: value)
    if digits == 2 || first % 100 == 0 { parts.notes.append("the ten years from \(first) to \(first + 9)") }
    try set(&parts.decade, first, token)
  }

  private mutating func setYear(twoDigits value: Int, _ offset: Int) throws(NaturalDateError) {
    guard parts.year == nil else {
      throw NaturalDateParts.surplus(NaturalDateParts.Number(value: value, offset: offset))
    }
    let year = NaturalDateParts.year(ofTwoDigits: value)
    parts.year = NaturalDateParts.Number(value: year, offset: offset)
  }

  private func set(_ number: inout NaturalDateParts.Number?, _ value: Int, _ token: NaturalDateToken)
    throws(NaturalDateError)
  {
    let new = NaturalDateParts.Number(value: value, offset: token.offset)
    guard number == nil else { throw NaturalDateParts.surplus(new) }
    number = new
  }

  /// "12th" is a day unless it was a quarter or a century.
  private mutating func settleOrdinal() throws(NaturalDateError) {
    guard let ordinal else { return }
    guard parts.day == nil, ordinal.value > 0 else { throw NaturalDateParts.surplus(ordinal) }
    parts.day = ordinal
  }

  /// The first small number is the day, unless there already is one, or two digits after a month must be the year (aug
  /// 07).
  private mutating func settleSmall() throws(NaturalDateError) {
    if tokens.count == 1, let only = small.first, only.digits == 2 {
      throw NaturalDateError(
        reason: "a year has four digits", offset: only.offset,
        suggestion: "\(NaturalDateParts.year(ofTwoDigits: only.value))")
    }
    for (place, number) in small.enumerated() {
      let isLast = place == small.count - 1
      // Without a month "12, 13" are two days, not a day and a year.
      let hasRest = (parts.month ?? parts.season ?? parts.third) != nil
      let mayBeYear = parts.year == nil && number.digits == 2 && isLast && hasRest
      let needsDay = parts.day == nil && parts.season == nil && parts.third == nil
      if mayBeYear && (!needsDay || number.isAfterMonth && small.count == 1) {
        try setYear(twoDigits: number.value, number.offset)
      } else if needsDay {
        parts.day = NaturalDateParts.Number(value: number.value, offset: number.offset)
      } else {
        throw NaturalDateParts.surplus(NaturalDateParts.Number(value: number.value, offset: number.offset))
      }
    }
  }

  /// 44 BC is the year -43.
  private mutating func settleEra() throws(NaturalDateError) {
    guard let era, let year = parts.year else { return }
    guard year.value > 0 else { throw NaturalDateError(reason: "there is no year 0 in BC and AD", offset: year.offset) }
    if era < 0 { parts.year = NaturalDateParts.Number(value: 1 - year.value, offset: year.offset) }
  }
}
