/// What a front end needs of a canvas to write it: where it has changed, and the bytes that stand there.
extension Canvas {
  /// Cells side by side in one row, to be written in one go: all of one style.
  package struct Run {
    package let columns: Range<Int>
    package let style: Style
    /// Whether a terminal's cursor is in the next column afterwards. At the end of the row terminals differ, and of a
    /// wide or marked character they may have an idea of their own.
    package let isSure: Bool
  }

  /// The runs of a row that look otherwise than on a canvas of the same size, from left to right.
  ///
  /// - Parameter isRecoloured: whether styles stood for other looks there, so that all but the plain one have changed.
  package func changes(inRow row: Int, from old: Canvas, isRecoloured: Bool = false) -> [Run] {
    let hasMarks = hasMarks || old.hasMarks
    // Most cells of most frames are as they were, and their bits say so. The rest is rare.
    let others = hasMarks || isRecoloured ? otherChanges(inRow: row, from: old, isRecoloured: isRecoloured) : []
    var runs: [Run] = []
    withRow(row) { new in
      old.withRow(row) { before in
        var column = 0
        while column < new.count {
          if new.bits(column) == before.bits(column), others.isEmpty || !others[column] {
            column += 1
            continue
          }
          if new[column].isRightHalf { column -= 1 }
          let start = column
          let style = new[start].style
          var isSure = true
          while isSure, column < new.count, new[column].style == style {
            let next = column + (column + 1 < new.count && new[column + 1].isRightHalf ? 2 : 1)
            let last = next - 1
            if new.bits(column) == before.bits(column), new.bits(last) == before.bits(last),
              others.isEmpty || !others[column] && !others[last]
            {
              break
            }
            let isMarked = hasMarks && !marks(row: row, column: column).isEmpty
            isSure = last == column && !isMarked && next < new.count
            column = next
          }
          runs.append(Run(columns: start..<column, style: style, isSure: isSure))
        }
      }
    }
    return runs
  }

  /// By column: whether a cell has changed in its marks, or in what its style stands for.
  private func otherChanges(inRow row: Int, from old: Canvas, isRecoloured: Bool) -> [Bool] {
    let hasMarks = hasMarks || old.hasMarks
    return withRow(row) { cells in
      cells.indices.map { column in
        isRecoloured && cells[column].style != .plain
          || hasMarks && marks(row: row, column: column) != old.marks(row: row, column: column)
      }
    }
  }

  /// The first column from which on a row is blank.
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

  /// Whether cells hold nothing but ASCII, one character a column, in one style.
  package func isPlain(_ columns: Range<Int>, ofRow row: Int, in style: Style) -> Bool {
    withRow(row) { cells in
      columns.allSatisfy {
        cells[$0].scalar.isASCII && !cells[$0].isRightHalf && cells[$0].style == style
          && marks(row: row, column: $0).isEmpty
      }
    }
  }

  /// Appends what cells show in UTF-8. Nothing below a space gets through, whatever was put.
  package func append(_ columns: Range<Int>, ofRow row: Int, to bytes: inout [UInt8]) {
    withRow(row) { cells in
      for column in columns where !cells[column].isRightHalf {
        Self.append(cells[column].scalar, to: &bytes)
        if hasMarks { for mark in marks(row: row, column: column) { Self.append(mark, to: &bytes) } }
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.value >= 0x20, scalar.value < 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else if scalar.value >= 0xA0, let encoded = UTF8.encode(scalar) {
      bytes.append(contentsOf: encoded)
    } else {
      bytes.append(UInt8(ascii: "?"))
    }
  }
}

extension UnsafeBufferPointer<Canvas.Cell> {
  /// Four bytes of character and four of style in one word: the same for the same cell.
  @inline(__always)
  fileprivate func bits(_ column: Int) -> UInt64 {
    UnsafeRawPointer(baseAddress!).loadUnaligned(fromByteOffset: column &* 8, as: UInt64.self)
  }
}
