internal import ArgumentParser
internal import Explorer
internal import Timeline

/// `chronology check [FILE]`: every finding with its place; if the posts are available, every citation proved.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a chronology, and with --posts that every cited passage is there.",
    discussion: "Exits with status 1 if anything is wrong.")

  @Argument(help: "The chronology. Without it, the one that comes with the program.") var path: String?
  @OptionGroup var source: FileOption
  @Option(help: ArgumentHelp("A folder with the posts' own texts, whatever the files are called.", valueName: "dir"))
  var posts: String?
  @Flag(help: "Give the outcome of each citation, including verified ones.")
  var verbose = false

  func validate() throws {
    if path != nil, source.file != nil { throw ValidationError("Name the file once: either FILE or --file FILE.") }
  }

  func run() throws {
    let name = path ?? source.file
    let chronology = try InputFiles.chronology(at: name)
    var output = TextOutput()
    for finding in chronology.findings { output.line(Self.line(finding, file: name ?? "shipped chronology")) }
    let more = chronology.findingCount - chronology.findings.count
    if more > 0 { output.line("And \(Speech.count(more, "more finding")).") }
    output.line(
      "\(Speech.count(chronology.count, "event")), \(Speech.count(chronology.sources.count, "source")). ".capitalised
        + Speech.count(chronology.findingCount, "finding").capitalised.sentence)

    var isSound = chronology.findingCount == 0
    if let posts {
      let texts = try InputFiles.texts(in: posts)
      let proof = Proof(of: chronology, in: texts, progress: Progress("Searching \(posts)").tell)
      for entry in proof.entries where verbose || entry.outcome != .verified { output.line(proof.sentence(for: entry)) }
      output.line(proof.summary.sentence)
      isSound = isSound && proof.isSound
    }
    try output.finish()
    if !isSound { throw ExitCode(1) }
  }

  /// `file:line:column: error: what (where). How to fix it.`, so that an editor can jump there.
  static func line(_ finding: Finding, file: String) -> String {
    let place = finding.place.map { ":\($0.line):\($0.column)" } ?? ""
    let path = finding.place.map { " (\($0.path))" } ?? ""
    let remedy = finding.remedy.map { " \($0.sentence)" } ?? ""
    let message = finding.message.hasSuffix(".") ? String(finding.message.dropLast()) : finding.message
    return "\(file)\(place): \(finding.severity.rawValue): \(message)\(path).\(remedy)"
  }
}
