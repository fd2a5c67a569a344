internal import EDTF

/// An event read from another program's file in any format, from which `ImportWriter` makes an event of ours.
struct ImportedEvent {
  /// The start of its record, in bytes of the text.
  var offset: Int
  /// How much less its row in a spreadsheet is than its line, because of line breaks inside cells.
  var rowOffset = 0
  /// The file's own identifier for it; nil if it has none.
  var reference: String?
  var date: EDTFDate
  var dating = Dating(basis: .stated)
  /// The time of day, as far as known, in digits that sort by time: `143000`.
  var time: String?
  /// The kind of event, if the file gives it.
  var kind: String?
  var title: String
  var summary = ""
  /// Names, not ids.
  var agencies: [String] = []
  var people: [String] = []
  /// The sources that the file itself names.
  var sources: [ImportedSource] = []
  /// Which of several accounts is adopted and why, if the file is an export of ours.
  var reading: String?
}

/// A source that a record names.
struct ImportedSource: Equatable {
  var title: String
  /// The place in the source: "¶2".
  var place: String?
}

/// Why a record cannot become an event.
struct ImportFault: Error {
  /// In bytes of the text.
  var offset: Int
  /// The name of the column, property or field.
  var path: String
  /// A sentence.
  var message: String
  var remedy: String?
}

extension ImportedEvent {
  /// Adds to the summary a field of the record that an event has no place for.
  mutating func add(_ name: String, _ text: String) {
    if !text.isEmpty { add((name + ": " + text).sentence) }
  }

  mutating func add(_ sentence: String) {
    guard !sentence.isEmpty else { return }
    summary = summary.isEmpty ? sentence : summary.sentence + " " + sentence
  }
}
