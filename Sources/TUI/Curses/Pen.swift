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

  mutating func draw(_ cells: ArraySlice<Canvas.Cell>, row: Int, columns: Int, theme: Theme) {
    let window = chronology_screen()
    var run: [wchar_t] = []
    wmove(window, Int32(row), 0)

    let end = cells.startIndex + min(columns, cells.count)
    for index in cells.startIndex..<end {
      let cell = cells[index]
      if index == cells.startIndex || !cell.hasSameStyle(as: cells[index - 1]) {
        flush(&run, window)
        set(theme.look(of: cell.style), window)
      }
      let isWide = index + 1 < cells.endIndex && cells[index + 1].isRightHalf
      append(cell, width: isWide ? 2 : 1, to: &run)
    }
    flush(&run, window)
    set(Theme.Look(), window)
  }

  /// Adds a cell's text if the system's own tables give it the width that the canvas does, else question marks: a row
  /// must stay in its columns even if the tables differ, and nothing below a space may get through.
  private func append(_ cell: Canvas.Cell, width: Int, to run: inout [wchar_t]) {
    if cell.isRightHalf { return }
    if cell.scalar.value >= 0x20, cell.scalar.value < 0x7F, !cell.hasMarks {
      run.append(wchar_t(cell.scalar.value))
      return
    }
    let scalars = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    let fits = Int(wcwidth(scalars[0])) == width && scalars.dropFirst().allSatisfy { wcwidth($0) == 0 }
    run += fits ? scalars : Array(repeating: wchar_t(UInt8(ascii: "?")), count: width)
  }

  /// ERR comes back when the last cell of the screen is drawn, though it is drawn.
  private func flush(_ run: inout [wchar_t], _ window: UnsafeMutablePointer<WINDOW>?) {
    waddnwstr(window, run, Int32(run.count))
    run.removeAll(keepingCapacity: true)
  }

  private mutating func set(_ look: Theme.Look, _ window: UnsafeMutablePointer<WINDOW>?) {
    var attributes: attr_t = 0
    if look.isBold { attributes |= chronology_bold() }
    if look.isDim { attributes |= chronology_dim() }
    if look.isReversed { attributes |= chronology_reverse() }
    if look.isUnderlined { attributes |= chronology_underline() }
    wattr_set(window, attributes, look.colour.map { pair(of: $0) } ?? 0, nil)
  }

  private mutating func pair(of colour: Int16) -> Int16 {
    if let pair = pairs[colour] { return pair }
    let pair = Int16(pairs.count + 1)
    guard init_pair(pair, colour, -1) == OK else { return 0 }
    pairs[colour] = pair
    return pair
  }
}
