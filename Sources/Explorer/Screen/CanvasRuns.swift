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
    let isByBits = !hasMarks && !isRecoloured
    var runs: [Run] = []
    withRow(row) { new in
      old.withRow(row) { before in
        func hasChanged(_ column: Int) -> Bool {
          if isByBits { return new[column].bits != before[column].bits }
          return new[column] != before[column] || isRecoloured && new[column].style != .plain
            || marks(row: row, column: column) != old.marks(row: row, column: column)
        }
        var start = 0
        while start < new.count {
          // Most cells of most frames are as they were.
          guard hasChanged(start) else {
            start += 1
            continue
          }
          if new[start].isRightHalf { start -= 1 }
          let style = new[start].style
          var end = start
          var isSure = true
          while isSure, end < new.count, new[end].style == style {
            let isWide = end + 1 < new.count && new[end + 1].isRightHalf
            guard hasChanged(end) || isWide && hasChanged(end + 1) else { break }
            isSure = !isWide && !(hasMarks && !marks(row: row, column: end).isEmpty) && end + 1 < new.count
            end += isWide ? 2 : 1
          }
          runs.append(Run(columns: start..<end, style: style, isSure: isSure))
          start = end
        }
      }
    }
    return runs
  }

  /// The first column from which on a row is blank.
  package func blankTail(ofRow row: Int) -> Int {
    withRow(row) { cells in
      var column = cells.count
      while column > 0, cells[column - 1].bits == Cell.blank.bits, marks(row: row, column: column - 1).isEmpty {
        column -= 1
      }
      return column
    }
  }

  /// Whether cells hold nothing but ASCII in looks that a test accepts.
  package func isPlain(_ columns: Range<Int>, ofRow row: Int, where accepts: (Style) -> Bool) -> Bool {
    withRow(row) { cells in
      columns.allSatisfy {
        cells[$0].scalar.isASCII && !cells[$0].isRightHalf && marks(row: row, column: $0).isEmpty
          && accepts(cells[$0].style)
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
