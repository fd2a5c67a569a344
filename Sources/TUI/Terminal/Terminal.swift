internal import CTerminal
internal import Explorer
internal import Glibc

/// Takes over the terminal for the lifetime of this value, and restores it afterwards.
///
/// `Curses` works out what to send, and each frame goes to the terminal in one write: if a frame came in several
/// pieces, a screen reader might catch half of it and read the wrong row. `CTerminal` handles tty modes and signals.
struct Terminal: ~Copyable {
  /// Whether the terminal's locale is UTF-8; otherwise its canvas must be in ASCII.
  let isUTF8: Bool
  private(set) var size: Size
  var theme: Theme
  /// The background behind the text, as far as the terminal or its environment tells.
  private(set) var background: Theme.Background

  private var curses: Curses
  private let keyboard: Keyboard
  private var reader: KeyReader
  /// What is on the screen; nil if its size has changed.
  private var shown: Canvas?
  /// Whether something else has written to the screen, so that everything must be redrawn.
  private var isMarred = false
  /// Whether the alternate screen is in use, as it is from the first frame on.
  private var hasBegun = false
  private var isHungUp = false
  /// Another descriptor that ends a wait when it becomes readable; negative for none.
  private let other: Int32
  /// Whether the terminal was asked for its background and has not answered yet.
  private var awaitsBackground: Bool
  /// A key that came while waiting for the terminal's answer.
  private var early: Key?

  /// Takes over the terminal. The first frame switches to the alternate screen.
  ///
  /// - Parameters:
  ///   - background: if unknown, the terminal is asked, and colours are enabled when it answers.
  ///   - usesColour: whether to ask it, and to use colours at all.
  ///   - usesMouse: whether the mouse sends keys; otherwise it is left to the terminal, which uses it to select text.
  ///   - other: a descriptor that ends a wait for a key when it becomes readable; negative for none.
  init(
    background: Theme.Background = .unknown, usesColour: Bool = true, usesMouse: Bool = false, other: Int32 = -1
  ) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !term.isEmpty, term != "dumb" else { throw .incapable(term: term) }
    let isUTF8 = LocaleEncoding.isUTF8

    // First, so that ncurses finds every signal handled and installs no handlers of its own.
    let error = terminal_take()
    guard error == 0 else { throw .system(call: "tcsetattr", code: error) }
    let size = Self.measure() ?? Size(rows: 24, columns: 80)
    guard let curses = Curses(size: size, usesColour: usesColour) else {
      terminal_release()
      throw .unknown(term: term)
    }
    guard Capability.isSufficient else {
      terminal_release()
      throw .incapable(term: term)
    }

