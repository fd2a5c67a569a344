package import Explorer

/// What a terminal understands of what a frame is written with: sequences as terminfo has them, empty where it has none.
package struct TerminalCodes: Sendable {
  package var clear: [UInt8] = []
  package var eraseToEnd: [UInt8] = []
  /// Ends every look. Without the part that would end an alternate character set, which is never begun.
  package var plain: [UInt8] = []
  package var bold: [UInt8] = []
  package var dim: [UInt8] = []
  package var reversed: [UInt8] = []
  package var underlined: [UInt8] = []
  /// The foreground colours by number, at most sixteen.
  package var colours: [[UInt8]] = []
  /// Whether the cursor may jump while a look is on.
  package var jumpsInAnyLook = true
  /// Whether a character in the last column of the last row would scroll the screen.
  package var scrollsAtEnd = false
  /// Whether `ESC [ column G` of ECMA-48 moves the cursor in its row.
  package var hasColumns = false
  /// Looks that cannot be shown in colour.
  package var excludedByColour = Theme.Look()
  /// The address of a place, counted from 0, on a terminal that takes no ANSI sequence for it.
  package var foreignAddress: (@Sendable (Point) -> [UInt8])?

  package init() {}

  /// A look as far as the terminal can show it.
  func possible(_ look: Theme.Look) -> Theme.Look {
    guard let colour = look.colour else { return look }
    var look = look
    guard colours.indices.contains(Int(colour)) else {
      look.colour = nil
      return look
    }
    if excludedByColour.isDim { look.isDim = false }
    if excludedByColour.isUnderlined { look.isUnderlined = false }
    return look
  }

  /// Appends what moves the cursor from a place, nil where that is not known.
  func jump(from place: Point?, to goal: Point, into bytes: inout [UInt8]) {
    if place?.row == goal.row, goal.column == 0 {
      bytes.append(UInt8(ascii: "\r"))
    } else if place?.row == goal.row, hasColumns {
      Self.append("\u{1B}[", goal.column + 1, "G", to: &bytes)
    } else if let foreignAddress {
      bytes += foreignAddress(goal)
    } else {
      Self.append("\u{1B}[", goal.row + 1, ";", to: &bytes)
      Self.append("", goal.column + 1, "H", to: &bytes)
    }
  }

  private static func append(_ start: StaticString, _ number: Int, _ end: StaticString, to bytes: inout [UInt8]) {
    start.withUTF8Buffer { bytes += $0 }
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
    end.withUTF8Buffer { bytes += $0 }
  }
}
