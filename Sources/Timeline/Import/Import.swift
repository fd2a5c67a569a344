/// Imports files of other programs, one after another, into a single chronology.
package final class Import {
  private let writer = ImportWriter()
  private var titles: [String] = []
  private var descriptions: [String] = []
  package private(set) var reports: [ImportReport] = []
  /// The text of the file last read, in UTF-8.
  private(set) var decoded: Bytes?

  /// Why a file cannot be read at all.
  package enum Failure: Error, Equatable {
    /// It is in none of the known formats.
    case unknown
    /// It already is a chronology of ours, which opens without an import.
    case own
    /// It is not text; what it appears to be.
    case binary(String)

    /// A clause that follows the file's name.
    package var message: String {
      switch self {
      case .unknown:
        "is in no format that is known: \(ImportFormat.allCases.map(\.name).joined(separator: ", ")). "
          + "A spreadsheet needs a row of headings, with one for the date and one for what happened"
      case .own: "is a chronology already: it opens as it is"
      case .binary(let kind): "is \(kind)"
      }
    }
  }

  /// - Parameter files: how many files will be read.
  package init(files: Int = 1) { writer.hasSeveralFiles = files > 1 }

  /// Reads a file.
  /// - Parameters:
  ///   - name: the file's name without its folder.
  ///   - format: nil to guess it from the content.
  ///   - columns: what the columns of a table are called, if their headings do not say it.
  ///   - progress: called from time to time with the fraction read, 0 to 1.
  package func read(
    _ bytes: Bytes, name: String, as format: ImportFormat? = nil, columns: CSVColumnNames = CSVColumnNames(),
    progress: @escaping (Double) -> Void = { _ in }
  ) throws(Failure) {
    let text: DecodedText
    do {
      text = try DecodedText(bytes)
      decoded = text.bytes
    } catch {
      guard case .binary(let kind) = error else { throw .unknown }
      throw .binary(kind)
    }
    guard let format = format ?? (columns.isEmpty ? nil : .csv) ?? ImportFormat(of: text.bytes.buffer, name: name)
    else { throw .unknown }
    var reader: any ImportReader
    switch format {
    case .csv: reader = CSVImport(named: columns)
    case .timesketchCSV: reader = TimesketchCSVImport()
    case .timesketch: reader = TimesketchImport()
    case .timelinejs: reader = TimelineJSImport()
    case .ics: reader = CalendarImport()
    case .json, .jsonl: throw .own
    }
    let run = ImportRun(text.bytes.buffer, name: name, format: format, writer: writer, progress: progress)
    for fault in text.faults { run.fault(fault) }
    reader.read(into: run)
    reports.append(run.report(encoding: text.encoding))
    titles.append(run.title ?? Self.stem(of: name))
    descriptions += run.description
  }

  /// A file's name without its extension.
  private static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  package var events: Int { reports.reduce(0) { $0 + $1.events } }
  package var findingCount: Int { reports.reduce(0) { $0 + $1.findingCount } }

  /// The title of the chronology, if not those of the files.
  package var givenTitle: String?

  private var title: String { givenTitle ?? titles.filter { !$0.isEmpty }.uniqued.joined(separator: "; ") }

  private var description: String? {
    let description = descriptions.filter { !$0.isEmpty }.map(\.sentence).joined(separator: " ")
    return description.isEmpty ? nil : description
  }

  /// Writes the chronology as JSON. Can be called only once, since it releases what it writes.
  package func write(to sink: ByteSink) {
    func short(_ text: String, _ most: Int) -> String { text.utf8.count > most ? TextLimit.cut(text, to: most) : text }
    writer.finish(
      title: short(title.isEmpty ? "Imported" : title, TextLimit.label),
      description: description.map { short($0, TextLimit.prose) }
    ) { piece in
      sink.bytes(piece.bindMemory(to: UInt8.self))
      return !sink.isBroken
    }
    sink.flush()
  }

  /// The chronology as an opened file. Can be called only once, like `write(to:)`.
  package func opened() -> OpenedFile {
    var pieces: [[UInt8]] = []
    let sink = ByteSink { piece in
      pieces.append(Array(piece))
      return true
    }
    write(to: sink)
    return OpenedFile(
      Bytes(joining: &pieces), findings: reports.flatMap(\.findings), findingCount: findingCount,
      remarks: reports.compactMap(\.encodingSentence), lines: writer.lines)
  }
}
