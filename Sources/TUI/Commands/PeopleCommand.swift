internal import ArgumentParser
internal import Explorer
internal import Timeline

/// `chronology people [NAME]`.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Print the people named, or one with the events that name them.")

  @Argument(help: "A person's id, or part of the name.") var name: String?
  @OptionGroup var source: FileOption
  @Option(help: "text, or json for programs.") var format: OutputFormat = .text

  func run() throws {
    try source.reading { chronology in
      if format == .json {
        let subject = try name.map { try Report.subject(of: .person($0), in: chronology) }
        let people = chronology.people.filter { subject == nil || subject == .person($0.id) }
        try Report.printJSON(people) { $0.person($1) }
      } else {
        try Report.print(name.map { .person($0) } ?? .view(.people), of: chronology)
      }
    }
  }
}

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "Print how well each event and each source is covered.")
  @OptionGroup var source: FileOption

  func run() throws { try source.reading { try Report.print(.view(.coverage), of: $0) } }
}

struct DisagreementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disagreements", abstract: "Print where sources disagree, and which reading is adopted and why.")
  @OptionGroup var source: FileOption

  func run() throws { try source.reading { try Report.print(.view(.disagreements), of: $0) } }
}
