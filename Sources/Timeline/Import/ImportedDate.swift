internal import EDTF

/// A date read from a cell or field of another program.
struct ImportedDate: Equatable {
  var date: EDTFDate
  /// The time of day given with it, whether or not the date has a place for it.
  var time: ClockTime?
  /// The time at which it ended, on that day or on the last.
  var endTime: ClockTime?
  /// Whether the cell says that it has not ended.
  var isOngoing = false
  /// Whether it is the interval from one cell's date to another's.
  private var lasts = false
  /// How the text was interpreted, if the reader should know.
  var note: String?
  /// The words that its bounds are inferred from, if they are a convention: "early March 2009".
  var vague: String?
  /// What was written and not understood, with what it is about: `Time`, `Date as written`.
  var unread: [Words] = []

  struct Words: Equatable {
    var name: String
    var text: String
  }

  static let unknown = ImportedDate(date: try! EDTFDate("/"))

  init(date: EDTFDate, time: ClockTime? = nil, note: String? = nil) {
    self.date = date
    self.time = time
    self.note = note
  }

  /// The date without its time, in EDTF.
  var day: String {
    let text = date.description
    return text.utf8.firstIndex(of: UInt8(ascii: "T")).map { String(text[..<$0]) } ?? text
  }

  /// The date as one end of an interval: empty if unknown, and of a choice between days its first or last.
  private func day(isLast: Bool) -> String {
    guard isKnown else { return "" }
    guard day.hasPrefix("["), let dots = day.firstRange(of: "..") else { return day }
    return String(isLast ? day[dots.upperBound...].dropLast() : day[..<dots.lowerBound].dropFirst())
  }

  private var isKnown: Bool { date != Self.unknown.date }

  /// The date with a time, which is part of it if it is a single day. Midnight to the second is no time.
  func with(_ time: ClockTime?) -> ImportedDate {
    guard let time, !time.isMidnight else { return self }
    var timed = self
    timed.time = time
    if let date = try? EDTFDate("\(day)T\(time.edtf)") { timed.date = date }
    return timed
  }

  /// The date with what a cell says about the time.
  func with(_ time: CellTime) -> ImportedDate {
    switch time {
    case .none: return self
    case .time(let time): return with(time)
    case .range(let start, let end):
      var timed = with(start)
      timed.endTime = end
      return timed
    case .words(let words):
      var timed = self
      timed.unread.append(Words(name: "Time", text: words))
      return timed
    }
  }

  /// The interval from one date to another, or that date if both are equal.
  /// - Throws: if the end precedes the start, or one of them is itself an interval.
  static func span(from start: ImportedDate?, to end: ImportedDate?) throws(EDTFError) -> ImportedDate? {
    guard let end else { return start }
    var span = start ?? .unknown
    if end.isOngoing, !span.isKnown {
      span.unread.append(Words(name: "End", text: "ongoing"))
    } else if end.isOngoing || span.day != end.day {
      let last = end.isOngoing ? ".." : end.day(isLast: true)
      span.date = try EDTFDate("\(span.day(isLast: false))/\(last)")
      span.lasts = true
    }
    span.endTime = end.time ?? span.endTime
    span.note = span.note ?? end.note
    let vague = [span.vague, end.vague].compactMap(\.self)
    span.vague = vague.isEmpty ? nil : vague.joined(separator: "” and “")
    for words in end.unread {
      span.unread.append(Words(name: "End \(words.name.lowercased())", text: words.text))
    }
    return span
  }

  /// How it is known from the file.
  var dating: Dating {
    let note = note?.capitalised.sentence
    guard let vague else { return Dating(basis: .stated, reason: note) }
    let reason = ["The file says “\(vague)”.", note].compactMap(\.self).joined(separator: " ")
    return Dating(basis: .inferred, reason: reason)
  }

  /// What the date has no place for.
  var remainder: [Words] {
    var words: [Words] = []
    if let time, let endTime, !lasts {
      words.append(Words(name: "Time", text: "\(time.words)–\(endTime.words)"))
    } else {
      if let time, date.precision != .time {
        words.append(Words(name: lasts ? "Start time" : "Time", text: time.words))
      }
      if let endTime { words.append(Words(name: "End time", text: endTime.words)) }
    }
    return words + unread
  }
}

extension ImportedEvent {
  /// Adds to the summary what the date has no place for.
  mutating func addRemainder(of date: ImportedDate?) {
    for words in date?.remainder ?? [] { add(words.name, words.text) }
  }
}

/// Reads dates as people and programs write them into cells. Caches results, since the same text often recurs.
struct DateCells {
  private var known: [String: ImportedDate] = [:]
  /// The maximum number of cached dates: the days of a century.
  private static let most = 36_525

  /// - Throws: the reason, and a suggestion if there is a likely one.
  mutating func read(_ text: String) throws(NaturalDateError) -> ImportedDate {
    var (day, time) = Self.parts(of: text)
    if let date = known[day] { return date.with(time) }
    var date: ImportedDate
    do {
      date = try Self.date(day)
    } catch {
      // `14/03/2009 4.20pm`: the time after the last spaces, if there is a date before it.
      guard time == .none, let parts = Self.partsWithoutColon(of: text), let found = try? Self.date(parts.day) else {
        throw error
      }
      (day, time) = parts
      date = found
    }
    if date == .unknown, text.contains(where: \.isLetter) {
      date.unread = [ImportedDate.Words(name: "Date as written", text: text)]
    }
    if known.count < Self.most { known[day] = date }
    return date.with(time)
  }

