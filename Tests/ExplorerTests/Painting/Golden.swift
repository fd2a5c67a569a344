internal import Explorer
internal import Foundation
internal import Testing

/// Screens and transcripts stored as text. `RECORD_GOLDENS=1` writes what is painted now and fails, so that no run
/// both records and passes: read what was written before committing it.
enum Golden {
  /// Compares a screen, preceded by its cursor's position, with the file of that name.
  static func check(_ canvas: Canvas, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try check(text(of: canvas), name, sourceLocation: sourceLocation)
  }

  /// Compares what was said, one item per line, with the file of that name.
  static func check(_ lines: [String], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try check(lines.joined(separator: "\n") + "\n", name, sourceLocation: sourceLocation)
  }

  private static func check(_ actual: String, _ name: String, sourceLocation: SourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Goldens").appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(actual.utf8).write(to: file)
      Issue.record("recorded \(name): read it, then run again without RECORD_GOLDENS", sourceLocation: sourceLocation)
      return
    }
    guard let data = try? Data(contentsOf: file) else {
      Issue.record("there is no golden \(name): record it with RECORD_GOLDENS=1", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: data, as: UTF8.self)
    if actual != expected {
      Issue.record("\(name) is\n\(actual)\nand should be\n\(expected)", sourceLocation: sourceLocation)
    }
  }

  /// The screen as text; below it the runs of each row that are not plain.
  private static func text(of canvas: Canvas) -> String {
    let size = "\(canvas.size.columns) columns, \(canvas.size.rows) rows"
    let cursor = "cursor in row \(canvas.cursor.row), column \(canvas.cursor.column)"
    let styles = (0..<canvas.size.rows).compactMap { row in
      let runs = runs(canvas[row: row].map(\.style)).filter { $0.style != .plain }
      return runs.isEmpty
        ? nil
        : "row \(row): "
          + runs.map { "\($0.columns.lowerBound)-\($0.columns.upperBound) \(words($0.style))" }.joined(separator: ", ")
    }
    return ([size + ", " + cursor] + canvas.text.map { "|" + $0 } + styles).joined(separator: "\n") + "\n"
  }

  private static func runs(_ styles: [Style]) -> [(columns: ClosedRange<Int>, style: Style)] {
    styles.enumerated().reduce(into: []) { runs, cell in
      if let last = runs.last, last.style == cell.element {
        runs[runs.count - 1].columns = last.columns.lowerBound...cell.offset
      } else {
        runs.append((cell.offset...cell.offset, cell.element))
      }
    }
  }

  private static func words(_ style: Style) -> String {
    var words = [style.weight == .plain ? nil : "\(style.weight)", style.tone == .plain ? nil : "\(style.tone)"]
    words += [style.isReversed ? "reversed" : nil, style.isUnderlined ? "underlined" : nil]
    return words.compactMap(\.self).joined(separator: " ")
  }
}
