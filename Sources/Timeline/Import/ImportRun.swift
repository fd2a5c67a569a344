internal import EDTF

/// Collects the records of one imported file: each becomes an event, a note or a finding, so none is dropped silently.
final class ImportRun {
  let bytes: UnsafeBufferPointer<UInt8>
  let format: ImportFormat
  /// The file's own title and description, if it has them.
  var title: String?
  var description: [String] = []

  private let writer: ImportWriter
  private let name: String
  private let source: String
  private let width: Int
  private let progress: (Double) -> Void
  private(set) var records = 0
  private(set) var events = 0
  private(set) var notes: [ImportReport.Note] = []
  /// What a person should look at in what was read, in sentences; the first `mostRemarks`.
  private(set) var remarks: [String] = []
  private var remarkCount = 0
  private static let mostRemarks = 20
  private(set) var faults = Faults()
  /// The number of findings that replace a record.
  private(set) var lostRecords = 0
  private var line = 1
  private var counted = 0

  enum Record {
    case event(ImportedEvent)
    /// A valid record that is not an event; the reason.
    case note(String)
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, format: ImportFormat, writer: ImportWriter,
    progress: @escaping (Double) -> Void
  ) {
    self.bytes = bytes
    self.name = name
    self.format = format
    self.writer = writer
    self.progress = progress
    source = writer.file(name)
    width = String(bytes.lineFeeds(in: 0..<bytes.count) + 1).utf8.count
  }

  func report(encoding: String?) -> ImportReport {
    var places = FaultPlaces(of: faults.kept)
    while !places.isFinished { places.advance(in: bytes, by: bytes.count) }
    return ImportReport(
      name: name, format: format, encoding: encoding, records: records, events: events, notes: notes,
      lostRecords: lostRecords,
      remarks: remarks
        + (remarkCount > remarks.count ? ["And \(Wording.grouped(remarkCount - remarks.count)) more like these."] : []),
      findings: places.findings, findingCount: faults.count)
  }

  /// Adds the record that begins at an offset. Costs least if offsets ascend: its line is counted on from the last one.
  func record(at offset: Int, _ body: () throws(ImportFault) -> Record) {
    records += 1
    if records % 1024 == 0 { progress(Double(offset) / Double(max(bytes.count, 1))) }
    do throws(ImportFault) {
      switch try body() {
      case .event(let event):
        try checkLengths(of: event)
        events += 1
        writer.add(event, line: line(at: offset), width: width, from: source)
      case .note(let reason):
        note(reason, at: offset)
      }
    } catch {
      lostRecords += 1
      fault(error)
    }
  }

  /// - Throws: if a text exceeds `TextLimit`.
  private func checkLengths(of event: ImportedEvent) throws(ImportFault) {
    func isLong(_ label: String) -> Bool { label.utf8.count > TextLimit.label }
    guard
      event.summary.utf8.count > TextLimit.prose || (event.dating.reason?.utf8.count ?? 0) > TextLimit.prose
        || isLong(event.title) || isLong(event.kind ?? "") || event.agencies.contains(where: isLong)
        || event.people.contains(where: isLong) || event.sources.contains(where: { isLong($0.title) })
    else { return }
    throw ImportFault(
      offset: event.offset, path: format.record,
      message: "A text is longer than \(TextLimit.prose) bytes, or a name than \(TextLimit.label).",
      remedy: "Shorten it.")
  }

  /// Records a fault in the file that concerns none of its records.
  func fault(_ fault: ImportFault) {
    faults.append(Fault(offset: fault.offset, path: fault.path, message: fault.message, remedy: fault.remedy))
  }

  func remark(_ sentence: String) {
    remarkCount += 1
    if remarks.count < Self.mostRemarks { remarks.append(sentence) }
  }

  func fault(_ fault: Fault) { faults.append(fault) }

  private func note(_ reason: String, at offset: Int) {
    if let index = notes.firstIndex(where: { $0.reason == reason }) {
      notes[index].count += 1
    } else {
      notes.append(ImportReport.Note(reason: reason, count: 1, line: line(at: offset)))
    }
  }

  /// The number of the line that contains an offset, counted from 1.
  func line(at offset: Int) -> Int {
    if offset < counted { (line, counted) = (1, 0) }
    line += bytes.lineFeeds(in: counted..<offset)
    counted = offset
    return line
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Addition wraps, since only a loop that cannot fail is compiled to vectors.
  fileprivate func lineFeeds(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where self[index] == 0x0A { count &+= 1 }
    return count
  }
}

/// Reads the records of one format.
protocol ImportReader {
  mutating func read(into run: ImportRun)
}
