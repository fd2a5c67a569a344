/// Which column is missing from a delimited text that is no table of events, judged by the row most like headings.
struct CSVShortfall {
  /// Positioned at the first row after the headings.
  private var rows: CSVRows
  private var start = 0
  private var headings: [String] = []
  private var columns: [CSVColumn] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    rows = CSVRows(bytes, separator: CSVTable.separators[0])
    for separator in CSVTable.separators {
      var rows = CSVRows(bytes, separator: separator)
      for _ in 0...CSVTable.mostAbove {
        guard case .row = rows.next() else { break }
        let headings = rows.cells.indices.map { rows.text($0) }
        let columns = CSVColumn.columns(of: headings)
        if Self.known(columns) > Self.known(self.columns) {
          (self.rows, self.headings, self.columns, start) = (rows, headings, columns, rows.start)
        }
      }
    }
  }

  private static func known(_ columns: [CSVColumn]) -> Int {
    columns.count { if case .other = $0 { false } else { true } }
  }

  /// Records what is missing, and each row as one that was not read.
  func report(to run: ImportRun) {
    run.fault(
      ImportFault(
        offset: start, path: "headings", message: message,
        remedy: "Name the columns in the first row: Start Date, Significant Event, Agency, Source of Information."))
    var rows = rows
    while rows.next() != .end {
      run.record(at: rows.start) { .note("not read, because the headings do not say what the columns are") }
    }
  }

  private var message: String {
    let date = heading(of: [.startDate, .year])
    let text = heading(of: [.title, .text])
    let others = zip(headings, columns).filter { if case .other = $0.1 { !$0.0.isEmpty } else { false } }
    let rest = others.isEmpty ? "" : ": \(others.map { quoted($0.0) }.joined(separator: ", "))"
    if let date { return "Found the date in \(quoted(date)); no column says what happened\(rest)." }
    if let text { return "Found what happened in \(quoted(text)); no column gives the date\(rest)." }
    return "No row has a heading for the date and one for what happened."
  }

  private func heading(of columns: [CSVColumn]) -> String? {
    self.columns.firstIndex(where: columns.contains).map { headings[$0] }
  }
}
