/// A table whose separator, row of headings and columns have been recognised.
struct CSVTable {
  /// Positioned at the first row after the headings.
  let rows: CSVRows
  let columns: [CSVColumn]
  let headings: [String]
  /// The text above the headings, one string per row.
  let above: [String]
  let isTimesketch: Bool
  private let places: [CSVColumn: Int]

  /// The maximum number of rows above the headings.
  static let mostAbove = 20
  static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

  /// Nil if no row has a heading for a date and one for what happened.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, named names: CSVColumnNames = CSVColumnNames()) {
    let tables = Self.separators.compactMap { Self(bytes, named: names, separator: $0) }
    guard let best = tables.max(by: { $0.places.count < $1.places.count }) else { return nil }
    self = best
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>, named names: CSVColumnNames, separator: UInt8) {
    var rows = CSVRows(bytes, separator: separator)
    var above: [String] = []
    while above.count <= Self.mostAbove {
      guard case .row = rows.next() else { return nil }
      let headings = rows.cells.indices.map { rows.text($0) }
      for isTimesketch in [true, false] {
        let columns = CSVColumn.columns(of: headings, named: names, isTimesketch: isTimesketch)
        let places = Dictionary(
          columns.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let known = places.filter { if case .other = $0.key { false } else { true } }
        func has(_ column: CSVColumn) -> Bool { known[column] != nil }
        guard
          isTimesketch
            ? has(.text) && (has(.moment) || has(.timestamp)) && has(.description)
            : (has(.startDate) || has(.year)) && (has(.title) || has(.text))
        else { continue }
        self.rows = rows
        self.columns = columns
        self.headings = headings
        self.above = above
        self.isTimesketch = isTimesketch
        self.places = known
        return
      }
      let text = headings.filter { !$0.isEmpty }.joined(separator: " ")
      // Some spreadsheets declare their separator in a first row, such as `sep=;`.
      if !text.lowercased().hasPrefix("sep="), !text.isEmpty { above.append(text) }
    }
    return nil
  }

  /// The index of a column; nil if the table does not have it.
  func place(of column: CSVColumn) -> Int? { places[column] }
}
