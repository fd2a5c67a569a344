internal import ArgumentParser
internal import EDTF
internal import Explorer
internal import Timeline

/// `chronology import [--from F] FILE… [-o OUT]`: converts other programs' files to a chronology.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a chronology of what other programs wrote.",
    discussion: """
      The format is told by the content. Each record becomes an event that names its file and line; what cannot be read \
      is said on standard error, with line and column, and the sum of all. Ends with status 1 if there is such. To look \
      at a file without keeping a chronology of it, open it: chronology FILE.

      \(ImportFormat.allCases.map { "\($0.name)  —  \($0.summary)" }.joined(separator: "\n"))
      """)

  @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "file"))
  var paths: [String]
  @Option(
    name: .customLong("from"), help: ArgumentHelp("The format, where it is not to be guessed.", valueName: "format"))
  var format: ImportFormat?
  @Option(
    help: ArgumentHelp(
      "What a column of a spreadsheet is, if its heading is not known: Date=\"When it was\"; may be given again.",
      valueName: "known=heading"))
  var column: [String] = []
  @Option(help: ArgumentHelp("The chronology's title. Without it, the files' own titles or names.", valueName: "text"))
  var title: String?
  @Option(name: [.short, .customLong("output")], help: "Where to. Without it, to standard output.")
  var output: String?
  @Flag(help: "Write over FILE if it is there.")
  var force = false

  func validate() throws {
    if !column.isEmpty, format != nil, format != .csv {
      throw ValidationError("--column is for spreadsheets: leave out --from, or say --from csv.")
    }
    _ = try columns()
  }

  private func columns() throws -> CSVColumnNames {
    var names = CSVColumnNames()
    for pair in column {
      do { try names.add(pair) } catch { throw ValidationError(error.message) }
    }
    return names
  }

  func run() throws {
    let columns = try columns()
    let delivery = Delivery(path: output, replaces: force)
    let reading = Import(files: paths.count)
    reading.givenTitle = title
    for path in paths {
      let bytes = try InputFiles.bytes(of: path)
      if paths.count == 1, format?.isOwn ?? OpenedFile.isOwn(bytes) {
        let progress = Progress("Reading \(path)")
        return try pass(Chronology.load(OpenedFile(bytes), progress: progress.tell), delivery)
      }
      do throws(Import.Failure) {
        try reading.read(
          bytes, name: InputFiles.fileName(path), as: format, columns: columns,
          progress: Progress("Reading \(path)").tell)
      } catch {
        let hint = error == .own ? " Import the others alone, then put the chronologies together." : ""
        throw InputFiles.Fault(message: "\(InputFiles.fileName(path)) \(error.message.sentence)\(hint)")
      }
      if bytes.hasChanged {
        throw InputFiles.Fault(message: "\(path) was changed while it was being read: nothing is written. Try again.")
      }
    }
    if reading.events > 0 { try delivery.send { reading.write(to: $0) } }
    for report in reading.reports { Self.say(report) }
    if reading.events == 0 { throw InputFiles.Fault(message: "There is no event to write: nothing is written.") }
    if reading.findingCount > 0 { throw ExitCode(1) }
  }

  // MARK: A chronology of our own

  /// Writes the valid part of a chronology of our own unchanged.
  private func pass(_ chronology: Chronology, _ delivery: Delivery) throws {
    for finding in chronology.findings.prefix(Self.most) {
      TextOutput.complain(CheckCommand.line(finding, file: InputFiles.fileName(paths[0])))
    }
    guard chronology.count > 0 else {
      throw InputFiles.Fault(message: "There is no event to write: nothing is written.")
    }
    let export = Export(chronology, EventSet(all: chronology.count))
    _ = try delivery.send(export, as: .json)
    let counts = [
      Speech.count(chronology.count, "event"),
      chronology.findingCount > 0 ? Speech.count(chronology.findingCount, "finding") : nil,
    ]
    TextOutput.complain("\(InputFiles.fileName(paths[0])): \(Wording.list(counts.compactMap(\.self))).")
    if chronology.findingCount > 0 { throw ExitCode(1) }
  }

  // MARK: The report

  /// The maximum number of findings printed.
  private static let most = 20

  private static func say(_ report: ImportReport) {
    for finding in report.findings.prefix(most) { TextOutput.complain(CheckCommand.line(finding, file: report.name)) }
    let more = report.findingCount - min(report.findings.count, most)
    if more > 0 { TextOutput.complain("And \(Speech.count(more, "more finding")): chronology check lists them.") }
    for sentence in report.sentences { TextOutput.complain(sentence) }
  }
}

extension ImportFormat: ExpressibleByArgument {}
