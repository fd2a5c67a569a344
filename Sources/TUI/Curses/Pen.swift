internal import CNcurses
internal import Explorer

/// Draws rows of a canvas into the ncurses screen.
struct Pen {
  /// How many colours the terminal has; 0 when it has none.
  let colours: Int
  /// The pair of each colour on the default background; ncurses numbers them from 1.
  private var pairs: [Int16: Int16] = [:]

  /// Starts colours on the terminal that ncurses has opened.
  init() {
    start_color()
    use_default_colors()
    colours = Int(chronology_colours())
  }

  /// The cells go to ncurses as it keeps them, the whole row at once: put as text, each would be looked at again for
  /// what moves the cursor.
  mutating func draw(_ cells: ArraySlice<Canvas.Cell>, row: Int, columns: Int, theme: Theme) {
    var line: [cchar_t] = []
    line.reserveCapacity(cells.count)
    var blank = cchar_t()
    let end = cells.startIndex + min(columns, cells.count)
    for index in cells.startIndex..<end {
      let cell = cells[index]
      if index == cells.startIndex || !cell.hasSameStyle(as: cells[index - 1]) {
        blank = self.blank(theme.look(of: cell.style))
      }
      let isWide = index + 1 < cells.endIndex && cells[index + 1].isRightHalf
      append(cell, width: isWide ? 2 : 1, like: blank, to: &line)
    }
    let window = chronology_screen()
    wmove(window, Int32(row), 0)
    wadd_wchnstr(window, line, Int32(line.count))
  }

  /// Adds a cell's text if the system's own tables give it the width that the canvas does, else question marks: a row
  /// must stay in its columns even if the tables differ, and nothing below a space may get through.
  private func append(_ cell: Canvas.Cell, width: Int, like blank: cchar_t, to line: inout [cchar_t]) {
    if cell.isRightHalf { return }
    var drawn = blank
    drawn.chars.0 = wchar_t(bitPattern: cell.scalar.value)
    if cell.scalar.value < 0x20 || cell.scalar.value >= 0x7F || cell.hasMarks {
      let scalars = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
      guard Int(wcwidth(scalars[0])) == width, scalars.dropFirst().allSatisfy({ wcwidth($0) == 0 }) else {
        drawn.chars.0 = wchar_t(UInt8(ascii: "?"))
        line += Array(repeating: drawn, count: width)
        return
      }
      withUnsafeMutableBytes(of: &drawn.chars) { chars in
        scalars.withUnsafeBytes { chars.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0.prefix(chars.count))) }
      }
    }
    line.append(drawn)
  }

  /// A space that looks so.
  private mutating func blank(_ look: Theme.Look) -> cchar_t {
    var attributes: attr_t = 0
    if look.isBold { attributes |= chronology_bold() }
    if look.isDim { attributes |= chronology_dim() }
    if look.isReversed { attributes |= chronology_reverse() }
    if look.isUnderlined { attributes |= chronology_underline() }
    var cell = cchar_t()
    setcchar(&cell, [wchar_t(0x20), 0], attributes, look.colour.map { pair(of: $0) } ?? 0, nil)
    return cell
  }

  private mutating func pair(of colour: Int16) -> Int16 {
    if let pair = pairs[colour] { return pair }
    let pair = Int16(pairs.count + 1)
    guard init_pair(pair, colour, -1) == OK else { return 0 }
    pairs[colour] = pair
    return pair
  }
}
