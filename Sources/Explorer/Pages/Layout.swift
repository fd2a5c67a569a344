/// A page's rows wrapped to a width: made once when a page opens or the screen's width changes, so that moving
/// and painting cost O(screen).
package struct Layout: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    /// Index into the page's rows.
    package var row: Int
    /// Whether this is the row's first line, the one that shows its label.
    package var isFirst: Bool
    package var spans: [Span]
  }

  package let lines: [Line]
  private let firstLines: [Int]

  /// - Parameter width: columns for label and text; `Int.max` for no wrapping at all.
  package init(_ page: Page, width: Int) {
    var lines: [Line] = []
    var firstLines: [Int] = []
    let room = width == Int.max ? Int.max : max(1, width - page.labelWidth)
    for (index, row) in page.rows.enumerated() {
      firstLines.append(lines.count)
      let wrapped = room == Int.max ? [row.spans] : Wrapping.wrap(row.spans, width: room)
      for (number, spans) in wrapped.enumerated() {
        lines.append(Line(row: index, isFirst: number == 0, spans: spans))
      }
    }
    self.lines = lines
    self.firstLines = firstLines
  }

  /// The first line of a row; the last line for a row beyond the end; 0 on an empty page.
  package func line(ofRow row: Int) -> Int {
    firstLines.indices.contains(row) ? firstLines[row] : max(0, lines.count - 1)
  }

  package func row(ofLine line: Int) -> Int { lines.indices.contains(line) ? lines[line].row : 0 }
}
