internal import EDTF

/// A calendar (iCalendar, RFC 5545): whole days, with the date as it is known in the property `X-EDTF`.
struct CalendarExport: EventWriter {
  private let export: Export
  private let sink: ByteSink
  private var fields: EventFields
  private let agencies: WrittenNames
  private let sources: WrittenNames
  /// The numbers of most paragraphs, in digits.
  private let numbers = WrittenNames((0..<1000).lazy.map { String($0) }, Self.written)
  /// What makes an event's id globally unique.
  private let domain: String
  private let stamp: String
  /// The length of the current line so far, in bytes.
  private var column = 0
  private var undated = 0
  private var spans = 0
  private var open = 0
  private var links = 0
  private var known = 0
  private var shifts = 0

  /// A calendar's years have four digits, and there is no year 0.
  private static let firstDay = Day(unchecked: 1, 1, 1)
  private static let lastDay = Day(unchecked: 9999, 12, 31)

  init(_ export: Export, _ sink: ByteSink) {
    self.export = export
    self.sink = sink
    fields = EventFields(export.chronology)
    agencies = WrittenNames(export.chronology.agencies.lazy.map(\.name), Self.written)
    sources = WrittenNames(export.chronology.sources.lazy.map(\.title), Self.written)
    domain = "\(Digest(of: export.chronology.title.utf8).hexadecimal.prefix(16)).chronology"
    stamp = Self.stamp(export.heading.stamp)
  }

  var losses: [Loss] {
    [
      Loss("events without a day of the years 1 to 9999, which are left out", undated),
      Loss("dates known as a span: they fill it, and the property X-EDTF has them as they are known", spans),
      Loss("ends that are open or unknown: the event is put on the one day that is known", open),
      Loss("offsets from UTC: the time is that of the place, and the property X-EDTF has the offset", shifts),
      Loss("what each citation says, and the place of its passage beyond the paragraph"),
      Loss("links between events (events with links)", links),
      Loss("who came to know, and when (events)", known),
    ]
  }

  mutating func begin() {
    sink.text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//chronology//EN\r\n")
    line("X-WR-CALNAME", export.chronology.title)
    let about = [export.heading.question, export.heading.filter, export.heading.data].compactMap(\.self)
    if !about.isEmpty { line("X-WR-CALDESC", about.joined(separator: ". ")) }
  }

  mutating func event(at position: Int) {
    fields.read(eventAt: position)
    let span = fields.span
    let first = span.firstDay.flatMap { $0 >= Self.firstDay ? $0 : nil }
    let last = span.lastDay.flatMap { $0 >= Self.firstDay ? $0 : nil }
    guard let start = first ?? last else {
      undated += 1
      return
    }
    if first == nil || last == nil { open += 1 } else if span.earliest != span.latest { spans += 1 }
    if fields.hasLinks { links += 1 }
    if fields.hasKnown { known += 1 }
    sink.text("BEGIN:VEVENT\r\n")
    begin("UID")
    value(fields.id)
    raw("@")
    plain(domain)
    endLine()
    sink.text("DTSTAMP:")
    sink.text(stamp)
    endLine()
    if let time = fields.time {
      if time.zone.contains(":") { shifts += 1 }
      begin(at: time, on: start)
    } else {
      days(from: start, to: last ?? start)
    }
    begin("SUMMARY")
    value(fields.title)
    endLine()
    let isDisputed = fields.isDisputed
    description(isDisputed: isDisputed)
    begin("CATEGORIES")
    value(fields.kind)
    endLine()
    begin("X-EDTF")
    value(fields.date)
    endLine()
    sink.text("TRANSP:TRANSPARENT\r\n")
    if span.earliest != span.latest || isDisputed { sink.text("STATUS:TENTATIVE\r\n") }
    sink.text("END:VEVENT\r\n")
  }

  mutating func end() { sink.text("END:VCALENDAR\r\n") }

  private func days(from first: Day, to last: Day) {
    day("DTSTART;VALUE=DATE", first)
    // The end is exclusive: the day after the last (RFC 5545, 3.6.1).
    let end = Day(number: last.number + 1)
    if end <= Self.lastDay { day("DTEND;VALUE=DATE", end) }
  }

  /// A moment by the clock of its place, or in UTC; a form with another offset does not exist (RFC 5545, 3.3.5).
  private func begin(at time: ClockTime, on day: Day) {
    sink.text("DTSTART:")
    sink.day(day, separator: nil)
    sink.text("T\(time.edtf.prefix(8).filter { $0 != ":" })\(time.zone == "Z" ? "Z" : "")")
    endLine()
  }

  private mutating func description(isDisputed: Bool) {
    begin("DESCRIPTION")
    if fields.summary.count > 0 {
      value(fields.summary)
      raw("\\n")
    }
    raw("Date ")
    plain(fields.basis.rawValue)
    if let words = fields.dateWords() {
      raw(": ")
      value(words)
    }
    raw(".")
    if let reason = fields.reason {
      raw(" ")
      value(reason)
    }
    if isDisputed { raw("\\nDisputed.") }
    if let reading = fields.reading {
      raw(" ")
      value(reading)
    }
    for (index, number) in fields.agencies.enumerated() {
      raw(index == 0 ? "\\nAgencies: " : "\\; ")
      name(number, of: agencies)
    }
    places()
    endLine()
  }

