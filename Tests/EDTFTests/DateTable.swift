import EDTF
import Testing

/// Tables of dates in plain text, so that each expected value is next to the string that it belongs to.
enum DateTable {
  /// Each line: an EDTF string, its level, its first and last day (or "open", "unknown").
  static func expectAccepted(_ table: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      do {
        let date = try EDTFDate(fields[0])
        let row = "\(fields[0]) \(date.level) \(text(date.bounds.earliest)) \(text(date.bounds.latest))"
        #expect(row == fields.joined(separator: " "), sourceLocation: sourceLocation)
        #expect(date.description == fields[0], "is canonical", sourceLocation: sourceLocation)
      } catch {
        Issue.record("\(fields[0]) is refused: \(error)", sourceLocation: sourceLocation)
      }
    }
  }

  /// Each line: a string in single quotation marks, the offset of the fault, and words from the reason.
  static func expectRejected(_ table: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for line in table.split(separator: "\n") {
      let fields = line.dropFirst().split(separator: "'", maxSplits: 1, omittingEmptySubsequences: false)
      let expected = fields[1].split(separator: " ", maxSplits: 1)
      do {
        let date = try EDTFDate(fields[0])
        Issue.record("\(fields[0]) is read as \(date.words)", sourceLocation: sourceLocation)
      } catch {
        #expect(error.offset == Int(expected[0]), "\(fields[0]): \(error.reason)", sourceLocation: sourceLocation)
        #expect(
          error.reason.contains(expected.count > 1 ? expected[1] : ""), "\(fields[0]): \(error.reason)",
          sourceLocation: sourceLocation)
      }
    }
  }

  static func text(_ bound: Bound) -> String {
    switch bound {
    case .day(let day): day.description
    case .open: "open"
    case .unknown: "unknown"
    }
  }
}
