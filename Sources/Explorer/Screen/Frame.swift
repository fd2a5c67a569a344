/// A rectangle of the screen; empty if it has no rows or no columns.
package struct Frame: Equatable, Sendable {
  package var rows: Range<Int>
  package var columns: Range<Int>

  package static let none = Frame(rows: 0..<0, columns: 0..<0)

  package var height: Int { rows.count }
  package var width: Int { columns.count }
  package var isEmpty: Bool { rows.isEmpty || columns.isEmpty }

  /// Without this many rows at the top; empty if it has no more.
  func dropping(rows count: Int) -> Frame {
    Frame(rows: min(rows.upperBound, rows.lowerBound + count)..<rows.upperBound, columns: columns)
  }
}
