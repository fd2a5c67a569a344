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

  private static func text(of canvas: Canvas) -> String {
    let size = "\(canvas.size.columns) columns, \(canvas.size.rows) rows"
    let cursor = "cursor in row \(canvas.cursor.row), column \(canvas.cursor.column)"
    return ([size + ", " + cursor] + canvas.text.map { "|" + $0 }).joined(separator: "\n") + "\n"
  }
}
