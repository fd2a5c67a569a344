internal import Explorer
internal import Timeline

/// The full-screen front end: keys in, frames out, and between them the file being read and searches going on.
struct Browser: ~Copyable {
  private var terminal: Terminal
  private var loader: Loader
  private var state: State
  private var memory = FrameCache()
  private let deeds: Deeds
  /// Whether the screen shows the state as it is.
  private var isShown = false

  /// Detail and counters follow the selection when no key has come for this long, so that a screen reader has said the
  /// row by then.
  private static let settlingTime = 250

  init(
    _ bytes: Bytes, texts: [PostText], preferences: Preferences, theme: ThemeName?, remarks: [String], deeds: Deeds
  ) throws(TerminalError) {
    self.deeds = deeds
    terminal = try Terminal(
      background: Theme.Background(colorfgbg: Settings.environment("COLORFGBG")),
      usesColour: Settings.environment("NO_COLOR") == nil && !preferences.isScreenReader)
    if let theme { terminal.wear(theme) }
    loader = Loader(bytes)
    loader.advance(budget: 8)
    // A file that is read by now is shown when it is indexed as well, in one frame.
    while loader.progress == 1, !loader.isFinished { loader.advance() }
    var preferences = preferences
    preferences.isASCII = !terminal.isUTF8
    state = State(
      loader.chronology(), progress: loader.isFinished ? nil : loader.progress, size: terminal.size,
      preferences: preferences, texts: texts)
    if let first = remarks.first { _ = state.apply(.told(first, isError: true)) }
  }

  /// Runs until the reader leaves.
  /// - Returns: the exit status.
  mutating func run() -> Int32 {
    var painted = loader.progress
    while true {
      if !isShown {
        terminal.show(Painter.paint(state, remembering: &memory))
        isShown = true
      }
      guard let key = terminal.nextKey(timeoutMilliseconds: patience) else {
        goOn(&painted)
        continue
      }
      var next: Key? = key
      // Keys that came together make one frame.
      while let key = next {
        if key == .hangUp { return 129 }
        if let status = take(key) { return status }
        next = terminal.nextKey(timeoutMilliseconds: 0)
      }
    }
  }

  /// How long to wait for a key: not at all while there is work, for ever when there is none.
  private var patience: Int? {
    if state.hasWork || !loader.isFinished { return 0 }
    return state.isUnsettled ? Self.settlingTime : nil
  }

  /// What is done when no key has come: the search first, then the file, then what follows the selection.
  private mutating func goOn(_ painted: inout Double) {
    if state.hasWork {
      apply(.work)
    } else if !loader.isFinished {
      loader.advance(budget: 8)
      if loader.isFinished {
        apply(.loaded(loader.chronology(), progress: nil))
      } else if loader.progress - painted >= 0.05, !state.preferences.isScreenReader {
        painted = loader.progress
        apply(.loaded(state.chronology, progress: painted))
      }
    } else {
      apply(.settle)
    }
  }

  /// - Returns: the exit status, if the key leaves the program.
  private mutating func take(_ key: Key) -> Int32? {
    // As if the signal had come: the status that a shell expects.
    if key == .control("c"), state.prompt == nil { return 130 }
    guard let command = KeyMap.command(for: key, in: state) else {
      guard let name = key.name else { return nil }
      return apply(.told("No command on \(name). ? shows the keys.", isError: false))
    }
    return apply(command)
  }

  @discardableResult
  private mutating func apply(_ command: Command) -> Int32? {
    isShown = false
    for effect in state.apply(command) {
      switch effect {
      case .quit(let status): return status
      case .redraw: terminal.redraw()
      case .theme(let name): terminal.wear(name)
      case .files(let beginning): _ = state.apply(.offer(InputFiles.files(beginning: beginning)))
      case .export, .copy, .visit:
        if let outcome = deeds.outcome(of: effect, in: state) {
          _ = state.apply(.told(outcome.sentence, isError: outcome.isError))
        }
      }
    }
    return nil
  }
}
