internal import EDTF
internal import Timeline

/// The result of importing a text.
struct Imported {
  let chronology: Chronology
  let report: ImportReport

  init(
    _ text: String, named name: String = "made.csv", as format: ImportFormat? = nil,
    columns: CSVColumnNames = CSVColumnNames()
  ) throws {
    try self.init(Array(text.utf8), named: name, as: format, columns: columns)
  }

  init(
    _ bytes: [UInt8], named name: String = "made.csv", as format: ImportFormat? = nil,
    columns: CSVColumnNames = CSVColumnNames()
  ) throws {
    let reading = Import()
    try reading.read(Bytes(bytes), name: name, as: format, columns: columns)
    report = reading.reports[0]
    chronology = Chronology.load(reading.opened())
  }

  var events: [Event] { (0..<chronology.count).map { chronology.event(at: $0) } }
  var dates: [String] { events.map(\.date.description) }
  var titles: [String] { events.map(\.title) }
  var findings: [Finding] { report.findings }
  /// Line and column of each finding.
  var places: [String] { findings.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0)" } }
  var noted: Int { report.notes.reduce(0) { $0 + $1.count } }
}
