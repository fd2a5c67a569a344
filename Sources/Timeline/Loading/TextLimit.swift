/// The longest text that is read, in bytes of UTF-8: more than anybody writes into such a field, and little enough for
/// each row of a page to hold. Anything longer is a finding. The file keeps the whole text, and so do exports that copy
/// events unchanged.
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

  /// The text cut to the limit, without half a character at its end.
  static func cut(_ text: String, to count: Int) -> String {
    var end = text.utf8.index(text.startIndex, offsetBy: count)
    while end.samePosition(in: text) == nil { text.utf8.formIndex(before: &end) }
    return String(text[..<end])
  }
}
