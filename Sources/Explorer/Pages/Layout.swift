/// A page's rows wrapped to a width: computed once when a page opens or the screen's width changes, so that moving and
/// painting cost O(screen).
package struct Layout: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    /// Index into the page's rows.
    package var row: Int
    /// Whether this is the first line of the row, with its label.
    package var isFirst: Bool
    /// The indentation in columns.
    package var indent = 0
    package var spans: [Span]
  }

  package let lines: [Line]
  private let firstLines: [Int]

  /// - Parameters:
  ///   - width: columns for label and text; `Int.max` for no wrapping at all.
  ///   - wrapsEntries: whether a list entry may continue on a second line.
  package init(_ page: Page, width: Int, wrapsEntries: Bool = true) {
    var lines: [Line] = []
    var firstLines: [Int] = []
    let room = width == Int.max ? Int.max : max(1, width - page.labelWidth)
    for (index, row) in page.rows.enumerated() {
      firstLines.append(lines.count)
      if room == Int.max || row.role == .entry && !wrapsEntries {
        lines.append(
          Line(row: index, isFirst: true, spans: Table.inOneLine(row) + row.below.flatMap { [Span("  ")] + $0 }))
      } else {
        lines += Self.lines(of: row, at: index, width: room)
      }
    }
    self.lines = lines
    self.firstLines = firstLines
  }

  private static func lines(of row: Row, at index: Int, width: Int) -> [Line] {
    // If less than a third of the width remained, hanging lines would be mere slivers.
    var hang = row.hang <= width * 2 / 3 ? row.hang : 0
    var lines: [Line]
    if let columns = Table(row.cells, width: width) {
      hang = columns.hang
      lines = columns.lines(of: row.spans).map { Line(row: index, isFirst: false, spans: $0) }
    } else {
      lines = Wrapping.wrap(Table.inOneLine(row), width: width, hang: hang).enumerated().map { number, spans in
        Line(row: index, isFirst: false, indent: number == 0 ? 0 : hang, spans: spans)
      }
    }
    lines[0].isFirst = true
    for spans in row.below {
      for spans in Wrapping.wrap(spans, width: width - hang) {
        lines.append(Line(row: index, isFirst: false, indent: hang, spans: spans))
      }
    }
    return lines
  }

  /// The first line of a row; the last line for a row beyond the end; 0 on an empty page.
  package func line(ofRow row: Int) -> Int {
    firstLines.indices.contains(row) ? firstLines[row] : max(0, lines.count - 1)
  }

  package func row(ofLine line: Int) -> Int { lines.indices.contains(line) ? lines[line].row : 0 }
}
