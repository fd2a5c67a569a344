internal import CNcurses
internal import CTerminal
internal import Explorer
internal import Glibc

/// The terminal, taken over for as long as this value lives, and afterwards as it was.
///
/// ncurses works out what to send, but does not send it: it is given a file in memory for its output, and each frame
/// goes from there to the terminal in one write. By itself ncurses 6.4 makes a write for every jump of the cursor, and a
/// screen reader then catches half a frame and says the wrong row. A file in memory takes a frame of any size, where a
/// pipe would block, and has a descriptor, which ncurses writes to past stdio. Since that is no terminal, ncurses leaves
/// tty modes, size and signals alone, and `CTerminal` sees to them.
struct Terminal: ~Copyable {
  /// Whether the terminal's locale is UTF-8; otherwise a canvas for it must be in ASCII.
  let isUTF8: Bool
  private(set) var size: Size
  /// How many frames and bytes have been sent: what tests and `--statistics` look at.
  private(set) var sent = (frames: 0, bytes: 0)
  var theme: Theme {
    didSet { if theme != oldValue { isRecoloured = true } }
  }

  private let screen: OpaquePointer
  private let output: UnsafeMutablePointer<FILE>
  private let bottom: String?
  private var pen: Pen
  /// What is behind the text, as far as the terminal or its environment says.
  private(set) var background: Theme.Background
  private var decoder: KeyDecoder
  /// What is on the screen; nil when everything must be drawn anew.
  private var shown: Canvas?
  /// Whether the styles of what is shown stand for other looks by now.
  private var isRecoloured = false
  private var isHungUp = false
  /// Whether the terminal was asked for its background and has not answered.
  private var awaitsBackground: Bool

  /// Takes the terminal over and clears it.
  ///
  /// - Parameters:
  ///   - background: where unknown, the terminal is asked, and colours go on when it answers.
  ///   - usesColour: whether it is asked, and colours are used at all.
  init(background: Theme.Background = .unknown, usesColour: Bool = true) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !term.isEmpty, term != "dumb" else { throw .incapable(term: term) }

    let isUTF8 = CharacterSet.isUTF8
    guard Capability.isKnown else { throw .unknown(term: term) }
    guard let address = Capability.string("cup"), Capability.string("clear") != nil, !Capability.flag("gn") else {
      throw .incapable(term: term)
    }
    let memory = terminal_memory()
    guard memory >= 0, let output = fdopen(memory, "w") else { throw .system(call: "memfd_create", code: errno) }

    let asks = usesColour && background == .unknown && Capability.number("colors") >= 8
    // Before ncurses, which leaves signals alone only if somebody else heeds them already.
    let bottom = Capability.string("rmcup") == nil ? address : nil
    var rows: Int32 = 24
    var columns: Int32 = 80
    _ = terminal_size(&rows, &columns)
    let error = terminal_take(
      Capability.enter(asksBackground: asks), Capability.leave(bottom: bottom, rows: Int(rows)))
    guard error == 0 else {
      fclose(output)
      throw .system(call: "tcsetattr", code: error)
    }
    guard let screen = chronology_newterm(output) else {
      terminal_release()
      fclose(output)
      throw .unknown(term: term)
    }
    typeahead(-1)
    noecho()
    nonl()
    let pen = Pen()
    // What ncurses sends to start a terminal is thrown away: `CTerminal` has done so, and does so again after a stop.
    doupdate()
    Self.discard(output)
    let size = Self.measure() ?? Size(rows: 24, columns: 80)

