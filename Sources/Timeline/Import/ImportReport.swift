internal import EDTF

/// What became of a file that was read: its records are its events, its notes and its findings.
package struct ImportReport: Sendable {
  package let name: String
  package let format: ImportFormat
  /// What the file was saved in, where that is not UTF-8.
  package let encoding: String?
  package let records: Int
  package let events: Int
  package let notes: [Note]
  /// Findings that stand for a record each; the others are about the file.
  package let lostRecords: Int
  /// The first thousand.
  package let findings: [Finding]
  package let findingCount: Int

  /// Records that are no events, for one reason.
  package struct Note: Equatable, Sendable {
    package var reason: String
    package var count: Int
    /// Of the first of them.
    package var line: Int
  }

  /// What was recognised as something else than UTF-8 may look wrong where it was mistaken.
  var encodingSentence: String? { encoding.map { "\(name) is in \($0), and is read as such." } }

  /// The sum, and what there is to say besides, a sentence each.
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
    return sentences
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
