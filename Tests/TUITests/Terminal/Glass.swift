import Explorer
import TUI

/// As much of a terminal as frames need: text, and those controls of ECMA-48 and the VT100 that ncurses uses for it.
struct Glass {
  struct Cell: Equatable {
    var text = " "
    var look = Theme.Look()

    /// Whether it looks the same: a blank shows neither weight nor colour.
    func looks(like other: Cell) -> Bool {
      if self == other { return true }
      func isLined(_ cell: Cell) -> Bool { cell.look.isReversed || cell.look.isUnderlined }
      return text == " " && other.text == " " && !isLined(self) && !isLined(other)
    }
  }

  private(set) var cells: [[Cell]]
  private(set) var look = Theme.Look()
  private(set) var faults: [String] = []
  private let size: Size
  private var place = Point(row: 0, column: 0)
  /// Whether the last column has been written, so that the next character wraps to the next row.
  private var isPending = false
  private var last: Unicode.Scalar = " "

  init(_ size: Size) {
    self.size = size
    // Previous content, which a first frame must clear away.
    cells = Array(repeating: Array(repeating: Cell(text: "#"), count: size.columns), count: size.rows)
  }

  var cursor: Point { place }

  mutating func take(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r": move(column: 0)
      case "\n": move(row: place.row + 1)
      case "\u{8}": move(column: place.column - 1)
      case "\t": move(column: min(size.columns - 1, (place.column / 8 + 1) * 8))
      case "\u{F}", "\0": break
      case "\u{1B}": sequence(&rest)
      default: put(scalar)
      }
    }
  }

  private mutating func sequence(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.popFirst() {
    case "[":
      let parameters = rest.prefix { ("0"..."9").contains($0) || $0 == ";" || $0 == "?" }
      rest = rest.dropFirst(parameters.count)
      let numbers = String(parameters).split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
      control(rest.popFirst() ?? " ", String(parameters), numbers)
    case "(", ")": rest = rest.dropFirst()
    // The original palette on a Linux console; elsewhere a colour or a title, up to its BEL.
    case "]": rest = rest.first == "R" ? rest.dropFirst() : rest.drop { $0 != "\u{7}" }.dropFirst()
    case "M": move(row: place.row - 1)
    case "=", ">": break
    case let other: faults.append("unknown: ESC \(other ?? " ")")
    }
  }

  private mutating func control(_ final: Unicode.Scalar, _ parameters: String, _ numbers: [Int?]) {
    let first = numbers.first.flatMap(\.self)
    let count = first ?? 1
    switch final {
    case "H": move(row: count - 1, column: (numbers.count > 1 ? numbers[1] ?? 1 : 1) - 1)
    case "G": move(column: count - 1)
    case "d": move(row: count - 1)
    case "A": move(row: place.row - count)
    case "B": move(row: place.row + count)
    case "C": move(column: place.column + count)
    case "D": move(column: place.column - count)
    case "J":
      if first != 2 { erase(place.column..<size.columns) }
      for row in (first == 2 ? 0 : place.row + 1)..<size.rows { erase(0..<size.columns, row: row) }
    case "K": erase(first == 1 ? 0..<place.column + 1 : place.column..<size.columns)
    case "X": erase(place.column..<min(size.columns, place.column + count))
    case "b": for _ in 0..<count { put(last) }
    case "@":
      cells[place.row].insert(contentsOf: Array(repeating: Cell(), count: count), at: place.column)
      cells[place.row].removeLast(count)
    case "P":
      cells[place.row].removeSubrange(place.column..<place.column + count)
      cells[place.row] += Array(repeating: Cell(), count: count)
    case "m": for number in numbers { wear(number ?? 0) }
    // The alternate screen, margins, key and cursor modes; the saved title.
    case "h" where parameters.hasPrefix("?"), "l", "r", "t": break
    default: faults.append("unknown: ESC [ \(parameters) \(final)")
    }
  }

  private mutating func wear(_ number: Int) {
    switch number {
    case 0: look = Theme.Look()
    case 1: look.isBold = true
    case 2: look.isDim = true
    case 4: look.isUnderlined = true
    case 7: look.isReversed = true
    case 22: (look.isBold, look.isDim) = (false, false)
    case 24: look.isUnderlined = false
    case 27: look.isReversed = false
    case 30...37: look.colour = Int16(number - 30)
    case 39: look.colour = nil
    case 49: break
    // The standard character set, on a Linux console.
    case 10: break
    case 90...97: look.colour = Int16(number - 82)
    default: faults.append("unknown look \(number)")
    }
  }

  private mutating func move(row: Int? = nil, column: Int? = nil) {
    place = Point(row: row ?? place.row, column: column ?? place.column)
    isPending = false
    if !(0..<size.rows).contains(place.row) || !(0..<size.columns).contains(place.column) {
      faults.append("off the screen: \(place)")
      place = Point(row: 0, column: 0)
    }
  }

  private mutating func erase(_ columns: Range<Int>, row: Int? = nil) {
    if look.isReversed || look.isUnderlined { faults.append("erased in a look") }
    for column in columns { cells[row ?? place.row][column] = Cell() }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = CellWidth.of(scalar)
    if width == 0 {
      let column = isPending ? place.column : place.column - 1
      let base = cells[place.row][column].text.isEmpty ? column - 1 : column
      cells[place.row][base].text.unicodeScalars.append(scalar)
      return
    }
    if isPending || place.column + width > size.columns { return faults.append("beyond the row") }
    last = scalar
    cells[place.row][place.column] = Cell(text: String(scalar), look: look)
    if width == 2 { cells[place.row][place.column + 1] = Cell(text: "", look: look) }
    place.column += width
    if place.column == size.columns {
      place.column -= 1
      isPending = true
    }
  }
}
