/// Reads the rows of a table and reports what is wrong with them.
extension CSVTable {
  /// Passes each well-formed row to `body`. Blank rows and repeated headings become notes.
  func readRows(into run: ImportRun, _ body: (CSVRows) throws(ImportFault) -> ImportRun.Record) {
    var rows = rows
    while true {
      let outcome = rows.next()
      if outcome == .end { return }
      run.record(at: rows.start) { () throws(ImportFault) in
        do throws(ImportFault) {
          return try record(rows, outcome, body)
        } catch {
          if rows.breaksBefore + rows.breaksInside == 0 { throw error }
          throw error.inRow(run.line(at: rows.start) - rows.breaksBefore)
        }
      }
    }
  }

  private func record(
    _ rows: CSVRows, _ outcome: CSVRows.Outcome, _ body: (CSVRows) throws(ImportFault) -> ImportRun.Record
  ) throws(ImportFault) -> ImportRun.Record {
    if case .fault(let offset, let reason) = outcome { throw Self.fault(reason, at: offset) }
    if rows.isBlank { return .note("a row without any text") }
    if rows.cells.count >= headings.count, headings.indices.allSatisfy({ rows.text($0) == headings[$0] }) {
      return .note("the headings again")
    }
    if rows.cells.count > headings.count,
      let index = rows.cells.indices[headings.count...].first(where: { !rows.text($0).isEmpty })
    {
      let extra = rows.cells[index]
      throw ImportFault(
        offset: extra.start, path: "row",
        message: "This row has \(rows.cells.count) cells, and there are \(headings.count) headings.",
        remedy: "Put a text with a separator in it between quotes.")
    }
    return try body(rows)
  }

  private static func fault(_ reason: CSVRows.Reason, at offset: Int) -> ImportFault {
    switch reason {
    case .textAfterQuote:
      ImportFault(
        offset: offset, path: "row", message: "There is text after the quote that ends a cell.",
        remedy: "Double each quote inside a cell.")
    case .openQuote:
      ImportFault(
        offset: offset, path: "row", message: "This quote is never closed.",
        remedy: "Close it, or double it where it is part of the text.")
    }
  }

  /// A fault in a cell of a row; in the row as a whole if the table has neither column.
  func fault(
    _ column: CSVColumn, _ other: CSVColumn, _ rows: CSVRows, _ message: String, _ remedy: String
  ) -> ImportFault {
    guard let place = place(of: column) ?? place(of: other) else {
      return ImportFault(offset: rows.start, path: "row", message: message, remedy: remedy)
    }
    let offset = place < rows.cells.count ? rows.cells[place].start : rows.start
    return ImportFault(offset: offset, path: headings[place], message: message, remedy: remedy)
  }

  // MARK: Cells by their meaning

  func text(_ column: CSVColumn, _ rows: CSVRows) -> String { place(of: column).map(rows.text) ?? "" }

  func whole(_ column: CSVColumn, _ rows: CSVRows) -> String { place(of: column).map(rows.whole) ?? "" }

  /// A text without the apostrophe that exports put before a formula to keep a spreadsheet from running it.
  func armed(_ column: CSVColumn, _ rows: CSVRows) -> String {
    let text = text(column, rows)
    guard text.hasPrefix("'"), let next = text.utf8.dropFirst().first, "=+-@|%".utf8.contains(next) else { return text }
    return String(text.dropFirst())
  }
}

extension ImportFault {
  /// The fault with the number of its row, which is not that of its line after a cell of several lines.
  fileprivate func inRow(_ row: Int) -> ImportFault {
    var fault = self
    fault.path = path == "row" ? "row \(row)" : "row \(row), \(path)"
    return fault
  }
}
