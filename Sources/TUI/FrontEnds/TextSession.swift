internal import CTerminal
internal import Explorer
internal import Glibc
internal import Timeline

/// The text front end: a line in, whole sentences out. It uses the same commands and the same state as the browser.
struct TextSession: ~Copyable {
  private let file: DataFile
  private var state: State
  private let notebook = Notebook()
  private var output = TextOutput()
  /// The last answer, for `repeat`.
  private var said: [String] = []
  /// The part of an answer that did not fit on the screen, in terminal lines: `more` or an empty line prints it.
  private var rest: [String] = []

  /// The maximum number of lines of an answer without a terminal: a heading, ten rows, and how to hear more.
  private static let length = 12

  init(
    _ file: DataFile, _ chronology: Chronology, texts: [PostText], remarks: [String] = [], rows: Int? = nil,
    resumes: Bool = false
  ) {
    self.file = file
    state = State(
      chronology, size: Self.size, preferences: Preferences(isText: true, rows: rows), texts: texts)
    state.finishWork()
    readNotes()
    if resumes, let place = file.lastPlace?.read() { _ = state.apply(.resume(place)) }
    for remark in remarks {
      output.errorElsewhere(remark)
      for line in wrapped([remark]) { output.line(line) }
    }
  }

  /// The size of an answer: with the prompt line and two more, it fills the screen. Without a terminal whose cursor
  /// can be moved, lines are left whole.
  private static var size: Size {
    var (rows, columns): (Int32, Int32) = (0, 0)
    let term = Settings.environment("TERM") ?? "dumb"
    guard isatty(STDOUT_FILENO) == 1, term != "dumb", terminal_size(&rows, &columns), rows > 0, columns > 0 else {
      return Size(rows: length, columns: .max)
    }
    return Size(rows: max(4, Int(rows) - 3), columns: Int(columns))
  }

  /// Runs until the reader quits or the input ends.
  /// - Returns: the exit status.
  mutating func run() throws(InputFiles.Fault) -> Int32 {
    let status = try read()
    file.lastPlace?.write(state.lastPlace)
    return status
  }

  private mutating func read() throws(InputFiles.Fault) -> Int32 {
    let start = state
    var reader = LineReader { Self.completion(of: $0, in: start) }
    say(Narrator.greeting(state))
    while true {
      output.flush()
      if output.failure != nil {
        try TextOutput.check(output.failure)
        return 0
      }
      switch reader.next(prompt: "> ") {
      case .end: return 0
      case .interrupted: return 130
      case .line(let line):
        if file.watch.hasChanged() {
          readAgain()
          if let message = state.message {
            if message.isError { output.errorElsewhere(message.text) }
            for line in wrapped([message.text]) { output.line(line) }
          }
        }
        if let status = take(line) { return status }
      }
    }
  }

  private mutating func readNotes() {
    do throws(Notebook.Fault) {
      let chronology = state.chronology
      _ = state.apply(.noted(try notebook.notes(of: chronology.title, chronology.subject(ofNotesOn:))))
    } catch {
      output.errorElsewhere(error.message)
      output.line(error.message)
    }
  }

  private mutating func take(_ line: String) -> Int32? {
    if Self.size != state.size { _ = state.apply(.resize(Self.size)) }
    let command: Command
    do { command = try CommandParser.command(from: line, in: state) } catch {
      output.errorElsewhere(error.message)
      say([error.message])
      return nil
    }
    if !rest.isEmpty, line.allSatisfy(\.isWhitespace) || command == .move(.pageDown) {
      tell(rest)
      return nil
    }
    if command == .again {
      tell(wrapped(said))
      return nil
    }
    // Other sessions may have added to them.
    if command == .view(.bookmarks), !notebook.hasFailed { readNotes() }
    let before = state
    let effects = state.apply(command)
    state.finishWork()
    for effect in effects {
      switch effect {
      case .quit(let status): return status
      // The line editor stores the history itself.
      case .redraw, .theme, .files, .keep: break
      case .editor(let line): edit(at: line)
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
    let lines = Narrator.narrate(before, command, state)
    if let message = state.message, message.isError { output.errorElsewhere(message.text) }
    say(lines.isEmpty ? ["Nothing has changed."] : lines)
    return nil
  }

  /// Reloads the file, which has changed.
  private mutating func readAgain() {
    do throws(InputFiles.Fault) {
      var loader = Loader(try file.open())
      while !loader.isFinished { loader.advance(budget: 1000) }
      _ = state.apply(file.fault(in: loader).map { .unreadable($0) } ?? .reloaded(loader.chronology()))
      state.finishWork()
    } catch {
      _ = state.apply(.unreadable(file.fault(error)))
    }
  }

  private mutating func edit(at line: Int) {
    output.flush()
    do throws(InputFiles.Fault) {
      let fault = Editor.run(try file.editing(line: line))
      if file.watch.hasChanged() { readAgain() }
      if let fault { _ = state.apply(.told(fault, isError: true)) }
    } catch {
      _ = state.apply(.told(error.message, isError: true))
    }
  }

  private mutating func say(_ lines: [String]) {
    said = lines
    tell(wrapped(lines))
  }

  /// Wraps words to the next terminal line rather than let the edge split them.
  private func wrapped(_ lines: [String]) -> [String] {
    guard state.size.columns != .max else { return lines }
    return lines.flatMap { line in
      Wrapping.wrap(
        [Span(Printable.line(line, isASCII: output.isASCII))], width: state.size.columns, cutsAddresses: false
      ).map { spans in spans.map(\.text).joined() }
    }
  }

  /// Prints as many lines as an answer may have; the rest waits. Only a single row longer than that gets here.
  private mutating func tell(_ lines: [String]) {
    let most = max(2, state.answerLines)
    let isWhole = lines.count <= most || state.size.columns == .max
    for line in isWhole ? lines : Array(lines.prefix(most - 1)) { output.line(line) }
    rest = isWhole ? [] : Array(lines.dropFirst(most - 1))
    if !isWhole { output.line("\(Speech.count(rest.count, "more line")) of it. Type \(CommandName.more).") }
  }

  private static func completion(of line: String, in state: State) -> LineReader.Completion {
    var completion = Completion.of(line, command: nil, in: state)
    if completion.candidates.isEmpty, (try? CommandParser.entry(beginning: line))?.name == .export {
      let path = String(line.drop { $0 != " " }.dropFirst())
      completion = .files(InputFiles.files(beginning: path), for: path)
    }
    return LineReader.Completion(
      replacing: completion.replacing, words: completion.candidates.map { (text: $0.text, what: $0.what) })
  }
}
