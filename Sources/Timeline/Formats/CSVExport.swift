internal import EDTF

/// A spreadsheet with the columns of the multi-agency chronologies of case reviews in the United Kingdom. Begins with
/// a byte order mark, without which spreadsheets misread UTF-8.
struct CSVExport: EventWriter {
  private let export: Export
  private var cells: CSVCells
  private var fields: EventFields
  private let agencies: WrittenNames
  private let sources: WrittenNames
  private var links = 0
  private var known = 0
  private var spans = 0

  static let columns = [
    "Event Ref", "Start Date", "Start Time", "End Date", "End Time", "Source of Information", "Agency",
    "Significant Event", "Impact", "Action Taken", "Comment",
  ]

  init(_ export: Export, _ sink: ByteSink) {
    self.export = export
    cells = CSVCells(sink)
    fields = EventFields(export.chronology)
    agencies = WrittenNames(export.chronology.agencies.lazy.map(\.name), CSVCells.written)
    sources = WrittenNames(export.chronology.sources.lazy.map(\.title), CSVCells.written)
  }

  var losses: [Loss] {
    [
      Loss("the title, the question and the filter"),
      Loss("the agencies', people's and sources' own descriptions"),
      Loss("what each citation says, and the place of its passage beyond the paragraph"),
      Loss("links between events (events with links)", links),
      Loss("who came to know, and when (events)", known),
      Loss(
        "dates other than a time, day, month or year, except in words in the comment: the columns have their first and last day",
        spans),
      Loss("cells that a spreadsheet would run, as written: an apostrophe precedes them", cells.disarmed),
    ]
  }

  mutating func begin() {
    cells.sink.text("\u{FEFF}")
    for column in Self.columns { cells.cell(column) }
    cells.endRow()
  }

  mutating func event(at position: Int) {
    fields.read(eventAt: position)
    if fields.hasLinks { links += 1 }
    if fields.hasKnown { known += 1 }
    cells.cell(fields.id, fields)
    dates()
    places()
    cells.cell(fields.agencies, of: agencies)
    significance()
    cells.cell(first: nil) { _ in }
    cells.cell(first: nil) { _ in }
    comment()
    cells.endRow()
  }

  mutating func end() {}

  /// Start date and time, end date and time. A simple date keeps its precision.
  private mutating func dates() {
    let isSimple = fields.withBytes(of: fields.date) { PlainDate.isSimple($0) }
    if isSimple {
      cells.cell(fields.date, fields)
      for _ in 0..<3 { cells.cell(first: nil) { _ in } }
      return
    }
    let span = fields.span
    if let time = fields.time {
      day(span.firstDay)
      cells.cell(time.cell)
      for _ in 0..<2 { cells.cell(first: nil) { _ in } }
      return
    }
    spans += 1
    day(span.firstDay)
    cells.cell(first: nil) { _ in }
    day(span.lastDay)
    cells.cell(first: nil) { _ in }
  }

  private mutating func day(_ day: Day?) {
    cells.cell(first: day.map { _ in UInt8(ascii: "0") }) { cells in
      if let day { cells.sink.day(day) }
    }
  }

  /// The titles of the sources with their paragraphs.
  private mutating func places() {
    cells.cell(first: CSVCells.first(of: fields.firstSource, of: sources)) { cells in
      var isFirst = true
      fields.forEachCited { source, paragraph in
        if !isFirst { cells.sink.text("; ") }
        isFirst = false
        cells.sink.name(source, of: sources)
        if paragraph > 0 {
          cells.sink.text(", ¶")
          cells.sink.number(paragraph)
        }
      }
    }
  }

  private mutating func significance() {
    let first = fields.withBytes(of: fields.title) { CSVCells.first(of: $0) }
    cells.cell(first: first) { cells in
      cells.part(fields.title, fields)
      if fields.summary.count > 0 {
        cells.sink.text(". ")
        cells.part(fields.summary, fields)
      }
    }
  }

  /// How the date is known, in words if it is not a day; whether the sources disagree, and what is adopted.
  private mutating func comment() {
    let isDisputed = fields.isDisputed
    let words = fields.dateWords()
    cells.cell(first: UInt8(ascii: "D")) { cells in
      cells.sink.text("Date ")
      cells.sink.text(fields.basis.rawValue)
      if let words {
        cells.sink.text(": ")
        cells.part(words)
        cells.sink.text(" (EDTF ")
        cells.part(fields.date, fields)
        cells.sink.text(")")
      }
      cells.sink.text(".")
      if let reason = fields.reason {
        cells.sink.text(" ")
        cells.part(reason, fields)
      }
      if isDisputed { cells.sink.text(" Disputed.") }
      if let reading = fields.reading {
        cells.sink.text(" ")
        cells.part(reading, fields)
      }
    }
  }
}
