internal import EDTF

/// A spreadsheet with one row per event, in the columns of multi-agency chronologies or equivalent ones.
struct CSVImport: ImportReader {
  /// What the reader of the file calls its columns.
  let names: CSVColumnNames
  private var dates = DateCells()
  /// What the date of the row last read leaves in doubt.
  private var doubt: String?
  /// The names in cells, since the same few recur in most rows.
  private var knownNames: [String: [String]] = [:]
  private static let mostNames = 4096

  init(named names: CSVColumnNames = CSVColumnNames()) { self.names = names }

  mutating func read(into run: ImportRun) {
    guard let table = CSVTable(run.bytes, named: names) else {
      let shortfall = CSVShortfall(run.bytes, named: names)
      reportMissing(from: shortfall.headings, to: run)
      return shortfall.report(to: run)
    }
    reportMissing(from: table.headings, to: run)
    run.description += table.above
    table.readRows(into: run) { rows throws(ImportFault) in
      if let title = Self.title(of: rows, in: table) {
        run.title = title
        return .note("it gives the title")
      }
      let event = try event(rows, in: table)
      if let doubt { run.remark("Line \(run.line(at: rows.start)): \(doubt)") }
      return .event(event)
    }
    let others = table.columns.compactMap { if case .other(let heading) = $0 { quoted(heading) } else { nil } }
    if !others.isEmpty {
      let (noun, verb) = others.count == 1 ? ("column", "goes") : ("columns", "go")
      run.remark("The \(noun) \(Wording.list(others)) \(verb) into the summary.")
    }
  }

  /// Reports the columns that were named but are not there.
  private func reportMissing(from headings: [String], to run: ImportRun) {
    let present = headings.filter { !$0.isEmpty }
    for heading in names.missing(from: headings) {
      run.fault(
        ImportFault(
          offset: 0, path: "headings", message: "No column is called \(quoted(heading)).",
          remedy: present.isEmpty ? "Copy it from the file." : "The headings are \(Wording.list(present.map(quoted))).")
      )
    }
  }

  /// The headline of TimelineJS's title slide, which is a row without a date in its spreadsheets.
  private static func title(of rows: CSVRows, in table: CSVTable) -> String? {
    guard table.place(of: .year) != nil, table.text(.kind, rows).lowercased() == "title" else { return nil }
    return PlainHTML.text(table.text(.title, rows))
  }

  private mutating func event(_ rows: CSVRows, in table: CSVTable) throws(ImportFault) -> ImportedEvent {
    let date = try date(rows, in: table)
    var event = ImportedEvent(offset: rows.start, date: date?.date ?? ImportedDate.unknown.date, title: "")
    event.rowOffset = rows.breaksBefore
    describe(&event, rows, in: table)
    guard !event.title.isEmpty else {
      throw table.fault(.title, .text, rows, "Nothing says what happened.", "Write it, or delete the row.")
    }
    event.addRemainder(of: date)
    event.time = date?.time?.sorting
    event.dating = date?.dating ?? event.dating
    doubt = date?.note?.capitalised.sentence
    if event.date.bounds.isUnknown {
      let written = table.text(.startDate, rows)
      let reason = written.isEmpty ? "The file gives no date." : "The file gives “\(written)” as the date."
      event.dating = Dating(basis: .inferred, reason: reason)
    }
    event.reference = table.text(.reference, rows)
    event.kind = table.text(.kind, rows)
    event.agencies = names(in: table.whole(.agency, rows))
    event.people = names(in: table.whole(.person, rows))
    event.sources = names(in: table.whole(.source, rows)).map(Self.source)
    let comment = table.text(.comment, rows)
    if let own = OwnWords(comment), event.take(own) { return event }
    event.add("Comment", comment)
    return event
  }

  /// Adds what happened, and every cell without a field of its own, in column order.
  private func describe(_ event: inout ImportedEvent, _ rows: CSVRows, in table: CSVTable) {
    let isHTML = table.place(of: .year) != nil
    func plain(_ text: String) -> String { isHTML ? PlainHTML.text(text) : text }
    let title = plain(table.armed(.title, rows))
    let text = plain(table.armed(.text, rows))
    if title.isEmpty {
      (event.title, event.summary) = ImportedText.split(text)
    } else {
      let split = ImportedText.split(title)
      event.title = title.utf8.count <= ImportedText.longestTitle ? title : split.title
      if event.title != title { event.add(split.summary) }
      event.add(text)
    }
    for (index, column) in table.columns.enumerated() {
      if case .other(let heading) = column { event.add(heading, plain(rows.text(index))) }
    }
  }

