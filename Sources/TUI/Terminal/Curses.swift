internal import CNcurses
package import Explorer
internal import Glibc

/// The screen as ncurses maintains it: ncurses knows what the terminal shows and understands, and works out what to
/// send.
///
/// Its output goes to a file in memory, so it can neither write a frame in pieces nor touch the terminal's modes, for
/// which CTerminal is responsible.
package struct Curses: ~Copyable {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  /// Holds what ncurses has written and nobody has collected, from the start to the current position.
  private let file: UnsafeMutablePointer<FILE>
  private var ink: Ink
  /// What ncurses has been told to show; nil if nothing yet.
  private var told: Canvas?

  /// The number of colours the terminal can combine with its default background.
  package let colours: Int

  /// Returns nil if there is no description of the terminal.
  ///
  /// - Parameters:
  ///   - term: the terminal's name; nil for that in `TERM`.
  ///   - usesColour: whether to initialise colours.
  ///   - input: the descriptor from which keys are read.
  package init?(term: String? = nil, size: Size, usesColour: Bool = true, input: Int32 = STDIN_FILENO) {
    // The size comes from the terminal itself, whatever LINES and COLUMNS say, and even if terminfo has none.
    use_env(false)
    use_tioctl(true)
    let memory = memfd_create("frame", 1)  // close-on-exec
    guard memory >= 0, let file = fdopen(memory, "w") else { return nil }
    guard let screen = newterm(term, file, fdopen(input, "r")), let window = newwin(0, 0, 0, 0) else {
      fclose(file)
      return nil
    }
    self.screen = screen
    self.file = file
    self.window = window
    resize_term(Int32(size.rows), Int32(size.columns))
    // A line feed stays one: nothing translates it to CR LF on the way.
    nonl()
    // Pending input must not interrupt a frame.
    typeahead(-1)
    // Without a previous endwin(), ncurses would write on every cursor movement.
    endwin()
    // Everything will be redrawn, so no cell needs checking when a pair is initialised.
    chronology_clear()
    var colours = 0
    if usesColour, tigetnum("colors") >= 8, start_color() == OK, use_default_colors() == OK {
      colours = Int(tigetnum("colors"))
      for colour in 0..<Int16(min(16, colours)) { init_pair(colour + 1, colour, -1) }
    }
    self.colours = colours
    ink = Ink(theme: Theme(background: .unknown, colours: colours))
    forget()
  }

  deinit {
    delscreen(screen)
    fclose(file)
  }

  // MARK: - Frames

  /// The bytes that show a canvas with its cursor: what differs from the last one, or all of it after a change of
  /// size.
  ///
  /// - Parameter isAnew: whether to clear the screen first, whatever it shows.
  package mutating func frame(_ canvas: Canvas, isAnew: Bool = false, theme: Theme) -> [UInt8] {
    let last = theme == ink.theme && told?.size == canvas.size ? told : nil
    ink.theme = theme
    told = canvas
    if isAnew { chronology_clear() }
    for row in 0..<canvas.size.rows {
      if let last, !canvas.differs(inRow: row, from: last) { continue }
      let tail = canvas.blankTail(ofRow: row)
      wmove(window, Int32(row), 0)
      ink.write(canvas, row: row, upTo: tail) { wadd_wchnstr(window, $0, $1) }
      if tail < canvas.size.columns {
        wmove(window, Int32(row), Int32(tail))
        wclrtoeol(window)
      }
    }
    wmove(
      window, Int32(min(max(0, canvas.cursor.row), canvas.size.rows - 1)),
      Int32(min(max(0, canvas.cursor.column), canvas.size.columns - 1)))
    wnoutrefresh(window)
    forget()
    doupdate()
    return written()
  }

  /// Adopts a new size; the next frame clears the screen.
  package mutating func resize(_ size: Size) {
    resize_term(Int32(size.rows), Int32(size.columns))
    wresize(window, Int32(size.rows), Int32(size.columns))
    chronology_clear()
    told = nil
  }

  /// The bytes that ncurses sends during some calls.
  func sending(_ calls: () -> Void) -> [UInt8] {
    forget()
    calls()
    return written()
  }

  private func forget() { lseek(fileno(file), 0, SEEK_SET) }

  private func written() -> [UInt8] {
    let count = Int(lseek(fileno(file), 0, SEEK_CUR))
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(fileno(file), buffer.baseAddress, count, 0))
    }
  }
}
