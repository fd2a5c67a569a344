internal import EDTF

/// A calendar (iCalendar, RFC 5545; also vCalendar 1.0): each VEVENT becomes an event, on its date in local time.
struct CalendarImport: ImportReader {
  /// Components that are not events, with a description.
  private static let others = [
    "VTODO": "a task", "VJOURNAL": "a journal entry", "VFREEBUSY": "free and busy times",
    "VAVAILABILITY": "an availability",
  ]

  mutating func read(into run: ImportRun) {
    var lines = CalendarLines(run.bytes)
    // The names of the open components; for a component that is a record, its offset and its properties so far.
    var open: [String] = []
    var record: (depth: Int, offset: Int, name: String)?
    var properties: [CalendarProperty] = []
    while let line = lines.next() {
      guard let property = CalendarProperty(line) else {
        run.fault(
          ImportFault(
            offset: line.offset, path: open.last ?? "calendar", message: "\(quoted(line.text)) is not a property.",
            remedy: "A line is a name, a colon and a value; a line that goes on begins with a space."))
        continue
      }
      switch property.name {
      case "BEGIN":
        let name = property.value.uppercased().trimmed
        // If a VEVENT begins directly inside a record, that record was never ended.
        if let unfinished = record, name == "VEVENT", open.last == unfinished.name {
          take(unfinished, properties, isEnded: false, into: run)
          open.removeLast()
          record = nil
        }
        open.append(name)
        if record == nil, name == "VEVENT" || Self.others[name] != nil {
          record = (open.count, line.offset, name)
          properties.removeAll()
        }
      case "END":
        let name = property.value.uppercased().trimmed
        guard let index = open.lastIndex(of: name) else { continue }
        open.removeSubrange(index...)
        if let ended = record, open.count < ended.depth {
          take(ended, properties, isEnded: ended.name == name, into: run)
          record = nil
        }
      default:
        if let record {
          if open.count == record.depth { properties.append(property) }
        } else if open == ["VCALENDAR"] {
          about(property, run)
        }
      }
    }
    if let record { take(record, properties, isEnded: false, into: run) }
  }

  private func about(_ property: CalendarProperty, _ run: ImportRun) {
    switch property.name {
    case "X-WR-CALNAME", "NAME": if run.title == nil { run.title = property.text }
    case "X-WR-CALDESC", "DESCRIPTION": run.description.append(property.text)
    default: break
    }
  }

  private func take(
    _ record: (depth: Int, offset: Int, name: String), _ properties: [CalendarProperty], isEnded: Bool,
    into run: ImportRun
  ) {
    run.record(at: record.offset) { () throws(ImportFault) in
      guard isEnded else {
        throw ImportFault(
          offset: record.offset, path: record.name, message: "This \(record.name) has no end.",
          remedy: "It ends with the line END:\(record.name); the file may be cut short.")
      }
      if let other = Self.others[record.name] { return .note("\(other), which is not an event") }
      return .event(try CalendarEvent(properties, at: record.offset).event())
    }
  }
}
