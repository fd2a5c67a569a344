internal import ArgumentParser
internal import Explorer
internal import Timeline

/// `chronology new FILE --posts DIR`: creates a chronology to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a chronology of your own from a folder of posts.",
    discussion: """
      Each text in the folder becomes a source, known by its SHA-256; its title is its first line where that is plainly one. \
      Author, date and address are left for you. chronology add then asks for events.
      """)

  @Argument(help: "The file to write; never over another one.") var file: String
  @Option(help: ArgumentHelp("A folder with the posts' own texts: plain UTF-8.", valueName: "dir")) var posts: String?
  @Option(help: "What the chronology is about. Without it, the name of FILE.") var title: String?
  @Flag(help: "Without the event that shows how one is written.") var noExample = false

  func run() throws {
    let texts = try InputFiles.texts(in: posts)
    let plain = texts.filter { text in !text.scalars.contains { $0 == "\u{FFFD}" || $0 == "\0" } }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let bare = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    let new = NewChronology(
      title: LineReader.clean(Array((title ?? bare).utf8)), texts: plain, hasExample: !noExample)
    do throws(WholeFile.Fault) {
      try WholeFile(file).keep(Array(new.text.utf8))
    } catch {
      throw InputFiles.Fault(message: Delivery.words(for: error.code, path: file))
    }
    var output = TextOutput()
    for source in new.sources {
      output.line("\(source.title): \(Speech.count(source.paragraphs ?? 0, "paragraph")), id \(source.id).")
    }
    for text in texts where !plain.contains(where: { $0.name == text.name }) {
      TextOutput.complain("\(text.name) is not UTF-8 text and is left out. Save it as UTF-8.")
    }
    let place = posts.map { " --posts \($0)" } ?? ""
    output.line("\(file) has \(Speech.count(new.sources.count, "source")). Next: chronology add \(file)\(place)")
    try output.finish()
  }
}

extension WholeFile {
  /// Writes all bytes and gives the file its name.
  func keep(_ bytes: [UInt8]) throws(Fault) {
    let failure = Failure()
    let send = sender(failure)
    if !bytes.withUnsafeBytes(send) { throw Fault(code: failure.code) }
    try keep()
  }
}
