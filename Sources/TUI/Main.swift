internal import ArgumentParser
internal import Explorer
internal import Glibc
internal import Timeline

/// Exit status: 0 fine, 1 a fault in the data or at run time, 2 wrong usage.
@main
struct Main {
  static func main() {
    // The program's messages are always in British English: only the character encoding of the locale matters.
    setlocale(LC_CTYPE, "")
    // A closed pipe is reported as a failed write, and must not kill the program.
    signal(SIGPIPE, SIG_IGN)
    do {
      // The most common way to start takes half the time if nothing is parsed.
      if CommandLine.argc == 1 { exit(try FrontEnd().run()) }
      var command = try ChronologyCommand.parseAsRoot()
      try command.run()
    } catch {
      leave(for: error)
    }
  }

  private static func leave(for error: any Error) -> Never {
    if let fault = error as? InputFiles.Fault {
      fail(fault.message, status: 1)
    }
    let code = ChronologyCommand.exitCode(for: error)
    let message = ChronologyCommand.fullMessage(for: error)
    if code.isSuccess {
      do {
        var output = TextOutput()
        if !message.isEmpty { output.raw((LocaleEncoding.isUTF8 ? message : Ascii.of(message)) + "\n") }
        try output.finish()
      } catch {
        fail(error.message, status: 1)
      }
      exit(0)
    }
    if code == .validationFailure { fail(message, status: 2) }
    if !message.isEmpty, !(error is ExitCode) { fail(message, status: 1) }
    exit(code.rawValue)
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
      TextOutput.complain(line)
    }
    exit(status)
  }
}

struct ChronologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chronology",
    abstract: "Explore a chronology: who knew what, when, and who says so.",
    discussion: """
      Without a file it opens the chronology that it carries, of the Victoria Climbié and Baby P cases. Press ? for \
      the keys; chronology --text asks for words instead, where help tells them. chronology help browse lists the \
      options of both.
      """,
    version: "0.1.0",
    subcommands: [
      BrowseCommand.self, ListCommand.self, ShowCommand.self, SourcesCommand.self, AgenciesCommand.self,
      PeopleCommand.self, CheckCommand.self, CoverageCommand.self, DisagreementsCommand.self, KnownCommand.self,
      GapsCommand.self, LanesCommand.self, ImportCommand.self, ExportCommand.self, DateCommand.self, NewCommand.self,
      AddCommand.self, CiteCommand.self, MergeCommand.self, DiffCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)
}
