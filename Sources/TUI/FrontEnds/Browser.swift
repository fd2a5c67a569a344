internal import Explorer
internal import Timeline

/// The full-screen front end: keys in, frames out, and in between, reading the file and searching.
struct Browser: ~Copyable {
  private var terminal: Terminal
  private let file: DataFile
  private var loader: Loader
  /// Whether the file is being reloaded while the previous content is shown.
  private var isRereading = false
  private var state: State
  private var memory = FrameCache()
  /// What was typed at the prompts, shared with text mode; nil if nothing can be stored.
  private let history = HistoryFile()
  private let notebook = Notebook()
  /// Where the reader left off, until everything is read and proved and it can be restored.
  private var resumed: State.LastPlace?
  /// Whether the screen shows the current state.
  private var isShown = false

  /// Detail and counters follow the selection once no key has come for this many milliseconds, by which time a screen
  /// reader has read the row.
  private static let settlingTime = 250

  init(
    _ file: DataFile, _ loader: Loader, texts: [PostText], preferences: Preferences, theme: ThemeName?,
    remarks: [String], usesMouse: Bool, resumes: Bool
  ) throws(TerminalError) {
    self.file = file
    terminal = try Terminal(
      background: Theme.Background(colorfgbg: Settings.environment("COLORFGBG")),
      usesColour: Settings.environment("NO_COLOR") == nil && !preferences.isScreenReader,
      usesMouse: usesMouse && !preferences.isScreenReader, other: file.watch.descriptor)
    if let theme { terminal.wear(theme) }
    self.loader = loader
    var preferences = preferences
    preferences.isASCII = !terminal.isUTF8
    state = State(
      loader.chronology(), progress: loader.isFinished ? nil : loader.progress, size: terminal.size,
      preferences: preferences, texts: texts)
    resumed = resumes ? file.lastPlace?.read() : nil
    if loader.isFinished {
      readNotes()
      if !state.hasWork { resume() }
    }
    if loader.isFinished, let missing = file.missingPart(in: loader) { _ = state.apply(.told(missing, isError: true)) }
    if let first = remarks.first {
      let more = remarks.count > 1 ? " (\(remarks.count - 1) more when you leave)" : ""
      _ = state.apply(.told(first + more, isError: true))
    }
  }

  /// Runs until the reader quits.
  /// - Returns: the exit status.
  mutating func run() -> Int32 {
    let status = read()
    file.lastPlace?.write(resumed ?? state.lastPlace)
    return status
  }

  private mutating func read() -> Int32 {
    var painted = loader.progress
    show()
    // Only after the first screen, so as not to delay it.
    if let lines = history?.lines { state.recall(lines) }
    while true {
      if !isShown, !state.isAboutToReport { show() }
      guard let key = terminal.nextKey(timeoutMilliseconds: patience) else {
        goOn(&painted)
        if isRefused { return 1 }
        continue
      }
      var next: Key? = key
      // Keys that arrive together make one frame.
      while let key = next {
        if key == .hangUp { return 129 }
        if let status = take(key) { return status }
        next = terminal.nextKey(timeoutMilliseconds: 0)
      }
    }
  }

  /// The chronology as last read.
  var chronology: Chronology { state.chronology }

  /// Whether everything was read and is not a chronology.
  private var isRefused: Bool {
    loader.isFinished && !isRereading && state.chronology.count == 0
      && (try? InputFiles.refuseUnreadable(state.chronology, nil)) == nil
  }

  private mutating func show() {
    terminal.show(Painter.paint(state, remembering: &memory))
    isShown = true
  }

  /// How long to wait for a key, in milliseconds: not at all while there is work, for ever when there is none.
  private var patience: Int? {
    if state.hasWork || !loader.isFinished || resumed != nil { return 0 }
    return state.isUnsettled ? Self.settlingTime : nil
  }

  /// What to do while no key has come: first the search, then the file, then what follows the selection.
  private mutating func goOn(_ painted: inout Double) {
    if file.watch.hasChanged() {
      readAgain()
    } else if state.hasWork {
      apply(.work)
    } else if !loader.isFinished {
      loader.advance(budget: 8)
      if isRereading {
        if loader.isFinished { takeAgain() }
      } else if loader.isFinished {
        apply(.loaded(loader.chronology(), progress: nil))
        if let missing = file.missingPart(in: loader) { apply(.told(missing, isError: true)) }
        readNotes()
      } else if loader.progress - painted >= 0.05, !state.preferences.isScreenReader {
        painted = loader.progress
        apply(.loaded(state.chronology, progress: painted))
      }
    } else if resumed != nil {
      resume()
    } else {
      apply(.settle)
    }
  }

  /// Begins to reload the file; what was read before stays until the new content is complete.
  private mutating func readAgain() {
    do throws(InputFiles.Fault) {
      loader = Loader(try file.open())
      isRereading = state.progress == nil
    } catch {
      apply(.unreadable(file.fault(error)))
    }
  }

  private mutating func takeAgain() {
    isRereading = false
    // What was painted for the previous events cannot be reused for these.
    memory = FrameCache()
    apply(file.fault(in: loader).map { .unreadable($0) } ?? .reloaded(loader.chronology()))
    if !notebook.hasFailed { readNotes() }
  }

  private mutating func readNotes() {
    do throws(Notebook.Fault) {
      let chronology = state.chronology
      apply(.noted(try notebook.notes(of: chronology.title, chronology.subject(ofNotesOn:))))
    } catch {
      apply(.told(error.message, isError: true))
    }
  }

  private mutating func resume() {
    if let resumed { apply(.resume(resumed)) }
    resumed = nil
  }

  /// Lends the terminal to the reader's editor.
  private mutating func edit(at line: Int) {
    do throws(InputFiles.Fault) {
      let words = try file.editing(line: line)
      let fault = terminal.lend { Editor.run(words) }
      apply(.resize(terminal.size))
      if let fault { apply(.told(fault, isError: true)) }
    } catch {
      apply(.told(error.message, isError: true))
    }
  }

  /// - Returns: the exit status, if the key quits the program.
  private mutating func take(_ key: Key) -> Int32? {
    // As if the signal had been received: the status that a shell expects.
    if key == .control("c"), state.prompt == nil { return 130 }
    guard let command = KeyMap.command(for: key, in: state) else {
      guard let name = key.name else { return nil }
      return apply(.told("No command on \(name). \(state.way(to: .help)) for the keys.", isError: false))
    }
    // Other sessions may have added to them.
    if command == .view(.bookmarks), !notebook.hasFailed { readNotes() }
    return apply(command)
  }

  @discardableResult
  private mutating func apply(_ command: Command) -> Int32? {
    isShown = false
    for effect in state.apply(command) {
      switch effect {
      case .quit(let status): return status
      case .redraw: terminal.redraw()
      case .editor(let line): edit(at: line)
      case .theme(let name): terminal.wear(name)
      case .keep(let line): history?.append(line)
      case .files(let beginning): _ = state.apply(.offer(InputFiles.files(beginning: beginning)))
      case .note(let change):
        let outcome = notebook.outcome(of: change, of: state.chronology)
        if let notes = outcome.notes { _ = state.apply(.noted(notes)) }
        if let said = outcome.said { _ = state.apply(.told(said, isError: outcome.isError)) }
      case .export, .copy, .visit:
        if let outcome = Deeds(file: file).outcome(of: effect, in: state) {
          _ = state.apply(.told(outcome.sentence, isError: outcome.isError))
        }
      }
    }
    return nil
  }
}
