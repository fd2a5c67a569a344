/// Which column is missing from a delimited text that is no table of events, judged by the row most like headings.
struct CSVShortfall {
  /// Positioned at the first row after the headings.
  private var rows: CSVRows
  private var start = 0
  private(set) var headings: [String] = []
  private var columns: [CSVColumn] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, named names: CSVColumnNames) {
    rows = CSVRows(bytes, separator: CSVTable.separators[0])
    for separator in CSVTable.separators {
      var rows = CSVRows(bytes, separator: separator)
      for _ in 0...CSVTable.mostAbove {
        guard case .row = rows.next() else { break }
        let headings = rows.cells.indices.map { rows.text($0) }
        let columns = CSVColumn.columns(of: headings, named: names)
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
        remedy: remedy))
    var rows = rows
    while rows.next() != .end {
      run.record(at: rows.start) { .note("not read, because the headings do not say what the columns are") }
    }
  }

  /// The headings without a known meaning.
  private var others: [String] {
    zip(headings, columns).filter { if case .other = $0.1 { !$0.0.isEmpty } else { false } }.map(\.0)
  }

  private var remedy: String {
    let rename = "Name the columns in the first row: Start Date, Significant Event, Agency, Source of Information."
    let missing = heading(of: [.startDate, .year]) == nil ? "Date" : "Event"
    let other = likely(missing) ?? others.first ?? "your heading"
    return "\(rename) Or say what they are: chronology import --column \"\(missing)=\(other)\"."
  }

  /// The heading of the column whose first cell reads like a date, or is the longest text.
  private func likely(_ missing: String) -> String? {
    var rows = rows
    guard case .row = rows.next() else { return nil }
    let cells = zip(headings, columns).enumerated().compactMap { index, column -> (heading: String, text: String)? in
      guard case .other = column.1, index < rows.cells.count, !column.0.isEmpty else { return nil }
      return (column.0, rows.text(index))
    }
    if missing == "Date" {
      var dates = DateCells()
      return cells.first { (try? dates.read($0.text)) != nil && !$0.text.isEmpty }?.heading
    }
    return cells.max { $0.text.utf8.count < $1.text.utf8.count }?.heading
  }

  private var message: String {
    let date = heading(of: [.startDate, .year])
    let text = heading(of: [.title, .text])
    let rest = others.isEmpty ? "" : ": \(others.map(quoted).joined(separator: ", "))"
    if let date { return "Found the date in \(quoted(date)); no column says what happened\(rest)." }
    if let text { return "Found what happened in \(quoted(text)); no column gives the date\(rest)." }
    return "No row has a heading for the date and one for what happened."
  }

  private func heading(of columns: [CSVColumn]) -> String? {
    self.columns.firstIndex(where: columns.contains).map { headings[$0] }
  }
}
