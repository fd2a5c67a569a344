internal import CNcurses
package import Explorer
internal import Glibc

/// The screen as ncurses keeps it: it knows what the terminal shows and understands, and works out what to send.
///
/// It is given a file in memory for its terminal. So it can neither write a frame in pieces nor touch the modes of the
/// terminal, which are CTerminal's.
package struct Curses: ~Copyable {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  /// What ncurses has written and nobody has taken up lies in here, from the start to the place of the next byte.
  private let file: UnsafeMutablePointer<FILE>
  private var ink: Ink
  /// What ncurses has been told to show; nil while that is nothing.
  private var told: Canvas?

  /// How many colours the terminal has that can stand on its own background.
  package let colours: Int

  /// Nil when there is no description of the terminal.
  ///
  /// - Parameters:
  ///   - term: the terminal's name; nil for that of `TERM`.
  ///   - usesColour: whether colours are made ready.
  ///   - input: where keys come from.
  package init?(term: String? = nil, size: Size, usesColour: Bool = true, input: Int32 = STDIN_FILENO) {
    // The size is the terminal's own, whatever LINES and COLUMNS say, and even where terminfo says none.
    use_env(false)
    use_tioctl(true)
    let memory = memfd_create("frame", 1)  // closed on exec
    guard memory >= 0, let file = fdopen(memory, "w") else { return nil }
    guard let screen = newterm(term, file, fdopen(input, "r")), let window = newwin(0, 0, 0, 0) else {
      fclose(file)
      return nil
    }
    self.screen = screen
    self.file = file
    self.window = window
    resize_term(Int32(size.rows), Int32(size.columns))
    // A line feed is one: nothing turns it into two characters on its way.
    nonl()
    // A key that has come must not leave a frame half drawn.
    typeahead(-1)
    // Before a frame that follows on an end ncurses writes with every move of the cursor.
    endwin()
    // All will be drawn anew, so that no cell needs to be looked at when a pair is made.
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

  /// The bytes that show a canvas with its cursor: what differs from the last one, or all of it after a new size.
  ///
  /// - Parameter isAnew: whether the screen is cleared first, whatever it shows.
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

  /// Takes up a new size; the next frame clears the screen.
  package mutating func resize(_ size: Size) {
    resize_term(Int32(size.rows), Int32(size.columns))
    wresize(window, Int32(size.rows), Int32(size.columns))
    chronology_clear()
    told = nil
  }

  /// What ncurses sends in the course of some calls.
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
