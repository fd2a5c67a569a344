internal import ArgumentParser
internal import Explorer
internal import Glibc
internal import Timeline

/// The argument common to all printing commands.
struct FileOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The chronology to read. Without it, the one that comes with the program.", valueName: "file"))
  var file: String?

  /// Reads the chronology and prints from it. Faults in the data do not prevent valid data from being printed, but
  /// they are reported on standard error, and the exit status is 1.
  func reading(_ body: (Chronology) throws -> Void) throws {
    let chronology = try InputFiles.chronology(at: file)
    try body(chronology)
    if chronology.findingCount > 0 { throw ExitCode(1) }
  }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Prints whole pages in the wording of text mode.
enum Report {
  /// Runs one command of the vocabulary on a chronology, and prints the page that it opens.
  /// - Throws: `InputFiles.Fault` with the program's message if no page opens.
  static func print(_ command: Command, of chronology: Chronology, texts: [PostText] = []) throws {
    let state = try state(after: command, of: chronology, texts: texts)
    try print(state.page(of: state.view.subject, limit: .max))
  }

  /// The subject of a command that opens a page, with names resolved as the page resolves them.
  static func subject(of command: Command, in chronology: Chronology) throws -> Subject {
    try state(after: command, of: chronology).view.subject
  }

  private static func state(
    after command: Command, of chronology: Chronology, texts: [PostText] = []
  ) throws(InputFiles.Fault) -> State {
    var state = State(
      chronology, size: Size(rows: 10, columns: 80), preferences: Preferences(isText: true), texts: texts)
    state.finishWork()
    _ = state.apply(command)
    guard !state.isInList else { throw InputFiles.Fault(message: state.message?.text ?? "Nothing to show.") }
    return state
  }

  static func print(_ page: Page) throws {
    var output = TextOutput()
    output.line([page.title, page.status].filter { !$0.isEmpty }.map(\.capitalised.sentence).joined(separator: " "))
    for row in page.rows where row.role != .blank { output.line(row.speech) }
    try output.finish()
  }

  /// Prints values as a JSON array, one per line.
  static func printJSON<Value>(_ values: some Sequence<Value>, _ write: (inout JSONWriter, Value) -> Void) throws {
    var output = TextOutput()
    let isTerminal = isatty(STDOUT_FILENO) == 1
    output.raw("[")
    var isEmpty = true
    for (index, value) in values.enumerated() {
      var writer = JSONWriter()
      write(&writer, value)
      output.raw(isEmpty ? "\n" : ",\n")
      output.raw(isTerminal ? HarmlessJSON.text(writer.text, isASCII: output.isASCII) : writer.text)
      isEmpty = false
      if index % 1000 == 999 {
        output.flush()
        if output.failure != nil { break }
      }
    }
    output.raw(isEmpty ? "]\n" : "\n]\n")
    try output.finish()
  }
}
