internal import ArgumentParser
internal import Explorer
internal import Timeline

/// `chronology merge A B … -o FILE`: several chronologies as one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make one chronology of several, with nothing lost.",
    discussion: """
      Agencies and people with a name or an alias in common become one, and so do sources with the same SHA-256 or address. \
      Events that may be the same are listed on standard error, and both are kept. An id changes only where two things have it.
      """)

  @Argument(help: ArgumentHelp("The chronologies, the one that goes first where they differ first.", valueName: "file"))
  var paths: [String]
  @Option(name: [.short, .customLong("output")], help: "Where to. Never over another file, but with --force.")
  var output: String
  @Flag(help: "Replace FILE if it exists.") var force = false
  @Option(help: "What the whole is about. Without it, the titles one after another.") var title: String?

  func validate() throws {
    guard paths.count > 1 else { throw ValidationError("Name two chronologies or more.") }
  }

  func run() throws {
    let inputs = try paths.map { path in
      let chronology = try InputFiles.chronology(at: path)
      guard chronology.findingCount == 0 else {
        throw InputFiles.Fault(
          message:
            "What is not sound in \(path) would be lost. Mend it first: chronology check \(path) lists the findings.")
      }
      return Merge.Input(name: path, chronology)
    }
    let merge = Merge(inputs)
    let progress = Progress("Writing \(output)")
    let title = title.map { LineReader.clean(Array($0.utf8)) }
    try Delivery(path: output, replaces: force, origins: inputs.map(\.chronology)).send {
      merge.write(title: title, to: $0, progress: progress.tell)
    }
    for sentence in merge.report.sentences { TextOutput.complain(sentence) }
  }
}

/// `chronology diff A B`: what was added, removed and changed.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what was added, removed and changed between two chronologies, field by field.",
    discussion:
      "Events, agencies, people and sources are known by their ids. Ends with status 0, and with --exit-status with 1 where they differ."
  )

  @Argument(help: "The chronology as it was.") var old: String
  @Argument(help: "The chronology as it is now.") var new: String
  @Option(help: "text, or json for programs.") var format: OutputFormat = .text
  @Flag(help: "End with status 1 where they differ.") var exitStatus = false

  func run() throws {
    let difference = Difference(from: try InputFiles.chronology(at: old), to: try InputFiles.chronology(at: new))
    if format == .json {
      try Report.printJSON(difference.changes) { $0.change($1) }
    } else {
      var output = TextOutput()
      for line in difference.sentences { output.line(line) }
      try output.finish()
    }
    if exitStatus, !difference.changes.isEmpty { throw ExitCode(1) }
  }
}
