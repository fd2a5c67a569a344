internal import ArgumentParser
internal import EDTF
internal import Explorer
internal import Timeline

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