  private mutating func places() {
    let chronology = export.chronology
    var isFirst = true
    chronology.index.cited.forEach(of: fields.row) { source, paragraph in
      raw(isFirst ? "\\nSources: " : "\\; ")
      isFirst = false
      name(source, of: sources)
      if paragraph > 0 {
        raw("\\, ¶")
        if paragraph < 1000 { name(paragraph, of: numbers) } else { plain(String(paragraph)) }
      }
    }
  }

  // MARK: Lines of at most 75 bytes

  private mutating func line(_ name: StaticString, _ text: String) {
    begin(name)
    value(text)
    endLine()
  }

  /// - Parameter name: short enough to fit on one line with the day.
  private func day(_ name: StaticString, _ day: Day) {
    sink.text(name)
    sink.text(":")
    sink.day(day, separator: nil)
    endLine()
  }

  @inline(__always) private mutating func begin(_ name: StaticString) {
    sink.text(name)
    sink.text(":")
    column = name.utf8CodeUnitCount + 1
  }

  @inline(__always) private func endLine() { sink.text("\r\n") }

  @inline(__always) private mutating func raw(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes a text that needs no escapes.
  private mutating func plain(_ text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

  private mutating func value(_ string: JSONString) {
    if !string.hasEscapes { return escaped(fields.cursor.bytes(of: string)) }
    fields.cursor.unescaped(string).withUnsafeBufferPointer { escaped($0) }
  }

  private mutating func value(_ text: String) {
    var text = text
    text.withUTF8 { escaped($0) }
  }

  private mutating func name(_ number: Int, of names: WrittenNames) { names.withBytes(of: number) { put($0) } }

  /// A text escaped according to RFC 5545, 3.3.11.
  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var rest = text
    while let place = Self.firstSpecial(in: rest) {
      put(UnsafeBufferPointer(rebasing: rest[..<place]))
      switch rest[place] {
      case UInt8(ascii: "\\"): raw("\\\\")
      case UInt8(ascii: ";"): raw("\\;")
      case UInt8(ascii: ","): raw("\\,")
      default: raw(" ")
      }
      rest = UnsafeBufferPointer(rebasing: rest[(place + 1)...])
    }
    put(rest)
  }

  private static func written(_ name: String) -> [UInt8] {
    name.utf8.flatMap { "\\;,".utf8.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
  }

  /// The offset of the first byte that must be escaped or replaced: a backslash, semicolon, comma or control character.
  @inline(__always) private static func firstSpecial(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress else { return nil }
    var at = 0
    while at + 32 <= text.count,
      special(base + at) | special(base + at + 8) | special(base + at + 16)
        | special(base + at + 24) == 0
    {
      at += 32
    }
    while at + 8 <= text.count {
      let special = special(base + at)
      if special != 0 { return at + special.trailingZeroBitCount / 8 }
      at += 8
    }
    return text[at...].firstIndex { byte in
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","), 0x7F, 0..<0x20: true
      default: false
      }
    }
  }

  /// The high bit of the first such byte among eight, with possible false positives above it.
  @inline(__always) private static func special(_ at: UnsafePointer<UInt8>) -> UInt64 {
    let word = SWAR.load(at)
    let signs = SWAR.places(of: 0x5C, in: word) | SWAR.places(of: 0x3B, in: word) | SWAR.places(of: 0x2C, in: word)
    let controls = (word &- SWAR.ones &* 0x20) & ~word & SWAR.highs
    return signs | controls | SWAR.places(of: 0x7F, in: word)
  }

  /// Writes bytes, and folds the line before a scalar that would exceed the limit.
  @inline(__always) private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count > Self.longest - column { return putFolded(bytes) }
    sink.bytes(bytes)
    column += bytes.count
  }

  private mutating func putFolded(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes
    while rest.count > Self.longest - column {
      let room = Self.longest - column
      var end = room
      // A scalar has at most four bytes.
      while end > max(0, room - 3), rest[end] & 0xC0 == 0x80 { end -= 1 }
      sink.bytes(UnsafeBufferPointer(rebasing: rest[..<end]))
      sink.text("\r\n ")
      column = 1
      rest = UnsafeBufferPointer(rebasing: rest[end...])
    }
    sink.bytes(rest)
    column += rest.count
  }

  /// In bytes, without the line end (RFC 5545, 3.1).
  private static let longest = 75

  /// Seconds since 1970 as `20070201T123000Z`.
  private static func stamp(_ seconds: Int) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let day = Day(number: days).description.replacing("-", with: "")
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : String($0) }
    return "\(day)T\(clock.joined())Z"
  }
}
