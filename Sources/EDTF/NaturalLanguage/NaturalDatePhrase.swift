/// Parses the phrases that people put around dates: "before 2004", "2004 to 2007", "between feb and aug 2007".
struct NaturalDatePhrase {
  /// The date in EDTF.
  private(set) var edtf: String
  /// The interpretation, if it says more than the words of the EDTF.
  private(set) var words: String?
  private(set) var remarks: [String] = []
  /// As for ``NaturalDate``.
  private(set) var isThird = false
  /// As for ``NaturalDate``.
  private(set) var isBetween = false

  private enum Relation { case before, after, since, until }

  /// Phrases that precede a date, longest first.
  private static let prefixes: [([String], Relation)] = [
    (["on", "or", "before"], .until), (["in", "or", "before"], .until), (["no", "later", "than"], .until),
    (["not", "later", "than"], .until), (["on", "or", "after"], .since), (["in", "or", "after"], .since),
    (["no", "earlier", "than"], .since), (["not", "earlier", "than"], .since), (["not", "after"], .until),
    (["not", "before"], .since), (["up", "to"], .until), (["prior", "to"], .before), (["earlier", "than"], .before),
    (["later", "than"], .after), (["before"], .before), (["pre"], .before), (["after"], .after), (["post"], .after),
    (["since"], .since), (["from"], .since), (["starting"], .since), (["until"], .until), (["till"], .until),
    (["til"], .until), (["to"], .until), (["by"], .until), (["through"], .until),
  ]

  /// Phrases that follow a date.
  private static let suffixes: [([String], Relation)] = [
    (["or", "before"], .until), (["or", "earlier"], .until), (["and", "before"], .until), (["and", "earlier"], .until),
    (["or", "after"], .since), (["or", "later"], .since), (["and", "after"], .since), (["and", "later"], .since),
    (["onwards"], .since), (["onward"], .since), (["on"], .since),
  ]

  /// - Parameter tokens: the tokens of the whole text, whose length is `end`.
  init(_ tokens: [NaturalDateToken], end: Int) throws(NaturalDateError) {
    var tokens = NaturalDatePhrase.simplified(tokens)[...]
    var joiners: Set<String> = ["to", "until", "till", "til", "through", "thru"]
    if tokens.first?.word == "between" {
      tokens.removeFirst()
      joiners = ["and"]
    } else if tokens.first?.word == "from", NaturalDatePhrase.joint(of: tokens.dropFirst(), joiners) != nil {
      tokens.removeFirst()
    }
    if let (relation, rest) = NaturalDatePhrase.relation(of: tokens, leastWords: 2) {
      self = try NaturalDatePhrase(relation, rest, end: end)
      return
    }
    if let joint = NaturalDatePhrase.joint(of: tokens, joiners) {
      self = try NaturalDatePhrase(from: tokens[..<joint], to: tokens[(joint + 1)...], end: end)
      isBetween = joiners == ["and"]
    } else if joiners == ["and"] {
      throw NaturalDateError(reason: "between which dates? It is written between 2004 and 2007", offset: end)
    } else if let (relation, rest) = NaturalDatePhrase.relation(of: tokens) {
      self = try NaturalDatePhrase(relation, rest, end: end)
    } else if let joint = NaturalDatePhrase.alternative(in: tokens) {
      self = try NaturalDatePhrase(either: tokens[..<joint], or: tokens[(joint + 1)...], end: end)
    } else {
      let parts = try NaturalDatePhrase.parts(of: tokens, end: end)
      edtf = try parts.edtf()
      remarks = parts.remarks
      isThird = parts.third != nil
    }
  }

