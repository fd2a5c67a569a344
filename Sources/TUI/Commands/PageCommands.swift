internal import ArgumentParser
internal import EDTF
internal import Explorer
internal import Timeline

/// `chronology show EVENT`: one event with everything that supports it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one event with its sources and links.")

  @Argument(help: "The event's id, its number in the whole list, or words that only its title has.")
  var event: [String]
  @OptionGroup var source: FileOption
  @Option(help: "text, or json for programs.") var format: OutputFormat = .text

  func run() throws {
    try source.reading { chronology in
      let command = Command.openEvent(event.joined(separator: " "))
      if format == .json {
        guard case .event(let id) = try Report.subject(of: command, in: chronology),
          let position = chronology.position(of: id)
        else { return }
        try Report.printJSON([chronology.event(at: position)]) { $0.event($1) }
      } else {
        try Report.print(command, of: chronology)
      }
    }
  }
}

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

/// `chronology known --on DATE [--agency A]`.
struct KnownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "known", abstract: "Print what each agency had been told, or may have known, by a day.")

  @Option(help: ArgumentHelp("The day; for a month or a year, its last day.", valueName: "date")) var on: String
  @Option(help: "One agency alone, or public.") var agency: String?
  @OptionGroup var source: FileOption

  func validate() throws {
    do {
      guard try NaturalDate(on).edtf.bounds.latest.day == nil else { return }
    } catch {
      throw ValidationError(error.sentence)
    }
    throw ValidationError("\(on) has no last day. Ask for a date that ends, such as august 2007.")
  }

  func run() throws {
    try source.reading { try Report.print(.known(on, by: agency), of: $0) }
  }
}

/// `chronology gaps [--agency A]`.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "Print the longest silences, and what answered each warning and letter.")

  @Option(help: "One agency alone.") var agency: String?
  @OptionGroup var source: FileOption

  func run() throws { try source.reading { try Report.print(.gaps(agency ?? ""), of: $0) } }
}

struct LanesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lanes", abstract: "Print when each agency acts, one agency per line.")
  @OptionGroup var source: FileOption

  func run() throws { try source.reading { try Report.print(.view(.lanes), of: $0) } }
}
