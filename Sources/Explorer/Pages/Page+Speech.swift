internal import Timeline

extension Page {
  /// Title and status as sentences.
  var spokenHeading: String {
    [title, status].filter { !$0.isEmpty }.map(\.capitalised.sentence).joined(separator: " ")
  }

  /// A row as it is read out, with its number if it is a link; empty beyond the last row.
  func numbered(_ row: Int) -> String {
    guard rows.indices.contains(row) else { return "" }
    let speech = Printable.line(rows[row].speech)
    guard rows[row].target != nil else { return speech }
    return "\(rows[...row].count { $0.target != nil }). \(speech)"
  }
}
