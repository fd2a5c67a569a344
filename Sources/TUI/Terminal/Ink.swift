internal import CNcurses
internal import Explorer

/// Converts canvas cells to ncurses cells: in a theme, each style is one set of attributes and one colour pair.
struct Ink {
  var theme: Theme {
    didSet { if theme != oldValue { pens.removeAll(keepingCapacity: true) } }
  }
  /// Keyed by the styles' bits: on a large screen these are compared thousands of times.
  private var pens: [(bits: UInt32, pen: Pen)] = []

  /// An ncurses cell with a style's look that only lacks its character.
  private struct Pen {
    var cell = cchar_t()
    /// Whether the look is visible on a blank.
    var isLined = false
  }

  init(theme: Theme) { self.theme = theme }

  /// Passes the cells of a row from its start up to a column to `write`.
  mutating func write(
    _ canvas: Canvas, row number: Int, upTo end: Int, to write: (UnsafePointer<cchar_t>, Int32) -> Void
  ) {
    guard end > 0 else { return }
    withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: end) { row in
      let count = canvas.withRow(number) { cells in
        var count = 0
        var style = Self.bits(.plain)
        var pen = pen(for: .plain)
        var last = pen
        for column in 0..<end {
          let cell = cells[column]
          if cell.isRightHalf { continue }
          if Self.bits(cell.style) != style {
            style = Self.bits(cell.style)
            pen = self.pen(for: cell.style)
          }
          // A blank shows neither colour nor weight, so it keeps the previous ones: that takes fewer bytes.
          if cell.scalar != " " || pen.isLined || last.isLined { last = pen }
          var character = last.cell
          if cell.scalar.value >= 0x20, cell.scalar.value < 0x7F {
            character.chars.0 = wchar_t(cell.scalar.value)
          } else {
            let isWide = column + 1 < cells.count && cells[column + 1].isRightHalf
            character.chars.0 = Self.shown(cell.scalar, width: isWide ? 2 : 1)
            if isWide, character.chars.0 == Self.replacement {
              row.initializeElement(at: count, to: character)
              count += 1
              character.chars.0 = wchar_t(UInt8(ascii: " "))
            }
          }
          if canvas.hasMarks { Self.mark(&character, canvas.marks(row: number, column: column)) }
          row.initializeElement(at: count, to: character)
          count += 1
        }
        return count
      }
      write(row.baseAddress!, Int32(count))
    }
  }

  /// A replacement for a character whose width in the C library, by which ncurses counts columns, differs from that on
  /// the canvas, or for a control: it keeps the following columns aligned.
  private static func shown(_ scalar: Unicode.Scalar, width: Int32) -> wchar_t {
    let code = wchar_t(bitPattern: scalar.value)
    return wcwidth(code) == width ? code : replacement
  }

  private static let replacement: wchar_t = 0xFFFD

  private static func mark(_ character: inout cchar_t, _ marks: [Unicode.Scalar]) {
    guard !marks.isEmpty, character.chars.0 != replacement else { return }
    withUnsafeMutableBytes(of: &character.chars) { bytes in
      let places = bytes.bindMemory(to: wchar_t.self)
      for (place, mark) in zip(1..<places.count, marks) { places[place] = wchar_t(bitPattern: mark.value) }
    }
  }

  private mutating func pen(for style: Style) -> Pen {
    let bits = Self.bits(style)
    if let known = pens.first(where: { $0.bits == bits }) { return known.pen }
    let look = theme.look(of: style)
    var attributes = 0
    if look.isBold { attributes |= CHRONOLOGY_BOLD }
    if look.isDim { attributes |= CHRONOLOGY_DIM }
    if look.isReversed { attributes |= CHRONOLOGY_REVERSE }
    if look.isUnderlined { attributes |= CHRONOLOGY_UNDERLINE }
    var pen = Pen(isLined: look.isReversed || look.isUnderlined)
    // Pairs are numbered by their colour, starting at 1.
    setcchar(&pen.cell, [wchar_t(UInt8(ascii: " ")), 0], attr_t(attributes), (look.colour ?? -1) + 1, nil)
    pens.append((bits, pen))
    return pen
  }

  private static func bits(_ style: Style) -> UInt32 { unsafeBitCast(style, to: UInt32.self) }
}