    let keyboard = Keyboard(curses, usesMouse: usesMouse)
    self.isUTF8 = isUTF8
    self.other = other
    self.size = size
    self.background = background
    theme = Theme(background: background, colours: curses.colours)
    awaitsBackground = background == .unknown && curses.colours > 0
    reader = KeyReader(keyboard)
    self.keyboard = keyboard
    self.curses = curses
    setBytes()
    write(keyboard.start + Capability.start + (awaitsBackground ? Capability.question : []))
  }

  deinit {
    // A late answer must not appear as typed text after we exit.
    if awaitsBackground { tcflush(STDIN_FILENO, TCIFLUSH) }
    terminal_release()
  }

  // MARK: - Output

  /// Shows a canvas, with the cursor where the canvas has it, in one write of what has changed.
  mutating func show(_ canvas: Canvas) {
    if !hasBegun {
      if awaitsBackground { hearAnswer() }
      hasBegun = true
      setBytes()
    }
    let frame = curses.frame(canvas, isAnew: isMarred, theme: theme)
    shown = canvas
    isMarred = false
    write(frame)
  }

  /// Makes the next frame redraw everything, whatever has happened to the screen.
  mutating func redraw() {
    isMarred = true
  }

  /// Lends the terminal, restored to its original state, to another program while `body` runs. The next frame redraws
  /// everything.
  mutating func lend<Result>(_ body: () -> Result) -> Result {
    terminal_release()
    let result = body()
    if terminal_take() != 0 { isHungUp = true }
    setBytes()
    write((hasBegun ? Capability.page : []) + keyboard.start + Capability.start)
    isMarred = true
    _ = resize()
    return result
  }

  private mutating func write(_ bytes: [UInt8]) {
    if !bytes.isEmpty, terminal_write(bytes, bytes.count) != 0 { isHungUp = true }
  }

  /// Tells `CTerminal` the bytes that restore the screen after a stop, and those that undo it.
  private func setBytes() {
    func text(_ bytes: [UInt8]) -> [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }
    let page = hasBegun ? Capability.page : []
    let pageEnd = hasBegun ? Capability.pageEnd(rows: size.rows) : []
    terminal_keep(text(page + keyboard.start + Capability.start), text(Capability.end + keyboard.end + pageEnd))
  }

  // MARK: - Size

  /// The terminal's size; nil if it does not report one. Anything larger than a real screen is left unused.
  private static func measure() -> Size? {
    let most: Int32 = 1000
    var rows: Int32 = 0
    var columns: Int32 = 0
    return terminal_size(&rows, &columns) ? Size(rows: Int(min(rows, most)), columns: Int(min(columns, most))) : nil
  }

  /// Adopts a new size, if there is one.
  private mutating func resize() -> Key? {
    guard let new = Self.measure(), new != size else { return nil }
    size = new
    shown = nil
    curses.resize(new)
    setBytes()
    return .resize(new)
  }

  // MARK: - Input

  /// Waits for a key, for ever or for a time-out in milliseconds; returns nil on time-out, or when the other
  /// descriptor is ready. Sleeps meanwhile.
  mutating func nextKey(timeoutMilliseconds: Int? = nil) -> Key? {
    terminal_work(false)
    defer { terminal_work(true) }
    let deadline = timeoutMilliseconds.map { Self.now() + max(0, $0) }
    while true {
      if isHungUp { return .hangUp }
      if let key = readyKey() { return key }
      let found = terminal_wait(deadline.map { Int32(clamping: max(0, $0 - Self.now())) } ?? -1, other)
      if let key = heed(terminal_events()) { return key }
      if found & UInt32(TERMINAL_INPUT) != 0 {
        if let key = readKey() { return key }
        // Bytes that are not text, unless there is no more to come.
        if found & UInt32(TERMINAL_GONE) == 0 { return .unknown }
      } else if found & UInt32(TERMINAL_OTHER) != 0 {
        return nil
      }
      if found & UInt32(TERMINAL_GONE) != 0 { isHungUp = true }
      if let deadline, Self.now() >= deadline { return nil }
    }
  }

  /// A key that has already been taken from the terminal.
  private mutating func readyKey() -> Key? {
    if let key = early {
      early = nil
      return key
    }
    return reader.isPending ? readKey() : nil
  }

  private mutating func readKey() -> Key? {
    let key = reader.next()
    if key == .unknown { takeBackground() }
    return key
  }

  /// Handles signal events: a new size becomes a key, a return from Ctrl-Z is dealt with here.
  private mutating func heed(_ events: UInt32) -> Key? {
    guard events != 0 else { return nil }
    if events & UInt32(TERMINAL_CONTINUED) != 0 { isMarred = true }
    if let key = resize() { return key }
    if isMarred, let shown { show(shown) }
    return nil
  }

  /// Most terminals have answered by the time the first frame is ready, so that it can be drawn in its colours at
  /// once.
  private mutating func hearAnswer() {
    while awaitsBackground, early == nil, terminal_wait(0, -1) & UInt32(TERMINAL_INPUT) != 0 {
      let key = readKey()
      if key != .unknown { early = key }
    }
  }

  /// Enables colours once the terminal has reported its background.
  private mutating func takeBackground() {
    guard awaitsBackground, let background = reader.background else { return }
    awaitsBackground = false
    self.background = background
    guard theme.background == .unknown, !theme.isPlain, !theme.isHighContrast else { return }
    theme.background = background
    if let shown { show(shown) }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
