internal import ArgumentParser
internal import Explorer
internal import Timeline

/// `chronology sources [NAME]`.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Print the sources, or one with its paragraphs and the events that rest on them.")

  @Argument(help: "A source's id, or part of its title.") var name: String?
  @OptionGroup var source: FileOption
  @Option(help: ArgumentHelp("A folder with the posts' own texts, to print them.", valueName: "dir"))
  var posts: String?
  @Option(help: "text, or json for programs.") var format: OutputFormat = .text

  func run() throws {
    try source.reading { chronology in
      if format == .json {
        let subject = try name.map { try Report.subject(of: .source($0), in: chronology) }
        let sources = chronology.sources.filter { subject == nil || subject == .source($0.id, paragraph: nil) }
        try Report.printJSON(sources) { $0.source($1) }
      } else {
        try Report.print(
          name.map { .source($0) } ?? .view(.sources), of: chronology, texts: InputFiles.texts(in: posts))
      }
    }
  }
}
