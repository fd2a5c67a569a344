internal import ArgumentParser
internal import Explorer
internal import Timeline

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
