internal import EDTF

/// An event as another program's file has it, whatever the format: what `ImportWriter` makes an event of ours from.
struct ImportedEvent {
  /// Where its record begins, in bytes of the text.
  var offset: Int
  /// How the file itself calls it; nil where it does not.
  var reference: String?
  var date: EDTFDate
  var dating = Dating(basis: .stated)
  /// The time of the day, as far as it is known, as digits that sort: `143000`.
  var time: String?
  /// What kind of event it is, where the file says so.
  var kind: String?
  var title: String
  var summary = ""
  /// Names, not ids.
  var agencies: [String] = []
  var people: [String] = []
  /// Titles of what the file itself names as its source.
  var sources: [ImportedSource] = []
  /// Which of several accounts is adopted, where it is an export of ours.
  var reading: String?
}

/// What a record names as its source.
struct ImportedSource: Equatable {
  var title: String
  /// Where in it: "¶2".
  var place: String?
}

/// Why a record is no event.
struct ImportFault: Error {
  /// In bytes of the text.
  var offset: Int
  /// The column, property or field.
  var path: String
  /// A sentence.
  var message: String
  var remedy: String?
}

extension ImportedEvent {
  /// Adds to the summary what the record says in a field that an event has no place for.
  mutating func add(_ name: String, _ text: String) {
    if !text.isEmpty { add("\(name): \(text)".sentence) }
  }

  mutating func add(_ sentence: String) {
    guard !sentence.isEmpty else { return }
    summary = summary.isEmpty ? sentence : "\(summary.sentence) \(sentence)"
  }
}
