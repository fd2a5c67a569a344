internal import EDTF

/// One record of Timesketch, from a line of JSON or a row of CSV.
/// <https://timesketch.org/guides/user/import-from-json-csv/>
struct TimesketchRecord {
  var message = ""
  var datetime = ""
  /// Microseconds since 1970.
  var timestamp = ""
  var description = ""
  var tags: [String] = []
  var agencies: [String] = []
  var people: [String] = []
  var sources: [String] = []
  /// Fields of our own export.
  var reference: String?
  var edtf = ""
  var basis = ""
  /// All other fields, by name.
  var others: [(name: String, text: String)] = []

  /// - Throws: the field at fault and the reason.
  func event(at offset: Int) throws(Fault) -> ImportedEvent {
    guard !message.isEmpty else { throw Fault(field: "message", message: "There is no message.", remedy: nil) }
    let (moment, time) = try moment()
    let (title, summary) = ImportedText.split(message)
    var event = ImportedEvent(offset: offset, date: moment.date, title: title, summary: summary)
    event.reference = reference
    event.agencies = agencies
    event.people = people
    event.sources = sources.map { ImportedSource(title: $0) }
    if let date = try? EDTFDate(edtf), let basis = Dating.Basis(rawValue: basis) {
      takeOwn(date, basis, into: &event)
    } else {
      event.time = time
      event.kind = description
      event.add("Tags", tags.joined(separator: ", "))
    }
    for other in others { event.add(other.name, other.text) }
    return event
  }

  /// Our own export gives the date in EDTF and the kind as the first tag, but no reason.
  private func takeOwn(_ date: EDTFDate, _ basis: Dating.Basis, into event: inout ImportedEvent) {
    event.date = date
    event.dating = Dating(basis: basis, reason: basis == .stated ? nil : "The file gives no reason.")
    event.kind = tags.first
    event.add("Tags", tags.dropFirst().filter { $0 != "disputed" }.joined(separator: ", "))
  }

  struct Fault: Error {
    var field: String
    var message: String
    var remedy: String?
  }

  // MARK: When

  private func moment() throws(Fault) -> (date: ImportedDate, time: String?) {
    // Timesketch itself interprets a number here as microseconds.
    if let stamp = Int(datetime), datetime.utf8.count > 8 { return try Self.moment(stamp: stamp, field: "datetime") }
    guard !datetime.isEmpty else { return try momentOfStamp() }
    guard let moment = Self.moment(datetime) else {
      throw Fault(
        field: "datetime", message: "\(quoted(datetime)) is not a date and time as in ISO 8601.",
        remedy: "Write it as 2009-03-12T14:30:00+00:00.")
    }
    return moment
  }

  static func moment(_ text: String) -> (date: ImportedDate, time: String?)? {
    let day = String(text.prefix(10))
    guard let date = try? EDTFDate(day), date.precision == .day else { return nil }
    let rest = text.dropFirst(10)
    if rest.isEmpty { return (ImportedDate(date: date), nil) }
    guard rest.first == "T" || rest.first == " ", let time = ClockTime(rest.dropFirst(), isISO: rest.first == "T")
    else { return nil }
    guard let moment = try? EDTFDate("\(day)T\(time.edtf)") else { return nil }
    if time.isMidnight { return (ImportedDate(date: date), nil) }
    return (ImportedDate(date: moment, time: time), time.sorting)
  }

  private func momentOfStamp() throws(Fault) -> (date: ImportedDate, time: String?) {
    guard let stamp = Int(timestamp) else {
      throw Fault(
        field: timestamp.isEmpty ? "datetime" : "timestamp",
        message: timestamp.isEmpty
          ? "There is neither a datetime nor a timestamp." : "\(quoted(timestamp)) is not a number of microseconds.",
        remedy: "Write the moment as 2009-03-12T14:30:00+00:00 in datetime.")
    }
    let (micro, isTooLarge) = stamp.multipliedReportingOverflow(by: Self.unit(ofDigits: timestamp.utf8.count))
    return try Self.moment(stamp: isTooLarge ? .max : micro, field: "timestamp")
  }

  /// In microseconds. Timesketch asks for these, but takes the first ten digits for seconds: ten digits are seconds
  /// (of the years 2001 to 2286), and thirteen milliseconds.
  private static func unit(ofDigits count: Int) -> Int {
    switch count {
    case 10: 1_000_000
    case 13: 1000
    default: 1
    }
  }

  private static func moment(stamp: Int, field: String) throws(Fault) -> (date: ImportedDate, time: String?) {
    let seconds = stamp.flooringQuotient(by: 1_000_000)
    let days = seconds.flooringQuotient(by: 86_400)
    let rest = seconds - days * 86_400
    let micro = stamp - seconds * 1_000_000
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : String($0) }
    let digits = String(repeating: "0", count: 6 - String(micro).count) + String(micro)
    let text = "\(Day(number: days))T\(clock.joined(separator: ":")).\(digits)Z"
    guard let moment = Self.moment(text) else {
      throw Fault(field: field, message: "\(stamp) is not in the years 0 to 9999.", remedy: nil)
    }
    return moment
  }
}

extension Int {
  fileprivate func flooringQuotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-(self + 1)) / divisor) - 1
  }
}

/// Timesketch's CSV.
struct TimesketchCSVImport: ImportReader {
  mutating func read(into run: ImportRun) {
    guard let table = CSVTable(run.bytes), table.isTimesketch else {
      return run.fault(
        ImportFault(
          offset: 0, path: "headings", message: "No row has the headings message, datetime and timestamp_desc.",
          remedy: "Name the columns in the first row, or say --from csv."))
    }
    run.description += table.above
    table.readRows(into: run) { rows throws(ImportFault) in
      var record = TimesketchRecord()
      record.message = table.armed(.text, rows)
      record.datetime = table.text(.moment, rows)
      record.timestamp = table.text(.timestamp, rows)
      record.description = table.text(.description, rows)
      record.reference = table.text(.reference, rows)
      record.edtf = table.text(.edtf, rows)
      record.basis = table.text(.basis, rows)
      record.agencies = CSVImport.names(table.whole(.agency, rows))
      record.people = CSVImport.names(table.whole(.person, rows))
      record.sources = CSVImport.names(table.whole(.source, rows))
      record.tags = Self.tags(table.armed(.tag, rows))
      for (index, column) in table.columns.enumerated() {
        if case .other(let heading) = column { record.others.append((heading, rows.text(index))) }
      }
      do throws(TimesketchRecord.Fault) {
        return .event(try record.event(at: rows.start))
      } catch {
        let column: CSVColumn = error.field == "message" ? .text : error.field == "datetime" ? .moment : .timestamp
        throw table.fault(column, .timestamp, rows, error.message, error.remedy ?? "Write it, or delete the row.")
      }
    }
  }

  /// `a,b`, or `['a', 'b']` as Timesketch itself writes it.
  static func tags(_ cell: String) -> [String] {
    let isList = cell.hasPrefix("[") && cell.hasSuffix("]")
    return (isList ? cell.dropFirst().dropLast() : cell[...]).split(separator: ",").map { tag in
      String(tag.filter { !isList || $0 != "'" && $0 != "\"" }).trimmed
    }.filter { !$0.isEmpty }
  }
}
