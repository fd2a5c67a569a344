/// How much of a text is read, in bytes of UTF-8: more than anybody writes into such a field, and little enough that each row
/// of a page may hold it. What is beyond is a finding; the file keeps it, and so do exports that copy events as they stand.
enum TextLimit {
  /// Names, titles, ids, addresses.
  static let label = 2000
  /// Summaries, notes, reasons.
  static let prose = 100_000

  /// The limit of a field by its name.
  static func of(_ field: String) -> Int {
    switch field {
    case "summary", "reading", "reason", "note", "gist", "description": prose
    default: label
    }
  }

  /// As much of a text as is read, without half a character at its end.
  static func cut(_ text: String, to count: Int) -> String {
    var end = text.utf8.index(text.startIndex, offsetBy: count)
    while end.samePosition(in: text) == nil { text.utf8.formIndex(before: &end) }
    return String(text[..<end])
  }
}
