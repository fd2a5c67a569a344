internal import CTerminal
internal import Explorer
internal import Glibc

/// The terminal, taken over for as long as this value lives, and afterwards as it was.
///
/// `FrameWriter` works out what to send, and each frame goes to the terminal in one write: of a frame in several pieces a
/// screen reader catches a half, and says the wrong row. `CTerminal` sees to tty modes and signals.
struct Terminal: ~Copyable {
  /// Whether the terminal's locale is UTF-8; otherwise a canvas for it must be in ASCII.
  let isUTF8: Bool
  private(set) var size: Size
  var theme: Theme

  private var writer: FrameWriter
  /// What is behind the text, as far as the terminal or its environment says.
  private(set) var background: Theme.Background
  private var decoder: KeyDecoder
  /// What is on the screen; nil when everything must be drawn anew.
  private var shown: Canvas?
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

    let isUTF8 = LocaleEncoding.isUTF8
    guard Capability.isKnown else { throw .unknown(term: term) }
    guard let codes = Capability.codes else { throw .incapable(term: term) }

    let colours = usesColour ? max(0, Capability.number("colors")) : 0
    let asks = background == .unknown && colours >= 8
    let size = Self.measure() ?? Size(rows: 24, columns: 80)
    let error = terminal_take(
      Self.text(Capability.enter(asksBackground: asks)), Self.text(Capability.leave(rows: size.rows)))
    guard error == 0 else { throw .system(call: "tcsetattr", code: error) }

    self.isUTF8 = isUTF8
    self.size = size
    self.background = background
    awaitsBackground = asks
    theme = Theme(background: background, colours: colours)
    writer = FrameWriter(codes, theme: theme)
    decoder = KeyDecoder(sequences: Capability.keys)
  }

  deinit {
    // An answer still on its way must not turn up as typed text after us.
    if awaitsBackground { tcflush(STDIN_FILENO, TCIFLUSH) }
    terminal_release()
  }

  // MARK: - Output

  /// Shows a canvas, with the cursor where the canvas has it, in one write of what has changed.
  mutating func show(_ canvas: Canvas) {
    if shown == nil, awaitsBackground { hearAnswer() }
    let frame = writer.frame(canvas, over: shown?.size == canvas.size ? shown : nil, theme: theme)
    shown = canvas
    if !frame.isEmpty, terminal_write(frame, frame.count) != 0 { isHungUp = true }
  }

  /// Makes the next frame draw everything anew, whatever has happened to the screen.
  mutating func redraw() {
    shown = nil
  }

  /// A string of C.
  private static func text(_ bytes: [UInt8]) -> [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }

  /// The terminal's size; nil when it does not say.
  private static func measure() -> Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    return terminal_size(&rows, &columns) ? Size(rows: Int(rows), columns: Int(columns)) : nil
  }

  /// Takes up a new size, if there is one.
  private mutating func resize() -> Key? {
    guard let new = Self.measure(), new != size else { return nil }
    size = new
    shown = nil
    if !Capability.hasPage { terminal_leave_by(Self.text(Capability.leave(rows: new.rows))) }
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

  /// While the first frame was made most terminals have answered, and it can be drawn in its colours at once.
  private mutating func hearAnswer() {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    if poll(&input, 1, 0) > 0 { read() }
    decoder.takeAnswers()
    takeBackground()
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
