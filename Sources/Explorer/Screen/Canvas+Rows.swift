/// What a front end needs in order to write only the rows, and the parts of a row, that must be written.
extension Canvas {
  /// Whether a row differs from that of a canvas of the same size.
  package func differs(inRow row: Int, from old: Canvas) -> Bool {
    let isSame = withRow(row) { new in
      old.withRow(row) { before in
        (0..<new.count).allSatisfy { new.bits($0) == before.bits($0) }
      }
    }
    guard isSame, hasMarks || old.hasMarks else { return !isSame }
    return (0..<size.columns).contains { marks(row: row, column: $0) != old.marks(row: row, column: $0) }
  }

  /// The first column of the row's trailing blanks.
  package func blankTail(ofRow row: Int) -> Int {
    withRow(row) { cells in
      let blank = [Cell.blank].withUnsafeBufferPointer { $0.bits(0) }
      var column = cells.count
      while column > 0, cells.bits(column - 1) == blank,
        !hasMarks || marks(row: row, column: column - 1).isEmpty
      {
        column -= 1
      }
      return column
    }
  }
}

extension UnsafeBufferPointer<Canvas.Cell> {
  /// Four bytes of character and four of style in one word, equal for equal cells.
  @inline(__always)
  fileprivate func bits(_ column: Int) -> UInt64 {
    UnsafeRawPointer(baseAddress!).loadUnaligned(fromByteOffset: column &* 8, as: UInt64.self)
  }
}