  // MARK: When

  private mutating func date(_ rows: CSVRows, in table: CSVTable) throws(ImportFault) -> ImportedDate? {
    if table.place(of: .startDate) == nil {
      let start = try Self.parts([.year, .month, .day], rows, in: table)
      let end = try Self.parts([.endYear, .endMonth, .endDay], rows, in: table)
      return try span(from: start, to: end, .endYear, rows, in: table)
    }
    let start = try cell(.startDate, rows, in: table)
    let end = try cell(.endDate, rows, in: table)
    return try span(from: start, to: end, .endDate, rows, in: table)
  }

  /// A date with the time from a column of its own, unless the date's cell gives another: then that is kept in words.
  /// - Parameter missing: the date if there is a time alone.
  private static func timed(
    _ date: ImportedDate?, or missing: ImportedDate, _ column: CSVColumn, _ rows: CSVRows, in table: CSVTable
  ) -> ImportedDate? {
    let text = table.text(column, rows)
    let time = CellTime(text)
    if time == .none || time == date?.time.map(CellTime.time) { return date }
    return (date ?? missing).with(date?.time == nil ? time : .words(text))
  }

  private func span(
    from start: ImportedDate?, to end: ImportedDate?, _ column: CSVColumn, _ rows: CSVRows, in table: CSVTable
  ) throws(ImportFault) -> ImportedDate? {
    let start = Self.timed(start, or: .unknown, .startTime, rows, in: table)
    // A time at which something ended without a date is one of the same day.
    let sameDay = ImportedDate(date: start?.date ?? ImportedDate.unknown.date)
    let end = Self.timed(end, or: sameDay, .endTime, rows, in: table)
    do { return try ImportedDate.span(from: start, to: end) } catch {
      throw table.fault(column, .startDate, rows, error.reason.capitalised.sentence, "Correct one of the two dates.")
    }
  }

  private mutating func cell(
    _ column: CSVColumn, _ rows: CSVRows, in table: CSVTable
  ) throws(ImportFault) -> ImportedDate? {
    let text = table.text(column, rows)
    if text.isEmpty { return nil }
    do {
      return column == .endDate ? try dates.readEnd(text) : try dates.read(text)
    } catch {
      throw table.fault(column, column, rows, error.sentence(about: text), error.remedy)
    }
  }

  /// A date split into columns for year, month and day, as in spreadsheets for TimelineJS.
  private static func parts(
    _ columns: [CSVColumn], _ rows: CSVRows, in table: CSVTable
  ) throws(ImportFault) -> ImportedDate? {
    let texts = columns.map { table.text($0, rows) }
    guard !texts[0].isEmpty else { return nil }
    guard let date = TimelineDate(year: texts[0], month: texts[1], day: texts[2])?.edtf else {
      throw table.fault(
        columns[0], columns[0], rows, "\(quoted(texts.joined(separator: " ").trimmed)) is not a year, month and day.",
        "Write them as numbers.")
    }
    return ImportedDate(date: date)
  }

  // MARK: Who says so

  private mutating func names(in cell: String) -> [String] {
    if cell.isEmpty { return [] }
    if let known = knownNames[cell] { return known }
    let read = Self.names(cell)
    if knownNames.count < Self.mostNames { knownNames[cell] = read }
    return read
  }

  /// The names in a cell, separated by semicolons or line breaks.
  static func names(_ cell: String) -> [String] {
    cell.unicodeScalars.split(whereSeparator: isSeparator).map { ImportedText.line(String($0)) }.filter { !$0.isEmpty }
      .uniqued
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "\n"..."\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  static func sources(_ cell: String) -> [ImportedSource] { names(cell).map(source) }

  /// A paragraph number at the end, as our own export writes it, becomes the place.
  private static func source(_ name: String) -> ImportedSource {
    // Most names contain no “¶”, and looking for one scalar costs a fraction of searching for the text.
    guard name.unicodeScalars.contains("¶"), let mark = name.firstRange(of: ", ¶"),
      name[mark.upperBound...].allSatisfy(\.isNumber)
    else {
      return ImportedSource(title: name)
    }
    return ImportedSource(title: String(name[..<mark.lowerBound]), place: "¶\(name[mark.upperBound...])")
  }
}
