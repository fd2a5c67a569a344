internal import ArgumentParser
internal import Explorer
internal import Timeline

/// `chronology agencies [NAME]`.
struct AgenciesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agencies", abstract: "Print the agencies with their counts, or one with its events.")

  @Argument(help: "An agency's id, or part of its name.") var name: String?
  @OptionGroup var source: FileOption
  @Option(help: "text, or json for programs.") var format: OutputFormat = .text

  func run() throws {
    try source.reading { chronology in
      if format == .json {
        let subject = try name.map { try Report.subject(of: .agency($0), in: chronology) }
        let agencies = chronology.agencies.filter { subject == nil || subject == .agency($0.id) }
        try Report.printJSON(agencies) { $0.agency($1) }
      } else {
        try Report.print(name.map { .agency($0) } ?? .view(.agencies), of: chronology)
      }
    }
  }
}
