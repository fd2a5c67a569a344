package import Explorer

/// Writes frames: the bytes that turn what a terminal shows into a canvas, and no more of them than need be, since every
/// byte is one that a slow line carries, a screen reader weighs and a multiplexer passes on.
///
/// A frame is one piece, to be sent in one write.
package struct FrameWriter {
  private let codes: TerminalCodes
  private var bytes: [UInt8] = []
  private var theme: Theme
  /// How the terminal draws what comes next, and the style that this look stands for.
  private var look = Theme.Look()
  private var style = Style.plain
  /// Where the terminal's cursor is; nil where one cannot be sure.
  private var place: Point?

  package init(_ codes: TerminalCodes, theme: Theme) {
    self.codes = codes
    self.theme = theme
  }

  /// The bytes that show a canvas with its cursor.
  ///
  /// - Parameter shown: the canvas of this writer's last frame, if the terminal still shows it and it is of the same
  ///   size; nil to clear the screen first.
  package mutating func frame(_ canvas: Canvas, over shown: Canvas?, theme: Theme) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    let isRecoloured = theme != self.theme
    self.theme = theme
    if shown == nil {
      bytes += codes.plain + codes.clear
      look = Theme.Look()
      style = .plain
      place = Point(row: 0, column: 0)
    }
    let before = shown ?? Canvas(size: canvas.size)
    for row in 0..<canvas.size.rows {
      let runs = canvas.changes(inRow: row, from: before, isRecoloured: isRecoloured)
      if let last = runs.last { write(runs, ofRow: row, upTo: last.columns.upperBound, of: canvas) }
    }
    wear(.plain)
    jump(
      to: Point(
        row: min(max(0, canvas.cursor.row), canvas.size.rows - 1),
        column: min(max(0, canvas.cursor.column), canvas.size.columns - 1)))
    return bytes
  }

  private mutating func write(_ runs: [Canvas.Run], ofRow row: Int, upTo end: Int, of canvas: Canvas) {
    // What is blank up to the row's end is erased in one go, where that is shorter.
    let tail = canvas.blankTail(ofRow: row)
    let erases = !codes.eraseToEnd.isEmpty && end - tail > codes.eraseToEnd.count
    var limit = erases ? tail : end
    if codes.scrollsAtEnd, row == canvas.size.rows - 1 {
      // A character at the end of the last row would scroll the screen.
      limit = min(limit, canvas.size.columns - (canvas[row: row].last?.isRightHalf == true ? 2 : 1))
    }
    for run in runs where run.columns.lowerBound < limit {
      let columns = run.columns.clamped(to: 0..<limit)
      reach(columns.lowerBound, ofRow: row, of: canvas)
      wear(run.style)
      canvas.append(columns, ofRow: row, to: &bytes)
      place = run.isSure || columns != run.columns ? Point(row: row, column: columns.upperBound) : nil
    }
    if erases {
      reach(max(tail, runs[0].columns.lowerBound), ofRow: row, of: canvas)
      wear(.plain)
      bytes += codes.eraseToEnd
    }
  }

  // MARK: Moving

  /// Goes to a column: over a few cells that stay as they are by writing them again, else by a jump.
  private mutating func reach(_ column: Int, ofRow row: Int, of canvas: Canvas) {
    let shortestJump = 4
    if let place, place.row == row, place.column < column, column - place.column <= shortestJump {
      let gap = place.column..<column
      if canvas.isPlain(gap, ofRow: row, in: style) {
        canvas.append(gap, ofRow: row, to: &bytes)
        self.place = Point(row: row, column: column)
      }
    }
    jump(to: Point(row: row, column: column))
  }

  private mutating func jump(to goal: Point) {
    guard place != goal else { return }
    if !codes.jumpsInAnyLook { wear(.plain) }
    codes.jump(from: place, to: goal, into: &bytes)
    place = goal
  }

  // MARK: Looks

  /// Puts a look on: only what is missing, unless something must go as well.
  private mutating func wear(_ style: Style) {
    self.style = style
    let wanted = codes.possible(theme.look(of: style))
    guard wanted != look else { return }
    if look.isBold && !wanted.isBold || look.isDim && !wanted.isDim || look.isReversed && !wanted.isReversed
      || look.isUnderlined && !wanted.isUnderlined || look.colour != nil && wanted.colour == nil
    {
      bytes += codes.plain
      look = Theme.Look()
    }
    if wanted.isBold, !look.isBold { bytes += codes.bold }
    if wanted.isDim, !look.isDim { bytes += codes.dim }
    if wanted.isReversed, !look.isReversed { bytes += codes.reversed }
    if wanted.isUnderlined, !look.isUnderlined { bytes += codes.underlined }
    if let colour = wanted.colour, colour != look.colour { bytes += codes.colours[Int(colour)] }
    look = wanted
  }
}
