internal import EDTF

/// A calendar (iCalendar, RFC 5545): whole days, with the date as it is known in the property `X-EDTF`.
struct CalendarExport: EventWriter {
  private let export: Export
  private let sink: ByteSink
  private var fields: EventFields
  private let agencies: [String]
  private let sources: [String]
  /// What makes an event's id globally unique.
  private let domain: String
  private let stamp: String
  private var column = 0
  private var undated = 0
  private var spans = 0
  private var open = 0
  private var links = 0
  private var known = 0

  init(_ export: Export, _ sink: ByteSink) {
    self.export = export
    self.sink = sink
    fields = EventFields(export.chronology)
    agencies = export.chronology.agencies.map(\.name)
    sources = export.chronology.sources.map(\.title)
    domain = "\(Digest(of: export.chronology.title.utf8).hexadecimal.prefix(16)).chronology"
    stamp = Self.stamp(export.heading.stamp)
  }

  var losses: [Loss] {
    [
      Loss("events without a day of the years 1 to 9999, which are left out", undated),
      Loss("dates known as a span: they fill it, and the property X-EDTF has them as they are known", spans),
      Loss("ends that are open or unknown: the event stands on the one day that is known", open),
      Loss("what each citation says, and the place of its passage beyond the paragraph"),
      Loss("links between events (events with links)", links),
      Loss("who came to know, and when (events)", known),
    ]
  }

  mutating func begin() {
    line("BEGIN", raw: "VCALENDAR")
    line("VERSION", raw: "2.0")
    line("PRODID", raw: "-//chronology//EN")
    line("X-WR-CALNAME", export.chronology.title)
    let about = [export.heading.question, export.heading.filter, export.heading.data].compactMap(\.self)
    if !about.isEmpty { line("X-WR-CALDESC", about.joined(separator: ". ")) }
  }

  mutating func event(at position: Int) {
    fields.read(eventAt: position)
    let span = fields.span
    let first = span.firstDay.flatMap { $0.year > 0 ? $0 : nil }
    let last = span.lastDay.flatMap { $0.year > 0 ? $0 : nil }
    guard let start = first ?? last else {
      undated += 1
      return
    }
    if first == nil || last == nil { open += 1 } else if span.earliest != span.latest { spans += 1 }
    if fields.hasLinks { links += 1 }
    if fields.hasKnown { known += 1 }
    line("BEGIN", raw: "VEVENT")
    begin("UID")
    value(fields.id)
    raw("@")
    raw(domain)
    endLine()
    line("DTSTAMP", raw: stamp)
    day("DTSTART;VALUE=DATE", start)
    // The end is exclusive: the day after the last (RFC 5545, 3.6.1).
    let end = Day(number: (last ?? start).number + 1)
    if end.year <= 9999 { day("DTEND;VALUE=DATE", end) }
    begin("SUMMARY")
    value(fields.title)
    endLine()
    description()
    begin("CATEGORIES")
    value(fields.kind)
    endLine()
    begin("X-EDTF")
    value(fields.date)
    endLine()
    line("TRANSP", raw: "TRANSPARENT")
    if span.earliest != span.latest || fields.isDisputed { line("STATUS", raw: "TENTATIVE") }
    line("END", raw: "VEVENT")
  }

  mutating func end() { line("END", raw: "VCALENDAR") }

  private mutating func description() {
    begin("DESCRIPTION")
    if fields.summary.count > 0 {
      value(fields.summary)
      raw("\\n")
    }
    raw("Date ")
    raw(fields.basis.rawValue)
    if !fields.withBytes(of: fields.date, { PlainDate.isDay($0) }), let date = fields.edtf {
      raw(": ")
      value(date.words)
    }
    raw(".")
    if let reason = fields.reason {
      raw(" ")
      value(reason)
    }
    if fields.isDisputed { raw("\\nDisputed.") }
    if let reading = fields.reading {
      raw(" ")
      value(reading)
    }
    for (index, number) in fields.agencies.enumerated() {
      raw(index == 0 ? "\\nAgencies: " : "\\; ")
      value(agencies[number])
    }
    let paragraphs = fields.paragraphs
    for (index, number) in fields.sources.enumerated() {
      raw(index == 0 ? "\\nSources: " : "\\; ")
      value(sources[Int(number)])
      let paragraph = paragraphs[paragraphs.startIndex + index]
      if paragraph > 0 {
        raw("\\, ¶")
        raw(String(paragraph))
      }
    }
    endLine()
  }

  // MARK: Lines of at most 75 bytes

  private mutating func line(_ name: String, raw text: String) {
    begin(name)
    raw(text)
    endLine()
  }

  private mutating func line(_ name: String, _ text: String) {
    begin(name)
    value(text)
    endLine()
  }

  private mutating func day(_ name: String, _ day: Day) {
    begin(name)
    sink.day(day, separator: nil)
    endLine()
  }

  private mutating func begin(_ name: String) {
    column = 0
    raw(name)
    raw(":")
  }

  private func endLine() { sink.text("\r\n") }

  private mutating func raw(_ text: String) {
    var text = text
    text.withUTF8 { bytes in for byte in bytes { put(byte) } }
  }

  private mutating func value(_ string: JSONString) {
    if !string.hasEscapes {
      let bytes = fields.cursor.bytes(of: string)
      return escaped(bytes)
    }
    fields.cursor.unescaped(string).withUnsafeBufferPointer { escaped($0) }
  }

  private mutating func value(_ text: String) {
    var text = text
    text.withUTF8 { escaped($0) }
  }

  /// A text escaped according to RFC 5545, 3.3.11.
  private mutating func escaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        put(UInt8(ascii: "\\"))
        put(byte)
      case 0..<0x20, 0x7F: put(0x20)
      default: put(byte)
      }
    }
  }

  /// Lines are folded only between scalars.
  @inline(__always) private mutating func put(_ byte: UInt8) {
    if column >= 72, byte & 0xC0 != 0x80, column + Self.length(of: byte) > 75 {
      sink.text("\r\n ")
      column = 1
    }
    sink.byte(byte)
    column += 1
  }

  private static func length(of lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// Seconds since 1970 as `20070201T123000Z`.
  private static func stamp(_ seconds: Int) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let day = Day(number: days).description.replacing("-", with: "")
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : String($0) }
    return "\(day)T\(clock.joined())Z"
  }
}
