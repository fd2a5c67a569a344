internal import Explorer
internal import Timeline

/// The text front end: a line in, whole sentences out. The same commands and the same state as the browser's.
struct TextSession: ~Copyable {
  private var state: State
  private var output = TextOutput()
  /// What was said last, for `repeat`.
  private var said: [String] = []

  init(_ chronology: Chronology, texts: [PostText], remarks: [String] = []) {
    state = State(chronology, size: Size(rows: 10, columns: 80), preferences: Preferences(isText: true), texts: texts)
    for remark in remarks { output.error(remark) }
  }

  /// Runs until the reader leaves or the input ends.
  /// - Returns: the exit status.
  mutating func run() throws(InputFiles.Fault) -> Int32 {
    let chronology = state.chronology
    let start = state
    var reader = LineReader { Self.completion(of: $0, in: start) }
    say(Narrator.greeting(state))
    if chronology.count > 0 { say([Narrator.eventLine(state)], keeping: true) }
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
        if let status = take(line) { return status }
      }
    }
  }

  private mutating func take(_ line: String) -> Int32? {
    let command: Command
    do { command = try CommandParser.command(from: line, in: state) } catch {
      output.error(error.message)
      said = [error.message]
      return nil
    }
    if command == .again {
      for line in said { output.line(line) }
      return nil
    }
    let before = state
    let effects = state.apply(command)
    while state.hasWork { _ = state.apply(.work) }
    for effect in effects {
      switch effect {
      case .quit(let status): return status
      case .redraw, .theme, .files: break
      case .export(let path, let events, let format):
        let outcome = Export.write(events, of: state.chronology, to: path, as: format)
        _ = state.apply(.told(outcome.sentence, isError: outcome.isError))
      }
    }
    let lines = Narrator.narrate(before, command, state)
    if let message = state.message, message.isError {
      output.error(message.text)
      said = lines
      for line in lines.dropFirst() { output.line(line) }
    } else {
      say(lines.isEmpty ? ["Nothing has changed."] : lines)
    }
    return nil
  }

  private mutating func say(_ lines: [String], keeping: Bool = false) {
    said = keeping ? said + lines : lines
    for line in lines { output.line(line) }
  }

  private static func completion(of line: String, in state: State) -> LineReader.Completion {
    var completion = Completion.of(line, command: nil, in: state)
    if completion.candidates.isEmpty, (try? CommandParser.entry(beginning: line))?.name == "export" {
      let path = String(line.drop { $0 != " " }.dropFirst())
      completion = .files(InputFiles.files(beginning: path), for: path)
    }
    return LineReader.Completion(
      replacing: completion.replacing, words: completion.candidates.map { (text: $0.text, what: $0.what) })
  }
}
