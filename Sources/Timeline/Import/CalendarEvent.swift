internal import EDTF

/// Makes an event of a VEVENT, with its date in local time, and any other readable property.
struct CalendarEvent {
  private let properties: [CalendarProperty]
  private let offset: Int

  init(_ properties: [CalendarProperty], at offset: Int) {
    self.properties = properties
    self.offset = offset
  }

  private func first(_ name: String) -> CalendarProperty? { properties.first { $0.name == name } }

  func event() throws(ImportFault) -> ImportedEvent {
    var event = try dated()
    let (title, rest) = ImportedText.split(first("SUMMARY")?.text ?? "")
    event.title = title
    event.add(rest)
    let categories = properties.filter { $0.name == "CATEGORIES" }.flatMap(\.list)
    event.kind = categories.first
    event.add("Categories", categories.dropFirst().joined(separator: ", "))
    describe(&event)
    if event.title.isEmpty {
      // SUMMARY is optional.
      (event.title, event.summary) = event.summary.isEmpty ? ("(no title)", "") : ImportedText.split(event.summary)
    }
    return event
  }

  // MARK: When

  private func dated() throws(ImportFault) -> ImportedEvent {
    guard let property = first("DTSTART") else {
      throw ImportFault(
        offset: offset, path: "DTSTART", message: "There is no DTSTART.",
        remedy: "Say when it begins: DTSTART:20090312.")
    }
    let start = try moment(property)
    var event = ImportedEvent(offset: offset, date: start.date, title: "")
    event.time = start.clock?.sorting
    let end = try end(after: start)
    if let end, let span = try? EDTFDate("\(start.day)/\(end.lastDay(after: start))"),
      end.lastDay(after: start) != start.day
    {
      event.date = span
      if let from = start.clock, let to = end.clock { event.add("From \(from.words) to \(to.words).") }
    } else if let end, let to = end.clock, to != start.clock {
      event.add("Until \(to.words).")
    }
    if let zone = start.zone { event.add("Time zone", zone) }
    if let text = first("X-EDTF")?.text, let date = try? EDTFDate(text) { event.date = date }
    return event
  }

  private struct Moment {
    var day: Day
    /// Nil for a whole day.
    var clock: ClockTime?
    var zone: String?

    var date: EDTFDate {
      let whole = ImportedDate(date: try! EDTFDate(day.description))
      // Midnight is a real time here, since a calendar writes a whole day without a time.
      return clock.flatMap { try? EDTFDate("\(day)T\($0.edtf)") } ?? whole.date
    }

    /// The last day of something that ends at this moment: the end is exclusive, so a whole day or midnight belongs to
    /// the day before.
    func lastDay(after start: Moment) -> Day {
      let isExclusive = clock.map { $0.hour == 0 && $0.minute == 0 && $0.second ?? 0 == 0 } ?? true
      return isExclusive && start.day < day ? Day(number: day.number - 1) : day
    }
  }

  /// `20090312`, `20090312T143000`, `20090312T143000Z`.
  private func moment(_ property: CalendarProperty) throws(ImportFault) -> Moment {
    let text = property.value.trimmed
    let fault = ImportFault(
      offset: property.offset, path: property.name, message: "\(quoted(text)) is not a date or a time.",
      remedy: "Write 20090312, 20090312T143000 or 20090312T143000Z.")
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard digits.count == 8, let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
      let dayOfMonth = Int(digits.suffix(2)), let day = Day(year: year, month: month, day: dayOfMonth)
    else { throw fault }
    let rest = text.dropFirst(8)
    if rest.isEmpty { return Moment(day: day) }
    guard rest.first == "T", rest.count == 7 || rest.count == 8 && rest.last == "Z" else { throw fault }
    let time = rest.dropFirst()
    let clock = ClockTime(
      "\(time.prefix(2)):\(time.dropFirst(2).prefix(2)):\(time.dropFirst(4).prefix(2))\(time.dropFirst(6))")
    guard let clock else { throw fault }
    return Moment(
      day: day, clock: clock, zone: clock.zone.isEmpty ? property.parameter("TZID").map { ImportedText.line($0) } : nil)
  }