    self.isUTF8 = isUTF8
    awaitsBackground = asks
    self.output = output
    self.screen = screen
    self.size = size
    self.bottom = bottom
    self.pen = pen
    self.background = background
    self.theme = Theme(background: background, colours: usesColour ? pen.colours : 0)
    self.decoder = KeyDecoder(sequences: Capability.keys)
  }

  deinit {
    // An answer still on its way must not turn up as typed text after us.
    if awaitsBackground { tcflush(STDIN_FILENO, TCIFLUSH) }
    terminal_release()
    Self.close(screen, output)
  }

  // MARK: - Output

  /// Shows a canvas, with the cursor where the canvas has it, in one write of what has changed.
  mutating func show(_ canvas: Canvas) {
    let window = chronology_screen()
    if shown?.size != canvas.size { shown = nil }
    if shown == nil {
      werase(window)
      clearok(window, true)
    }
    let rows = min(canvas.size.rows, size.rows)
    for row in 0..<rows where isRecoloured || shown.map({ !canvas.hasSameRow(row, as: $0) }) ?? true {
      pen.draw(canvas[row: row], row: row, columns: size.columns, theme: theme)
    }
    wmove(
      window, Int32(max(0, min(canvas.cursor.row, rows - 1))),
      Int32(max(0, min(canvas.cursor.column, size.columns - 1))))
    wnoutrefresh(window)
    doupdate()
    shown = canvas
    isRecoloured = false
    send()
  }

  /// Makes the next frame draw everything anew, whatever has happened to the screen.
  mutating func redraw() {
    shown = nil
  }

  /// Passes on what ncurses has written into the file in memory.
  private mutating func send() {
    fflush(output)
    let file = fileno(output)
    let count = Int(lseek(file, 0, SEEK_CUR))
    guard count > 0 else { return }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, 0))
    }
    Self.discard(output)
    if terminal_write(bytes, bytes.count) != 0 { isHungUp = true }
    sent = (sent.frames + 1, sent.bytes + bytes.count)
  }

  /// Writing begins anew over what is there: the memory stays for the next frame.
  private static func discard(_ output: UnsafeMutablePointer<FILE>) {
    fflush(output)
    lseek(fileno(output), 0, SEEK_SET)
  }

  private static func close(_ screen: OpaquePointer, _ output: UnsafeMutablePointer<FILE>) {
    endwin()
    delscreen(screen)
    fclose(output)
  }

  /// Brings ncurses to the terminal's size; nil when the terminal does not say.
  private static func measure() -> Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard terminal_size(&rows, &columns) else { return nil }
    resizeterm(rows, columns)
    return Size(rows: Int(rows), columns: Int(columns))
  }

  /// Takes up a new size, if there is one.
  private mutating func resize() -> Key? {
    guard let new = Self.measure(), new != size else { return nil }
    size = new
    shown = nil
    if bottom != nil { terminal_leave_by(Capability.leave(bottom: bottom, rows: new.rows)) }
    return .resize(new)
  }

  // MARK: - Input

  /// Waits for a key, for ever or for some milliseconds; nil when these are over. Sleeps meanwhile.
  mutating func nextKey(timeoutMilliseconds: Int? = nil) -> Key? {
    let deadline = timeoutMilliseconds.map { Self.now() + max(0, $0) }
    while true {
      if isHungUp { return .hangUp }
      let key = decoder.next(isComplete: false)
      takeBackground()
      if let key { return key }
      var wait = deadline.map { max(0, $0 - Self.now()) } ?? -1
      let isPatient = !decoder.isPending
      if !isPatient { wait = decoder.wait }
      let hasInput = terminal_wait(Int32(clamping: wait))
      if let key = heed(terminal_events()) { return key }
      if hasInput {
        read()
      } else if !isPatient {
        if let key = decoder.next(isComplete: true) { return key }
      } else if let deadline, Self.now() >= deadline {
        return nil
      }
    }
  }

  /// What signals have brought about: a new size is a key, a return from Ctrl-Z is mended here.
  private mutating func heed(_ events: UInt32) -> Key? {
    guard events != 0 else { return nil }
    let last = shown
    if events & UInt32(TERMINAL_CONTINUED) != 0 { shown = nil }
    if let key = resize() { return key }
    if shown == nil, let last { show(last) }
    return nil
  }

  /// Puts colours on once the terminal has said what is behind them.
  private mutating func takeBackground() {
    guard awaitsBackground, let background = decoder.background else { return }
    awaitsBackground = false
    self.background = background
    guard theme.background == .unknown, !theme.isPlain, !theme.isHighContrast else { return }
    let last = shown
    theme.background = background
    if let last { show(last) }
  }

  private mutating func read() {
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
      let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { isHungUp = true }
      filled = max(0, count)
    }
    decoder.feed(bytes)
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
