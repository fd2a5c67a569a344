internal import ArgumentParser
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
