internal import EDTF

/// The result of reading one file: each record is counted as an event, a note or a finding.
package struct ImportReport: Sendable {
  package let name: String
  package let format: ImportFormat
  /// The encoding of the file; nil for UTF-8.
  package let encoding: String?
  package let records: Int
  package let events: Int
  package let notes: [Note]
  /// The number of findings that replace a record; the others concern the file as a whole.
  package let lostRecords: Int
  /// What a person should look at in what was read, in sentences.
  package let remarks: [String]
  /// The first thousand of them.
  package let findings: [Finding]
  package let findingCount: Int

  /// Records that did not become events, for the same reason.
  package struct Note: Equatable, Sendable {
    package var reason: String
    package var count: Int
    /// The line of the first of them, counted from 1.
    package var line: Int
  }

  /// Named because text looks wrong if the encoding was guessed wrongly.
  var encodingSentence: String? { encoding.map { "\(name) is in \($0), and is read as such." } }

  /// One sentence with the totals, and one for each remark.
  package var sentences: [String] {
    var sentences = [encodingSentence].compactMap(\.self)
    let noted = notes.reduce(0) { $0 + $1.count }
    var parts = [Self.count(events, "event")]
    if noted > 0 { parts.append(Self.count(noted, "note")) }
    if lostRecords > 0 { parts.append(Self.count(lostRecords, "finding")) }
    sentences.append("\(name): \(format.records(records)) of \(format.name): \(Wording.list(parts)).")
    for note in notes {
      sentences.append(
        note.count == 1
          ? "Line \(note.line): \(note.reason)." : "From line \(note.line), \(note.count) times: \(note.reason).")
    }
    return sentences + remarks
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
