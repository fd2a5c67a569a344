internal import ArgumentParser
internal import Explorer
internal import Timeline

/// `chronology cite [FILE] POST ¶ "first … last words"`: a passage as a citation.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Print a passage of a post as a citation, ready to paste.",
    discussion: """
      POST is a post's id, its number among the chronology's posts, words of its title, or its own file, also in the folder \
      of --posts. The words may be typed with any spaces, quotation marks \
      and dashes; … stands for what is left out between the first and the last. They must stand in the paragraph once.
      """)

  @Argument(
    help: ArgumentHelp(
      "The chronology (without it, the one that the program carries), a post, the number of a paragraph from 1, the words.",
      valueName: "file post paragraph words"))
  var arguments: [String]
  @Option(help: ArgumentHelp("The chronology: the same as naming it first.", valueName: "file")) var file: String?
  @Option(help: ArgumentHelp("A folder with the posts' own texts, whatever the files are called.", valueName: "dir"))
  var posts: String?
  @Option(help: "What the passage says of the event: states, implies, contradicts or silent.")
  var fact: Citation.Stance = .states
  @Option(help: "What it says of the event's date, likewise.") var date: Citation.Stance = .silent
  @Option(help: "json to paste, or text.") var format: OutputFormat = .json

  func validate() throws {
    guard arguments.count == 3 || arguments.count == 4 && file == nil else {
      throw ValidationError("Name a post, a paragraph and the words: chronology cite POST 3 \"first … last words\".")
    }
    guard paragraph != nil else {
      throw ValidationError("“\(arguments[arguments.count - 2])” is not a paragraph number. Paragraphs count from 1.")
    }
  }

  private var paragraph: Int? { Int(arguments[arguments.count - 2]) }

  func run() throws {
    let (post, text) = try named(arguments[arguments.count - 3])
    let found: Quotation.Found
    do { found = try Quotation(arguments[arguments.count - 1]).found(in: text, paragraph: paragraph ?? 0) } catch {
      throw InputFiles.Fault(message: error.message)
    }
    let citation = Citation(
      source: post?.id ?? "", paragraph: found.paragraph, range: found.range, digest: found.digest.description,
      fact: fact, date: date)
    var output = TextOutput()
    if format == .json {
      var writer = JSONWriter()
      writer.passage(citation)
      output.raw(writer.text + "\n")
    } else {
      output.line("\(post?.title ?? text.name), paragraph \(found.paragraph): “\(Passage(found.text).folded)”")
      output.line("Characters \(found.range.lowerBound) to \(found.range.upperBound), \(found.digest.description)")
    }
    try output.finish()
  }

  private func source(_ name: String, in chronology: Chronology) throws -> Source {
    guard case .source(let id, _, _) = try Report.subject(of: .source(name), in: chronology),
      let post = chronology.source(id)
    else { throw InputFiles.Fault(message: "There is no post “\(name)”.") }
    return post
  }

  /// The post and its text. A file that is not a source of the chronology has only a text.
  private func named(_ name: String) throws -> (Source?, PostText) {
    let path = arguments.count == 4 ? arguments[0] : file
    let chronology = try InputFiles.chronology(at: path)
    let sources = chronology.sources.filter { $0.kind == .post }
    func isOf(_ post: Source, _ text: PostText) -> Bool { post.sha256.flatMap(Digest.init) == text.digest }
    let folder = posts ?? Settings.ofReader().posts
    if sources.allSatisfy({ $0.id != name }),
      let bytes = InputFiles.read(name) ?? folder.flatMap({ InputFiles.read("\($0)/\(name)") })
    {
      let text = PostText(name: name, bytes: bytes)
      return (sources.first { isOf($0, text) }, text)
    }
    if let number = Int(name), !sources.indices.contains(number - 1) {
      throw InputFiles.Fault(message: "There is no post number \(number): the chronology has \(sources.count).")
    }
    let post =
      try Int(name).flatMap { sources.indices.contains($0 - 1) ? sources[$0 - 1] : nil } ?? source(name, in: chronology)
    guard let folder else {
      throw InputFiles.Fault(message: "Its text is not at hand: name the folder with the posts, --posts DIR.")
    }
    guard let text = try InputFiles.texts(in: folder).first(where: { isOf(post, $0) }) else {
      throw InputFiles.Fault(
        message: "No file in \(folder) has the SHA-256 of “\(post.title)”: it may have been saved again.")
    }
    return (post, text)
  }
}

extension Citation.Stance: ExpressibleByArgument {}
