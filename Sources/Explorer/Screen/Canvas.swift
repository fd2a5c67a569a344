/// The size of a screen or of a part of it, in character cells.
package struct Size: Hashable, Sendable {
  package var rows: Int
  package var columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A cell's place, counted from 0 at the top left.
package struct Point: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A screen as a value: what stands in each cell, and where the cursor is.
///
/// Whatever is put, each row stays exactly as wide as the screen: text is clipped, controls are made harmless, and a
/// wide character is never cut in two.
package struct Canvas: Equatable, Sendable {
  package struct Cell: Equatable, Sendable {
    /// What the cell shows: one character with the marks that sit on it. Empty in the right half of a wide character.
    package var text: String
    package var style: Style

    package static let blank = Cell(text: " ", style: .plain)
  }

  package let size: Size
  /// Whether text is put in ASCII stand-ins, for a terminal that knows no other characters.
  package let isASCII: Bool
  /// Where the hardware cursor stands: on the first cell of what has the focus. `Terminal` brings it into the screen.
  package var cursor = Point(row: 0, column: 0)

  private var cells: [Cell]

  /// A blank canvas. A size below one cell is taken for one.
  package init(size: Size, isASCII: Bool = false) {
    self.size = Size(rows: max(1, size.rows), columns: max(1, size.columns))
    self.isASCII = isASCII
    cells = Array(repeating: .blank, count: self.size.rows * self.size.columns)
  }

  /// The cells of a row, which must lie on the canvas.
  package subscript(row row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The rows as plain text, without the spaces at their ends.
  package var text: [String] {
    (0..<size.rows).map { row in
      var line = self[row: row]
      while line.last?.text == " " { line.removeLast() }
      return line.reduce(into: "") { $0 += $1.text }
    }
  }

  /// Puts text at a point, in at most `width` columns and never beyond the row's end. Columns left of the canvas are
  /// clipped as those on its right are. Returns how many columns the text took, those clipped on the left included.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, at point: Point, style: Style = .plain, width: Int = .max
  ) -> Int {
    guard (0..<size.rows).contains(point.row), width > 0, point.column < size.columns else { return 0 }
    let start = max(point.column, -Self.farthest)
    let end = width < size.columns - start ? start + width : size.columns
    let row = point.row * size.columns
    var column = start
    /// The cell that a combining mark goes to.
    var last: Int?

    for scalar in Scalars(text, isASCII: isASCII) {
      let wide = CellWidth.of(scalar)
      if wide == 0 {
        if let last { attach(scalar, to: last) }
        continue
      }
      if column + wide > end {
        if column >= 0, column < end { set(row + column, " ", style) }
        return end - start
      }
      if column >= 0 {
        set(row + column, String(scalar), style)
        last = row + column
        if wide == 2 { set(row + column + 1, "", style) }
      } else if column + wide > 0 {
        set(row, " ", style)
      }
      column += wide
    }
    return column - start
  }

  /// Changes the style of a run of cells, clipped to the canvas, and leaves their text alone.
  package mutating func restyle(row: Int, columns: Range<Int>, _ change: (inout Style) -> Void) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) { change(&cells[row * size.columns + column].style) }
  }

  /// How far left of the canvas a text may begin, so that no sum of columns overflows.
  private static let farthest = 1 << 40

  /// How many marks one character carries at most: as many as ncurses keeps.
  private static let marks = 4

  private mutating func attach(_ mark: Unicode.Scalar, to index: Int) {
    if cells[index].text.unicodeScalars.count <= Self.marks { cells[index].text.unicodeScalars.append(mark) }
  }

  /// Sets a cell; a wide character of which it was one half leaves a space in the other.
  private mutating func set(_ index: Int, _ text: String, _ style: Style) {
    if text.isEmpty {
      cells[index] = Cell(text: "", style: style)
      return breakApart(after: index)
    }
    if cells[index].text.isEmpty { cells[index - 1].text = " " }
    breakApart(after: index)
    cells[index] = Cell(text: text, style: style)
  }

  /// Makes the cell after one that is about to change, or has just become a right half, a space if it is a right half.
  private mutating func breakApart(after index: Int) {
    let next = index + 1
    if next % size.columns != 0, cells[next].text.isEmpty { cells[next].text = " " }
  }
}

/// The scalars of a text that may be shown, in ASCII if asked.
private struct Scalars<Text: StringProtocol>: Sequence, IteratorProtocol {
  private var source: Text.UnicodeScalarView.Iterator
  private var standIn = "".unicodeScalars[...]
  private let isASCII: Bool

  init(_ text: Text, isASCII: Bool) {
    source = text.unicodeScalars.makeIterator()
    self.isASCII = isASCII
  }

  mutating func next() -> Unicode.Scalar? {
    while true {
      if let scalar = standIn.popFirst() { return scalar }
      guard let scalar = source.next() else { return nil }
      guard let shown = Printable.shown(scalar) else { continue }
      guard isASCII, !shown.isASCII else { return shown }
      standIn = Ascii.of(shown).unicodeScalars[...]
    }
  }
}
