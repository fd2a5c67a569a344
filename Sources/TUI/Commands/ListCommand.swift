internal import ArgumentParser
internal import Explorer
internal import Glibc
internal import Timeline

/// `chronology list [QUERY]`: the matching events, one per line.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the events that match a query, one per line.",
    discussion: Query.help.map { "\($0.form)  —  \($0.meaning)" }.joined(separator: "\n"))

  @Argument(help: "Words and conditions, as at the prompt of find. Everything without them.")
  var query: [String] = []
  @OptionGroup var source: FileOption
  @Option(
    help: ArgumentHelp("A folder with the posts' own texts: the cited passages are searched too.", valueName: "dir"))
  var posts: String?
  @Option(help: "text, or json for programs.")
  var format: OutputFormat = .text

  func run() throws {
    try source.reading {
      let texts = try InputFiles.texts(in: posts)
      let progress = Progress("Searching \(posts ?? "")")
      try Self.write(
        $0, query: query.joined(separator: " "), format: format, texts: texts, searching: progress.tell)
    }
  }

  /// - Parameter progress: called while the texts are searched, with the fraction done.
  static func write(
    _ chronology: Chronology, query text: String, format: OutputFormat = .text, texts: [PostText] = [],
    searching progress: (Double) -> Void = { _ in }
  ) throws {
    let evidence = texts.isEmpty ? nil : Evidence(of: chronology, in: texts, progress: progress)
    let query: Query
    do { query = try Query(text, in: chronology, with: evidence?.passages) } catch {
      throw ValidationError("\(error.message.sentence)\n\(text)\n\(String(repeating: " ", count: error.offset))^")
    }
    var search = Search(query, in: chronology)
    while !search.isFinished { search.advance() }
    let matches = search.matches
    if format == .json {
      return try Report.printJSON(matches.events) { $0.event(chronology.event(at: $1)) }
    }
    var output = TextOutput()
    if query.isEmpty {
      let span = YearSpan.words(of: chronology).map { " \($0)" } ?? ""
      output.line("\(chronology.title). \(Speech.count(chronology.count, "event"))\(span).")
    } else {
      let meant =
        matches.events.isEmpty ? Suggestion.all(for: text, in: chronology, with: evidence?.passages) : []
      let count = Speech.count(of: matches, for: query, in: chronology)
      output.line(meant.isEmpty ? count : "\(count) \(Suggestion.question(meant))")
      // A common mistake is to give the file's name in place of the query.
      if matches.events.isEmpty, FileName.withBytes(of: text, { access($0, R_OK) }) == 0 {
        TextOutput.complain("\(text) is a file: to list its events, write --file before its name.")
      }
    }
    for row in 0..<matches.events.count {
      let position = matches.events.select(row)
      output.line(Speech.event(at: position, in: chronology, matching: search, evidence: evidence))
      if row % 1000 == 999 {
        output.flush()
        if output.failure != nil { break }
      }
    }
    try output.finish()
  }
}