  private func end(after start: Moment) throws(ImportFault) -> Moment? {
    guard let property = first("DTEND") else {
      guard let duration = first("DURATION") else { return nil }
      return try self.duration(duration, from: start)
    }
    let end = try moment(property)
    let seconds = Self.seconds(end) - Self.seconds(start)
    if seconds >= 0 { return end }
    // Local times in different zones cannot be compared.
    if end.zone != start.zone || end.clock?.zone != start.clock?.zone { return nil }
    throw ImportFault(
      offset: property.offset, path: property.name, message: "It ends before it begins.",
      remedy: "Correct DTSTART or DTEND.")
  }

  private static func seconds(_ moment: Moment) -> Int {
    let clock = moment.clock
    return moment.day.number * 86_400 + (clock?.hour ?? 0) * 3600 + (clock?.minute ?? 0) * 60 + (clock?.second ?? 0)
  }

  /// `P1DT2H30M`, `P2W` (RFC 5545, 3.3.6).
  private func duration(_ property: CalendarProperty, from start: Moment) throws(ImportFault) -> Moment? {
    let text = property.value.trimmed
    if text.isEmpty { return nil }
    let units: [Character: Int] = ["W": 604_800, "D": 86_400, "H": 3600, "M": 60, "S": 1]
    var seconds = 0
    var digits = ""
    var isSound = text.hasPrefix("P") || text.hasPrefix("+P")
    for character in text.drop(while: { $0 == "+" }).dropFirst() where character != "T" {
      if ("0"..."9").contains(character), digits.utf8.count < 9 {
        digits.append(character)
      } else if let unit = units[character], let number = Int(digits) {
        seconds += number * unit
        digits = ""
      } else {
        isSound = false
      }
    }
    guard isSound, digits.isEmpty else {
      throw ImportFault(
        offset: property.offset, path: property.name, message: "\(quoted(text)) is not a duration.",
        remedy: "Write it as P1D, PT2H30M or P2W.")
    }
    let end = Self.seconds(start) + seconds
    let day = Day(number: end >= 0 ? end / 86_400 : -((-end + 86_399) / 86_400))
    guard start.clock != nil else { return Moment(day: day) }
    let rest = end - day.number * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let zone = start.clock?.zone ?? ""
    return Moment(
      day: day, clock: ClockTime("\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))\(zone)"),
      zone: start.zone)
  }

  // MARK: Content

  /// Properties meant only for programs, and those read elsewhere.
  private static let unread: Set<String> = [
    "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "CATEGORIES", "UID", "DTSTAMP", "CREATED",
    "LAST-MODIFIED",
    "SEQUENCE", "TRANSP", "CLASS", "PRIORITY", "RECURRENCE-ID", "EXDATE", "REQUEST-STATUS",
  ]

  private func describe(_ event: inout ImportedEvent) {
    if let uid = first("UID")?.text, uid.hasSuffix(".chronology"), let at = uid.lastIndex(of: "@") {
      event.reference = String(uid[..<at])
    }
    let lines = first("DESCRIPTION")?.lines ?? ""
    if first("X-EDTF") != nil, event.takeOwn(lines.split(separator: "\n").map(String.init)) { return }
    event.add(lines.contains("</") || lines.contains("<br") ? PlainHTML.text(lines) : ImportedText.line(lines))
    for name in properties.map(\.name).uniqued where !Self.unread.contains(name) && !name.hasPrefix("X-") {
      let texts = properties.filter { $0.name == name }.map(Self.value).filter { !$0.isEmpty }
      event.add(Self.heading(name), texts.joined(separator: ", "))
    }
  }

  /// The name or address of a person, otherwise the property's text; empty for binary data.
  private static func value(_ property: CalendarProperty) -> String {
    if property.parameter("VALUE")?.uppercased() == "BINARY" || property.parameter("ENCODING")?.uppercased() == "BASE64"
    {
      return ""
    }
    guard property.name == "ATTENDEE" || property.name == "ORGANIZER" else { return property.text }
    if let name = property.parameter("CN"), !name.isEmpty { return ImportedText.line(name) }
    let text = property.text
    return text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
  }

  private static func heading(_ name: String) -> String {
    switch name {
    case "RRULE": "Repeated"
    case "RDATE": "Repeated on"
    case "URL": "URL"
    default: name.lowercased().replacing("-", with: " ").capitalised
    }
  }
}
