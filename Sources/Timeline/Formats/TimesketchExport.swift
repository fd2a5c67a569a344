internal import EDTF

/// Timesketch's JSON Lines: `message`, `datetime`, `timestamp_desc`, `tag` and any others, which OpenSearch then
/// indexes. <https://timesketch.org/guides/user/import-from-json-csv/>
///
/// A line represents one moment, so an event whose date can cover several days gets a line for the first of them, and
/// its description says so.
struct TimesketchExport: EventWriter {
  private let sink: ByteSink
  private var fields: EventFields
  private var tally = TimesketchTally()
  /// As JSON values.
  private let agencies: WrittenNames
  private let people: WrittenNames
  private let sources: WrittenNames

  init(_ export: Export, _ sink: ByteSink) {
    self.sink = sink
    fields = EventFields(export.chronology)
    func json(_ text: String) -> [UInt8] {
      var writer = JSONWriter()
      writer.string(text)
      return writer.bytes
    }
    agencies = WrittenNames(export.chronology.agencies.lazy.map(\.name), json)
    people = WrittenNames(export.chronology.people.lazy.map(\.name), json)
    sources = WrittenNames(export.chronology.sources.lazy.map(\.id), json)
  }

  var losses: [Loss] { tally.losses }

  mutating func begin() {}

  mutating func event(at position: Int) {
    fields.read(eventAt: position)
    guard let day = tally.day(of: fields) else { return }
    sink.text(#"{"message": ""#)
    inner(fields.title)
    if fields.summary.count > 0 {
      sink.text(". ")
      inner(fields.summary)
    }
    sink.text(#"", "datetime": ""#)
    sink.day(day)
    sink.text(TimesketchTally.clock(of: fields))
    sink.text(#"", "timestamp_desc": ""#)
    sink.text(tally.description(of: fields))
    sink.text(#"", "tag": ["#)
    sink.json(fields.kind, fields)
    if fields.isDisputed { sink.text(#", "disputed""#) }
    sink.text(#"], "event_id": "#)
    sink.json(fields.id, fields)
    sink.text(#", "edtf": "#)
    sink.json(fields.date, fields)
    sink.text(#", "date_basis": ""#)
    sink.text(fields.basis.rawValue)
    sink.text(#"", "agency": ["#)
    list(fields.agencies, of: agencies)
    sink.text(#"], "person": ["#)
    list(fields.people, of: people)
    sink.text(#"], "source": ["#)
    var isFirst = true
    fields.forEachCited { source, _ in
      if !isFirst { sink.text(", ") }
      isFirst = false
      sink.name(source, of: sources)
    }
    sink.text("]}\n")
  }

  mutating func end() {}

  /// A text without its quotes.
  @inline(__always) private func inner(_ string: JSONString) { sink.bytes(fields.cursor.bytes(of: string)) }

  @inline(__always) private func list(_ numbers: [Int], of names: WrittenNames) {
    var isFirst = true
    for number in numbers {
      if !isFirst { sink.text(", ") }
      isFirst = false
      sink.name(number, of: names)
    }
  }
}

/// The same as CSV.
struct TimesketchCSVExport: EventWriter {
  private var cells: CSVCells
  private var fields: EventFields
  private var tally = TimesketchTally()
  private let agencies: WrittenNames

  init(_ export: Export, _ sink: ByteSink) {
    cells = CSVCells(sink)
    fields = EventFields(export.chronology)
    agencies = WrittenNames(export.chronology.agencies.lazy.map(\.name), CSVCells.written)
  }

  var losses: [Loss] {
    tally.losses + [
      Loss("people and sources"),
      Loss("cells that a spreadsheet would run, as written: an apostrophe precedes them", cells.disarmed),
    ]
  }

  mutating func begin() {
    for column in ["message", "datetime", "timestamp_desc", "tag", "event_id", "edtf", "date_basis", "agency"] {
      cells.cell(column)
    }
    cells.endRow()
  }

  mutating func event(at position: Int) {
    fields.read(eventAt: position)
    guard let day = tally.day(of: fields) else { return }
    let first = fields.withBytes(of: fields.title) { CSVCells.first(of: $0) }
    cells.cell(first: first) { cells in
      cells.part(fields.title, fields)
      if fields.summary.count > 0 {
        cells.sink.text(". ")
        cells.part(fields.summary, fields)
      }
    }
    let clock = TimesketchTally.clock(of: fields)
    cells.cell(first: UInt8(ascii: "0")) { cells in
      cells.sink.day(day)
      cells.sink.text(clock)
    }
    cells.cell(tally.description(of: fields))
    let isDisputed = fields.isDisputed
    cells.cell(first: fields.withBytes(of: fields.kind) { CSVCells.first(of: $0) }) { cells in
      cells.part(fields.kind, fields)
      if isDisputed { cells.sink.text(",disputed") }
    }
    cells.cell(fields.id, fields)
    cells.cell(fields.date, fields)
    cells.cell(fields.basis.rawValue)
    cells.cell(fields.agencies, of: agencies)
    cells.endRow()
  }

  mutating func end() {}
}

/// What both formats say about a date, and what both lose.
struct TimesketchTally {
  private var undated = 0
  private var spans = 0
  private var links = 0
  private var known = 0

  /// The day for an event; nil, and counted, if there is none that can be written.
  mutating func day(of fields: borrowing EventFields) -> Day? {
    if fields.hasLinks { links += 1 }
    if fields.hasKnown { known += 1 }
    let span = fields.span
    guard let day = span.firstDay ?? span.lastDay else {
      undated += 1
      return nil
    }
    if span.earliest != span.latest { spans += 1 }
    return day
  }

  /// The time after the day, midnight if none is known. Timesketch has no times without an offset.
  static func clock(of fields: borrowing EventFields) -> String {
    guard let time = fields.time else { return "T00:00:00+00:00" }
    return "T\(time.edtf.prefix(8))\(time.zone.count == 6 ? time.zone : "+00:00")"
  }

  func description(of fields: borrowing EventFields) -> StaticString {
    let span = fields.span
    if span.earliest == span.latest { return "Event" }
    return span.firstDay == nil ? "Latest possible day" : "Earliest possible day"
  }

  var losses: [Loss] {
    [
      Loss("the title, the question and the filter"),
      Loss("events without a day of the years 0 to 9999, which are left out", undated),
      Loss("dates of more than a day, except their first day and the field edtf", spans),
      Loss("what each citation says, and where"),
      Loss("links between events (events with links)", links),
      Loss("who came to know, and when (events)", known),
    ]
  }
}
