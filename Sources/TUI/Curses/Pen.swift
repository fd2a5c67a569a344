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
    var column = 0
    var run: [wchar_t] = []
    var style = Style.plain
    wmove(window, Int32(row), 0)

    for cell in cells.prefix(columns) {
      if cell.style != style {
        flush(&run, window)
        style = cell.style
        set(theme.look(of: style), window)
      } else if column == 0 {
        set(theme.look(of: style), window)
      }
      let isWide = cells.dropFirst(column + 1).first?.text.isEmpty ?? false
      for scalar in safe(cell.text, width: isWide ? 2 : 1) { run.append(wchar_t(bitPattern: scalar.value)) }
      column += 1
    }
    flush(&run, window)
    set(Theme.Look(), window)
  }

  /// The text of a cell if the system's own tables give it the width that the canvas does, else question marks: a row
  /// must stay in its columns even if the tables differ, and nothing below a space may get through.
  private func safe(_ text: String, width: Int) -> String.UnicodeScalarView {
    guard let first = text.unicodeScalars.first else { return text.unicodeScalars }
    if first.isASCII, first.value >= 0x20, first.value < 0x7F, text.utf8.count == 1 { return text.unicodeScalars }
    let widths = text.unicodeScalars.map { Int(wcwidth(wchar_t(bitPattern: $0.value))) }
    if widths[0] == width, widths.dropFirst().allSatisfy({ $0 == 0 }) { return text.unicodeScalars }
    return String(repeating: "?", count: width).unicodeScalars
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
