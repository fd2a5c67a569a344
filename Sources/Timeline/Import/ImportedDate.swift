internal import EDTF

/// A date read from a cell or field of another program.
struct ImportedDate: Equatable {
  var date: EDTFDate
  /// The time of day given with it.
  var time: ClockTime?
  /// How the text was interpreted, if the reader should know.
  var note: String?

  /// The date without its time, in EDTF.
  var day: String {
    let text = date.description
    return String(text.prefix { $0 != "T" })
  }

  /// The date with a time; unchanged if it is not a single day, or if the time is midnight.
  func with(_ time: ClockTime?) -> ImportedDate {
    guard let time, !time.isMidnight, let date = try? EDTFDate("\(day)T\(time.edtf)") else { return self }
    return ImportedDate(date: date, time: time, note: note)
  }

  static let unknown = ImportedDate(date: try! EDTFDate("/"))

  /// The interval from one date to another, or that date if both are equal.
  /// - Throws: if the end precedes the start, or one of them is itself an interval.
  static func span(from start: ImportedDate?, to end: ImportedDate?) throws(EDTFError) -> ImportedDate? {
    guard let end else { return start }
    guard let start else { return ImportedDate(date: try EDTFDate("/\(end.day)"), time: end.time, note: end.note) }
    if start.day == end.day { return start }
    let days = [start, end].map { $0 == .unknown ? "" : $0.day }
    return ImportedDate(date: try EDTFDate(days.joined(separator: "/")), time: start.time, note: start.note ?? end.note)
  }
}

/// Reads dates as people and programs write them into cells. Caches results, since the same text often recurs.
struct DateCells {
  private var known: [String: ImportedDate] = [:]
  /// The maximum number of cached dates: the days of a century.
  private static let most = 36_525

  /// - Throws: the reason, and a suggestion if there is a likely one.
  mutating func read(_ text: String) throws(NaturalDateError) -> ImportedDate {
    let (day, time) = Self.parts(of: text)
    if let date = known[day] { return date.with(time) }
    let date = try Self.date(day)
    if known.count < Self.most { known[day] = date }
    return date.with(time)
  }

  /// Splits off the time. The time is the part with a colon after a space or `T`.
  private static func parts(of text: String) -> (day: String, time: ClockTime?) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (text, nil) }
    let digits = text[..<colon].reversed().prefix { ("0"..."9").contains($0) }.count
    let start = text.index(colon, offsetBy: -digits)
    guard start > text.startIndex, let time = ClockTime(text[start...]) else { return (text, nil) }
    let before = text.index(before: start)
    guard text[before] == "T" || text[before] == " " else { return (text, nil) }
    var day = text[..<before]
    while let last = day.last, " ,".contains(last) { day.removeLast() }
    if day.hasSuffix(" at") { day.removeLast(3) }
    return (String(day), time)
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
      return ImportedDate(date: read.edtf, note: read.note)
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
  func sentence(about text: String) -> String { "\(quoted(text)) is no date: \(reason)." }

  var remedy: String {
    suggestion.map { "Perhaps \($0) was meant." } ?? "Write a date, the day first: 12/03/2009, March 2009, 2009."
  }
}
