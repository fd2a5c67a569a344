/// The columns of a row, separated by two blanks, each wrapped within its own width.
struct Table {
  private let widths: [Int]
  private let counts: [Int]
  /// The start of the column without a fixed width: text below the row is aligned with it.
  let hang: Int

  private static let spacing = 2
  /// The minimum width for each column without one of its own; with less, the row is written as running text.
  private static let least = 20

  /// Nil for a row without columns, and if they do not fit.
  init?(_ cells: [Row.Cell], width: Int) {
    guard !cells.isEmpty else { return nil }
    let taken = cells.reduce(0) { $0 + ($1.width ?? 0) } + Self.spacing * (cells.count - 1)
    let left = width - taken
    let elasticCount = cells.count { $0.width == nil }
    guard left >= Self.least * elasticCount else { return nil }
    widths = cells.map { $0.width ?? left / max(1, elasticCount) }
    counts = cells.map(\.count)
    let elastic = cells.firstIndex { $0.width == nil } ?? 0
    hang = widths[..<elastic].reduce(0) { $0 + $1 + Self.spacing }
  }

  func lines(of spans: [Span]) -> [[Span]] {
    var columns: [[[Span]]] = []
    var first = 0
    for (width, count) in zip(widths, counts) {
      columns.append(Wrapping.wrap(Array(spans[first..<first + count]), width: max(1, width)))
      first += count
    }
    return (0..<(columns.map(\.count).max() ?? 0)).map { line in
      var spans: [Span] = []
      var blank = 0
      for (column, width) in zip(columns, widths) {
        let part = column.indices.contains(line) ? column[line] : []
        let used = part.reduce(0) { $0 + CellWidth.of($1.text) }
        if used > 0 {
          if blank > 0 { spans.append(Span(String(repeating: " ", count: blank))) }
          spans += part
          blank = 0
        }
        blank += width - used + Self.spacing
      }
      return spans
    }
  }

  /// A row as running text, with two blanks between what would be columns.
  static func inOneLine(_ row: Row) -> [Span] {
    if row.cells.isEmpty { return row.spans }
    var spans: [Span] = []
    var first = 0
    for cell in row.cells {
      let part = row.spans[first..<first + cell.count].filter { !$0.text.isEmpty }
      if !spans.isEmpty, !part.isEmpty { spans.append(Span("  ")) }
      spans += part
      first += cell.count
    }
    return spans
  }
}