  /// Removes words that change nothing ("some time before 2004", "on or about 12 March"), and replaces whatever
  /// separates the two years of a winter with a slash.
  private static func simplified(_ tokens: [NaturalDateToken]) -> [NaturalDateToken] {
    var tokens = Array(tokens.drop { ["some", "time", "sometime"].contains($0.word) })
    for (start, words) in [(1, ["or", "about"]), (1, ["or", "around"]), (0, ["on", "about"])]
    where tokens.dropFirst(start).prefix(2).map(\.word) == words {
      tokens.remove(at: start)
    }
    for index in tokens.indices.dropFirst(2).dropLast() where tokens[..<index].contains(where: { $0.word == "winter" })
    {
      guard let first = NumericDate.Number(tokens[index - 1]), let second = NumericDate.Number(tokens[index + 1]),
        NaturalDateReader.winter(first, second) != nil
      else { continue }
      tokens[index] = NaturalDateToken(kind: .slash, text: "/", range: tokens[index].range, followsSpace: false)
    }
    return tokens
  }

  /// One date, either as people write it or EDTF embedded in it.
  private static func parts(of tokens: ArraySlice<NaturalDateToken>, end: Int) throws(NaturalDateError)
    -> NaturalDateParts
  {
    do {
      return try NaturalDateReader.parts(of: tokens, end: end)
    } catch {
      let isJoined = zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound }
      let text = tokens.map(\.text).joined()
      guard isJoined, let date = try? EDTFDate(text), case .single = date.form else { throw error }
      var parts = NaturalDateParts()
      parts.verbatim = text
      parts.end = tokens.last?.range.upperBound ?? end
      return parts
    }
  }

  // MARK: One date and its relation

  /// - Parameter leastWords: 2 for "up to" and the like, whose words would otherwise join two dates.
  private static func relation(
    of tokens: ArraySlice<NaturalDateToken>, leastWords: Int = 1
  ) -> (Relation, ArraySlice<NaturalDateToken>)? {
    // A date in digits needs no comparison with every phrase.
    guard tokens.contains(where: { $0.word != nil }) else { return nil }
    for (words, relation) in prefixes where words.count >= leastWords && begins(tokens, words) {
      // "from 2008 on" says the same thing twice.
      let ending = relation == .since ? suffix(of: tokens) : nil
      return (relation, (ending?.relation == .since ? ending?.rest ?? tokens : tokens).dropFirst(words.count))
    }
    return leastWords > 1 ? nil : suffix(of: tokens)
  }

  private static func suffix(of tokens: ArraySlice<NaturalDateToken>) -> (
    relation: Relation, rest: ArraySlice<NaturalDateToken>
  )? {
    for (words, relation) in suffixes where tokens.count > words.count {
      if begins(tokens.suffix(words.count), words) { return (relation, tokens.dropLast(words.count)) }
    }
    return nil
  }

  private static func begins(_ tokens: ArraySlice<NaturalDateToken>, _ words: [String]) -> Bool {
    tokens.count >= words.count && zip(tokens, words).allSatisfy { $0.word == $1 }
  }

  private init(_ relation: Relation, _ tokens: ArraySlice<NaturalDateToken>, end: Int) throws(NaturalDateError) {
    // "before the end of 2008" means until 2008, "after its start" since 2008.
    let edges: [Relation: Set<String>] = [.before: ["end"], .after: ["start", "beginning"]]
    if let edge = edges[relation], let index = tokens.firstIndex(where: { edge.contains($0.word ?? "") }) {
      self = try NaturalDatePhrase(relation == .before ? .until : .since, tokens[(index + 1)...], end: end)
      return
    }
    let parts = try NaturalDatePhrase.parts(of: tokens, end: end)
    let text = try parts.edtf()
    remarks = parts.remarks
    let ends = NaturalDatePhrase.ends(of: text)
    switch relation {
    case .since: edtf = ends.start + "/.."
    case .until: edtf = "../" + ends.end
    case .before, .after:
      let date = try NaturalDatePhrase.date(text, at: parts.end)
      edtf = try NaturalDatePhrase.beyond(date, isBefore: relation == .before, at: parts.end)
      words =
        "\(relation == .before ? "before" : "after") \(date.words) ("
        + (date.precision == .part ? "all of it is out)" : "\(date.words) itself is out)")
    }
  }

  /// The adjacent year, month or day: "2003" before 2004, "2007-09" after 2007-08.
  private static func beyond(_ date: EDTFDate, isBefore: Bool, at offset: Int) throws(NaturalDateError) -> String {
    guard let first = date.bounds.earliest.day, let last = date.bounds.latest.day else {
      throw NaturalDateError(reason: "that date has no such end", offset: offset)
    }
    let day = Day(number: isBefore ? first.number - 1 : last.number + 1)
    let (year, month, number) = day.civil
    guard (-9999...9999).contains(year) else {
      throw NaturalDateError(reason: "years are typed with four digits at most", offset: offset)
    }
    let startsYear = isBefore ? month == 12 && number == 31 : month == 1 && number == 1
    let startsMonth = isBefore ? number == Day.count(month: month, year: year) : number == 1
    var text = Digits.year(year)
    if !(startsYear && date.precision <= .year) { text += "-" + Digits.two(month) }
    if !(startsYear && date.precision <= .year) && !(startsMonth && date.precision <= .month) {
      text += "-" + Digits.two(number)
    }
    text += (date.isUncertain ? (date.isApproximate ? "%" : "?") : (date.isApproximate ? "~" : ""))
    return isBefore ? "../" + text : text + "/.."
  }

  // MARK: Two dates

  /// Where the two dates of a range are joined: by a word, or by a dash that is not part of a date.
  private static func joint(of tokens: ArraySlice<NaturalDateToken>, _ joiners: Set<String>) -> Int? {
    tokens.indices.dropFirst().dropLast().first { index in
      if let word = tokens[index].word { return joiners.contains(word) }
      return tokens[index].isDash && isRange(tokens, index)
    }
  }

  /// Whether the dash joins a range: a dash between spaces, a long dash, or a hyphen between two years, two months, or
  /// two evident dates; not those in "12-03-2009", "Aug-2007" or "mid-2008".
  private static func isRange(_ tokens: ArraySlice<NaturalDateToken>, _ index: Int) -> Bool {
    let dash = tokens[index]
    let (before, after) = (tokens[index - 1], tokens[index + 1])
    if dash.kind == .dash(isLong: true) || dash.followsSpace && after.followsSpace { return true }
    switch (before.kind, after.kind) {
    case (.number(_, 4), .number(_, 4)), (.decade, _): return true
    case (.word(let a), .word(let b)):
      return isMonth(a) && isMonth(b)
    case (.word(let a), .number(_, 1...2)):
      return isMonth(a) && index + 2 < tokens.endIndex && tokens[index + 2].word.map(isMonth) == true
    case (.number, .number)
    where index - 2 >= tokens.startIndex && index + 2 < tokens.endIndex
      && tokens[index - 2].kind == tokens[index + 2].kind:
      return [.dot, .slash].contains(tokens[index - 2].kind)
    case (.number(_, 4), .word(let word)): return index - 1 > tokens.startIndex && isMonth(word)
    case (.number(_, 1...2), .number(_, 1...2)), (.ordinal, .number), (.ordinal, .ordinal):
      let isAlone = index - 2 < tokens.startIndex || !tokens[index - 2].isDash
      return isAlone && index + 2 < tokens.endIndex && tokens[index + 2].word.map(isMonth) == true
    default: return false
    }
  }

  private static func isMonth(_ word: String) -> Bool {
    if case .month = NaturalDateVocabulary.meaning(of: word) { true } else { false }
  }

  private init(
    from first: ArraySlice<NaturalDateToken>, to last: ArraySlice<NaturalDateToken>, end: Int
  ) throws(NaturalDateError) {
    if last.count == 1, ["present", "now", "today"].contains(last.first?.word) {
      self = try NaturalDatePhrase(.since, first, end: end)
      return
    }
    let (start, finish) = try NaturalDatePhrase.pair(first, last, end: end)
    let place = last.first?.offset ?? end
    edtf = NaturalDatePhrase.ends(of: start.text).start + "/" + NaturalDatePhrase.ends(of: finish.text).end
    remarks = start.remarks + finish.remarks
    do {
      _ = try EDTFDate(edtf)
    } catch {
      throw NaturalDateError(reason: "the second date comes before the first", offset: place)
    }
  }

  private typealias Side = (text: String, remarks: [String])

  /// Both dates; each supplies what the other lacks (a month, a year).
  private static func pair(
    _ first: ArraySlice<NaturalDateToken>, _ last: ArraySlice<NaturalDateToken>, end: Int
  ) throws(NaturalDateError) -> (Side, Side) {
    var a = if let day = loneDay(first, before: last, end: end) { day } else { try parts(of: first, end: end) }
    var b = try pairedParts(last, after: a, end: end)
    a.inherit(from: b)
    b.inherit(from: a)
    return ((try a.edtf(), a.remarks), (try b.edtf(), b.remarks))
  }

  /// "12 to 14 March": two digits alone before a day with its month are a day; nil if it is anything else.
  private static func loneDay(
    _ tokens: ArraySlice<NaturalDateToken>, before last: ArraySlice<NaturalDateToken>, end: Int
  ) -> NaturalDateParts? {
    guard tokens.count == 1, let token = tokens.first, case .number(let value, 2) = token.kind,
      let other = try? parts(of: last, end: end), other.day != nil, other.month != nil
    else { return nil }
    var parts = NaturalDateParts()
    parts.day = NaturalDateParts.Number(value: value, offset: token.offset)
    parts.end = token.range.upperBound
    return parts
  }

  /// "2004–07" ends in 2007: two digits alone after a year are a year of the same century.
  private static func pairedParts(
    _ tokens: ArraySlice<NaturalDateToken>, after first: NaturalDateParts, end: Int
  ) throws(NaturalDateError) -> NaturalDateParts {
    guard tokens.count == 1, let token = tokens.first, case .number(let value, 2) = token.kind, first.month == nil,
      first.day == nil, let year = first.year
    else { return try parts(of: tokens, end: end) }
    var parts = NaturalDateParts()
    parts.year = NaturalDateParts.Number(value: year.value / 100 * 100 + value, offset: token.offset)
    parts.end = token.range.upperBound
    return parts
  }

  /// The position of "or", or of the slash in "Nov/Dec 2008" and "12/13 March 2009".
  private static func alternative(in tokens: ArraySlice<NaturalDateToken>) -> Int? {
    tokens.indices.dropFirst().dropLast().first { index in
      if tokens[index].word == "or" { return true }
      guard tokens[index].kind == .slash else { return false }
      switch (tokens[index - 1].kind, tokens[index + 1].kind) {
      case (.word(let a), .word(let b)): return isMonth(a) && isMonth(b)
      case (.number(_, 1...2), .number(_, 1...2)), (.ordinal, .ordinal):
        return index == tokens.startIndex + 1 && index + 2 < tokens.endIndex
          && tokens[index + 2].word.map(isMonth) == true
      default: return false
      }
    }
  }

  private init(
    either first: ArraySlice<NaturalDateToken>, or last: ArraySlice<NaturalDateToken>, end: Int
  ) throws(NaturalDateError) {
    let (a, b) = try NaturalDatePhrase.pair(first, last, end: end)
    guard !a.text.contains("/"), !b.text.contains("/") else {
      throw NaturalDateError(
        reason: "only years, months and days can be joined by or", offset: last.first?.offset ?? end)
    }
    edtf = "[\(a.text),\(b.text)]"
    remarks = a.remarks + b.remarks
  }

  // MARK: EDTF

  /// The ends of an interval, or the same date twice.
  private static func ends(of text: String) -> (start: String, end: String) {
    let ends = text.split(separator: "/", maxSplits: 1)
    return (String(ends[0]), String(ends[ends.count - 1]))
  }

  private static func date(_ text: String, at offset: Int) throws(NaturalDateError) -> EDTFDate {
    do {
      return try EDTFDate(text)
    } catch {
      throw NaturalDateError(reason: error.reason, offset: offset)
    }
  }
}
