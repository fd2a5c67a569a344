/// The size of a screen or of a part of it, in character cells.
package struct Size: Hashable, Sendable {
  package var rows: Int
  package var columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A cell's position, counted from 0 at the top left.
package struct Point: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A screen as a value: the contents of each cell, and the position of the cursor.
///
/// Whatever is put on it, each row stays exactly as wide as the screen: text is clipped, controls are made harmless,
/// and a wide character is never split.
package struct Canvas: Equatable, Sendable {
  /// One character and its style. A small plain value without reference counting, since a large screen has ten
  /// thousand. Combining marks are rare and kept separately.
  package struct Cell: Equatable, Sendable {
    /// `rightHalf` in the right half of a wide character.
    package var scalar: Unicode.Scalar
    package var style: Style

    package static let blank = Cell(scalar: " ", style: .plain)
    package static let rightHalf: Unicode.Scalar = "\0"

    package var isRightHalf: Bool { scalar == Self.rightHalf }
  }

  package let size: Size
  /// Whether text is written with ASCII replacements, for a terminal that supports no other characters.
  package let isASCII: Bool
  /// The position of the hardware cursor: the first cell of what has the focus. `Terminal` clamps it to the screen.
  package var cursor = Point(row: 0, column: 0)

  private var cells: [Cell]
  /// Combining marks, by the index of the cell that they sit on.
  private var marks: [Int: [Unicode.Scalar]] = [:]
  /// Marks beyond this number are dropped: no script stacks more.
  private static let mostMarks = 4

  /// A blank canvas, at least one cell in size.
  package init(size: Size, isASCII: Bool = false) {
    self.size = Size(rows: max(1, size.rows), columns: max(1, size.columns))
    self.isASCII = isASCII
    cells = Array(repeating: .blank, count: self.size.rows * self.size.columns)
  }

  /// The cells of a row, which must lie on the canvas.
  package subscript(row row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The cells of a row, which must lie on the canvas, for as long as `body` runs.
  package func withRow<R>(_ row: Int, _ body: (UnsafeBufferPointer<Cell>) -> R) -> R {
    cells.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[row * size.columns..<(row + 1) * size.columns]))
    }
  }

  package var hasMarks: Bool { !marks.isEmpty }

  /// The combining marks on a cell, in order.
  package func marks(row: Int, column: Int) -> [Unicode.Scalar] {
    hasMarks ? marks[row * size.columns + column] ?? [] : []
  }

  /// What a cell shows; empty in the right half of a wide character.
  package func text(row: Int, column: Int) -> String {
    let cell = cells[row * size.columns + column]
    if cell.isRightHalf { return "" }
    var text = String(cell.scalar)
    for mark in marks(row: row, column: column) { text.unicodeScalars.append(mark) }
    return text
  }

  /// The rows as plain text, without trailing spaces.
  package var text: [String] {
    (0..<size.rows).map { row in
      var end = size.columns
      while end > 0, self[row: row].prefix(end).last?.scalar == " ", marks(row: row, column: end - 1).isEmpty {
        end -= 1
      }
      return (0..<end).map { text(row: row, column: $0) }.joined()
    }
  }

  /// Puts text at a point, in at most `width` columns and never beyond the row's end. Columns to the left of the
  /// canvas are clipped like those to its right. Returns the number of columns the text took, including those clipped
  /// on the left.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, at point: Point, style: Style = .plain, width: Int = .max
  ) -> Int {
    guard (0..<size.rows).contains(point.row), width > 0, point.column < size.columns else { return 0 }
    let start = max(point.column, -Self.farthest)
    let end = width < size.columns - start ? start + width : size.columns
    if let width = putASCII(text, row: point.row, columns: start..<end, style) { return width }
    var place = Place(row: point.row * size.columns, column: start, end: end)
    for scalar in text.unicodeScalars {
      let isPlain = scalar.value >= 0x20 && scalar.value < 0x7F
      guard let shown = isPlain ? scalar : Printable.shown(scalar) else { continue }
      if isASCII, !shown.isASCII {
        for standIn in Ascii.of(shown).unicodeScalars where !put(standIn, at: &place, style) { return end - start }
      } else if !put(shown, at: &place, style) {
        return end - start
      }
    }
    return place.column - start
  }

  /// The fast path for printable ASCII, one byte per column; nil for any other text.
  private mutating func putASCII(_ text: some StringProtocol, row: Int, columns: Range<Int>, _ style: Style) -> Int? {
    text.utf8.withContiguousStorageIfAvailable { text -> Int? in
      guard Printable.isPlain(text) else { return nil }
      let end = min(columns.upperBound, columns.lowerBound + text.count)
      let first = max(0, columns.lowerBound)
      guard first < end else { return min(text.count, columns.count) }
      let offset = row * size.columns
      if cells[offset + first].isRightHalf { clear(offset + first - 1) }
      if end < size.columns, cells[offset + end].isRightHalf { clear(offset + end) }
      if hasMarks { for column in first..<end { marks[offset + column] = nil } }
      cells.withUnsafeMutableBufferPointer { cells in
        for column in first..<end {
          let byte = text[column - columns.lowerBound]
          cells[offset + column] = Cell(scalar: Unicode.Scalar(byte), style: style)
        }
      }
      return end - columns.lowerBound
    } ?? nil
  }

  /// The position of the next character of a text.
  private struct Place {
    /// The index of the row's first cell.
    let row: Int
    var column: Int
    /// The first column beyond the text.
    let end: Int
    /// The cell that a combining mark goes to.
    var last: Int?
  }

  /// Puts one character; returns false if there is no room for it.
  private mutating func put(_ scalar: Unicode.Scalar, at place: inout Place, _ style: Style) -> Bool {
    let wide = CellWidth.of(scalar)
    if wide == 0 {
      if let last = place.last, marks[last, default: []].count < Self.mostMarks {
        marks[last, default: []].append(scalar)
      }
      return true
    }
    let (row, column) = (place.row, place.column)
    if column + wide > place.end {
      if column >= 0, column < place.end { set(row, column, " ", style) }
      return false
    }
    if column >= 0 {
      set(row, column, scalar, style)
      place.last = row + column
      if wide == 2 { set(row, column + 1, Cell.rightHalf, style) }
    } else if column + wide > 0 {
      set(row, 0, " ", style)
    }
    place.column += wide
    return true
  }

  /// Changes the style of a run of cells, clipped to the canvas, without changing their text.
  package mutating func restyle(row: Int, columns: Range<Int>, _ change: (inout Style) -> Void) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) { change(&cells[row * size.columns + column].style) }
  }

  /// How far to the left of the canvas a text may begin, so that no sum of columns overflows.
  private static let farthest = 1 << 40

  /// Sets a cell; if it held half of a wide character, the other half becomes a space.
  private mutating func set(_ row: Int, _ column: Int, _ scalar: Unicode.Scalar, _ style: Style) {
    let index = row + column
    if cells[index].isRightHalf, scalar != Cell.rightHalf { clear(index - 1) }
    if column + 1 < size.columns, cells[index + 1].isRightHalf { clear(index + 1) }
    put(Cell(scalar: scalar, style: style), index)
  }

  private mutating func clear(_ index: Int) { put(Cell(scalar: " ", style: cells[index].style), index) }

  private mutating func put(_ cell: Cell, _ index: Int) {
    cells[index] = cell
    if hasMarks { marks[index] = nil }
  }
}