  private static let ongoing: Set<String> = ["ongoing", "on-going", "present", "to date", "current", "continuing"]

  /// Reads a date on which something ended, if it has.
  mutating func readEnd(_ text: String) throws(NaturalDateError) -> ImportedDate {
    guard Self.ongoing.contains(text.lowercased()) else { return try read(text) }
    var date = ImportedDate.unknown
    date.isOngoing = true
    return date
  }

  /// Splits off the time, or a range of times. It begins with the digits before a colon, after a space or `T`.
  private static func parts(of text: String) -> (day: String, time: CellTime) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (text, .none) }
    let digits = text[..<colon].reversed().prefix { ("0"..."9").contains($0) }.count
    let start = text.index(colon, offsetBy: -digits)
    guard start > text.startIndex else { return (text, .none) }
    let before = text.index(before: start)
    guard text[before] == "T" || text[before] == " " else { return (text, .none) }
    let time = CellTime(String(text[start...]), isISO: text[before] == "T")
    if case .words = time { return (text, .none) }
    var day = text[..<before]
    while let last = day.last, " ,".contains(last) { day.removeLast() }
    if day.hasSuffix(" at") { day.removeLast(3) }
    return (String(day), time)
  }

  /// Splits off a time of one or two words at the end: `4.20pm`, `4.20 pm`, `1620hrs`, `at 4.20`.
  private static func partsWithoutColon(of text: String) -> (day: String, time: CellTime)? {
    let words = text.split(separator: " ")
    for count in [2, 1] where words.count > count {
      let time = CellTime(words.suffix(count).joined(separator: " "))
      if case .words = time { continue }
      var day = words.dropLast(count)
      if day.last == "at" { day.removeLast() }
      return (day.joined(separator: " "), time)
    }
    return nil
  }

  private static let unknown: Set<String> = [
    "?", "??", "-", "n/k", "nk", "n/a", "na", "not known", "no date", "date unknown", "date not known", "tbc",
  ]

  private static func date(_ text: String) throws(NaturalDateError) -> ImportedDate {
    if unknown.contains(text.lowercased()) { return .unknown }
    if let date = withUnknownParts(text) { return ImportedDate(date: date) }
    var typed = text
    if text.hasPrefix("??") {
      // The day is unknown; the month follows.
      typed = String(text.drop { $0 == "?" || $0 == " " })
    } else if text.hasPrefix("?") {
      typed = "perhaps " + text.drop { $0 == "?" || $0 == " " }
    }
    guard text.utf8.count != 5 || Int(text) == nil else {
      throw NaturalDateError(
        reason: "this is a number of days, as spreadsheets keep dates: give the column the format of a date", offset: 0)
    }
    do {
      let read = try NaturalDate(typed)
      var date = ImportedDate(date: read.edtf, note: read.note)
      if read.isThird { date.vague = text }
      if read.isThird || read.isBetween {
        // It happened at some time in that part, and need not have lasted all of it.
        let ends = read.edtf.description.split(separator: "/")
        if ends.count == 2, let choice = try? EDTFDate("[\(ends[0])..\(ends[1])]") { date.date = choice }
      }
      return date
    } catch {
      var error = error
      if typed != text { error.offset = 0 }
      throw error
    }
  }

  /// `??/03/2009`, `12/?/2009`, `??/??/200?`: numeric dates with unknown digits.
  private static func withUnknownParts(_ text: String) -> EDTFDate? {
    guard text.contains("?") else { return nil }
    var parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }.map { part in
      part.filter { $0 != " " }
    }
    guard parts.count == 3, parts.allSatisfy({ part in part.allSatisfy { "0123456789?".contains($0) } }) else {
      return nil
    }
    if parts[0].count == 4 { parts.reverse() }
    guard parts[0].count <= 2, parts[1].count <= 2, !parts.contains("") else { return nil }
    func digits(_ part: String, _ count: Int) -> String {
      if part.allSatisfy({ $0 == "?" }) { return String(repeating: "X", count: count) }
      return (part.count == 1 ? "0" : "") + part.map { $0 == "?" ? "X" : $0 }
    }
    // Only in a year of four digits is it clear which ones are unknown.
    guard parts[2].count == 4 || parts[2].allSatisfy({ $0 == "?" }) else { return nil }
    let (day, month, year) = (digits(parts[0], 2), digits(parts[1], 2), digits(parts[2], 4))
    switch (year, month, day) {
    case ("XXXX", "XX", "XX"): return ImportedDate.unknown.date
    case (_, "XX", "XX"): return try? EDTFDate(year)
    case (_, _, "XX"): return try? EDTFDate("\(year)-\(month)")
    default: return try? EDTFDate("\(year)-\(month)-\(day)")
    }
  }
}

extension NaturalDateError {
  /// The error as a sentence that quotes the text.
  func sentence(about text: String) -> String { "\(quoted(text)) is not a date: \(reason)." }

  var remedy: String {
    suggestion.map { "Perhaps \($0) was meant." } ?? "Write a date, the day first: 12/03/2009, March 2009, 2009."
  }
}
