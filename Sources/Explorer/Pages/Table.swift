/// The columns of a row, two blanks between them, each wrapped within its own width.
struct Table {
  private let widths: [Int]
  private let counts: [Int]
  /// Where the column begins that takes what the others leave: what follows below the row stands under it.
  let hang: Int

  private static let gap = 2
  /// What must be left for each column without a width of its own, or the row is written as running text.
  private static let least = 20

  /// Nil for a row without columns, and where they have no room.
  init?(_ cells: [Row.Cell], width: Int) {
    guard !cells.isEmpty else { return nil }
    let taken = cells.reduce(0) { $0 + ($1.width ?? 0) } + Self.gap * (cells.count - 1)
    let left = width - taken
    let elasticCount = cells.count { $0.width == nil }
    guard left >= Self.least * elasticCount else { return nil }
    widths = cells.map { $0.width ?? left / max(1, elasticCount) }
    counts = cells.map(\.count)
    let elastic = cells.firstIndex { $0.width == nil } ?? 0
    hang = widths[..<elastic].reduce(0) { $0 + $1 + Self.gap }
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
        blank += width - used + Self.gap
      }
      return spans
    }
  }

  /// A row as running text, two blanks between what would be columns.
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
