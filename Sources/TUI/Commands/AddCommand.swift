internal import ArgumentParser
internal import Explorer
internal import Glibc
internal import Timeline

/// `chronology add FILE`: asks for one event and adds it to a chronology's file.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Ask for one event in plain words, and add it to a chronology.",
    discussion: """
      Every answer is checked at once, and back returns to the question before. What is given as an option is not asked; \
      with --yes nothing is. Lines from a pipe answer in turn, and the first that cannot be taken ends it. The rest of the \
      file stays as it is, byte for byte.
      """)

  @Argument(help: "The chronology, which is written.") var path: String
  @Option(help: ArgumentHelp("A folder with the posts' own texts, to find passages in.", valueName: "dir"))
  var posts: String?
  @Option(help: "When it happened, as people write it.") var date: String?
  @Option(help: "How that is known: stated, derived or inferred.") var basis: String?
  @Option(help: "The arithmetic, or what it is inferred from.") var reason: String?
  @Option(help: "The title that a list shows.") var title: String?
  @Option(help: "What happened, in a sentence or three.") var summary: String?
  @Option(help: "What kind of event it is: letter, report …") var kind: String?
  @Option(help: ArgumentHelp("An agency, by name; may be given again.", valueName: "name")) var agency: [String] = []
  @Option(help: ArgumentHelp("A person, by name; may be given again.", valueName: "name")) var person: [String] = []
  @Option(help: ArgumentHelp("The post that says so: its id, number or title.", valueName: "post")) var post: String?
  @Option(help: "The number of its paragraph.") var paragraph: String?
  @Option(help: "The words of the passage, or the first and last with … between.") var words: String?
  @Option(help: "What the passage says of the event: states, implies, contradicts or silent.") var fact: String?
  @Option(help: "What it says of the event's date, likewise.") var stance: String?
  @Flag(name: .customLong("new-names"), help: "Add agencies and people that the chronology does not know yet.")
  var addsNames = false
  @Flag(help: "Ask nothing: what is not given as an option is left out, or ends it if an event needs it.") var yes =
    false

  func validate() throws {
    if yes, post == nil, paragraph != nil || words != nil || fact != nil || stance != nil {
      throw ValidationError("--paragraph, --words, --fact and --stance describe a passage: name its post with --post.")
    }
  }

  func run() throws {
    let texts = try InputFiles.texts(in: posts ?? Settings.ofReader().posts)
    var asking = Conversation(
      interview: Interview(try InputFiles.chronology(at: path), texts: texts), given: given, asksNothing: yes,
      addsNames: addsNames)
    try asking.run(confirming: yes ? nil : "Add it to \(path)? yes, no, or back")
    guard let event = asking.interview.event else { return }
    try EditedFile(path).add(event, asking.interview.newAgencies, asking.interview.newPeople)
    var end = TextOutput()
    end.line("Added to \(path) as \(event.id).")
    try end.finish()
  }

  private var given: [Interview.Question: [String]] {
    var given: [Interview.Question: [String]] = [:]
    let single: [(Interview.Question, String?)] = [
      (.date, date), (.basis, basis), (.reason, reason), (.title, title), (.summary, summary), (.kind, kind),
      (.post, post), (.paragraph, paragraph), (.words, words), (.fact, fact), (.stance, stance),
    ]
    for (question, answer) in single { given[question] = answer.map { [$0] } }
    // An empty answer ends the list.
    if !agency.isEmpty { given[.agency] = agency + [""] }
    if !person.isEmpty { given[.person] = person + [""] }
    if post != nil { given[.post]?.append("") }
    return given
  }
}

/// The conversation: answers from options, from a terminal or from a pipe.
private struct Conversation: ~Copyable {
  private(set) var interview: Interview
  /// The interview before each question that was asked and answered.
  private var earlier: [Interview] = []
  private var given: [Interview.Question: [String]]
  private let asksNothing: Bool
  private let addsNames: Bool
  private var reader = LineReader()

  init(interview: Interview, given: [Interview.Question: [String]], asksNothing: Bool, addsNames: Bool) {
    self.interview = interview
    self.given = given
    self.asksNothing = asksNothing
    self.addsNames = addsNames
  }

  /// Asks until everything is answered, shows what will be added, and asks whether to.
  /// - Parameter confirming: the last question; nil to leave it out.
  /// - Throws: if it is declined.
  mutating func run(confirming: String?) throws {
    while true {
      try askAll()
      var output = TextOutput()
      for line in interview.review { output.line(line) }
      try output.finish()
      guard let confirming else { return }
      switch try choice(confirming) {
      case .yes: return
      case .no: throw InputFiles.Fault(message: "Nothing is written.")
      case .back: try goBack()
      }
    }
  }

  private mutating func askAll() throws {
    while let question = interview.question {
      if question == .confirmName, addsNames {
        interview.addPendingAsNew()
        continue
      }
      if given[question]?.isEmpty == false, let answer = given[question]?.removeFirst() {
        do { try say(interview.answer(answer)) } catch let fault as Interview.Fault {
          throw ValidationError(fault.message)
        }
      } else if asksNothing {
        do { _ = try interview.answer("") } catch {
          let isName = question == .confirmName
          throw ValidationError(
            question.isNeeded.map { "\($0) is missing." }
              ?? interview.prompt.sentence + (isName ? " --new-names adds names that are new." : ""))
        }
      } else {
        try ask()
      }
    }
  }

  private mutating func ask() throws {
    if reader.isInteractive { for choice in interview.choices { try say(choice) } }
    let line = try next(interview.prompt)
    if Self.isBack(line) { return try goBack() }
    let before = interview
    do {
      try say(interview.answer(line))
      earlier.append(before)
    } catch let fault as Interview.Fault {
      guard reader.isInteractive else { throw InputFiles.Fault(message: "\(fault.message) Nothing is written.") }
      try say(fault.message)
    }
  }

  private static func isBack(_ line: String) -> Bool { line.split(separator: " ").map { $0.lowercased() } == ["back"] }

  private mutating func goBack() throws {
    guard let last = earlier.popLast() else { return try say("There is no question before this one.") }
    interview = last
  }

  private enum Choice { case yes, no, back }

  private mutating func choice(_ question: String) throws -> Choice {
    while true {
      let line = try next(question)
      if Self.isBack(line) { return .back }
      switch line.lowercased() {
      case "yes", "y": return .yes
      case "no", "n": return .no
      default: try say("Type yes, no or back.")
      }
    }
  }

  /// Prints the question on a line of its own, so that the answer has the next line to itself.
  private mutating func next(_ question: String) throws -> String {
    if reader.isInteractive { try say(question.sentence) }
    switch reader.next(prompt: "> ") {
    case .line(let line): return line
    case .end: throw InputFiles.Fault(message: "The answers end here. Nothing is written.")
    case .interrupted:
      TextOutput.complain("Nothing is written.")
      throw ExitCode(130)
    }
  }

  private func say(_ line: String?) throws {
    guard let line else { return }
    var output = TextOutput()
    output.line(line)
    try output.finish()
  }
}

extension Interview.Question {
  /// The option that must be given; nil for answers that may be omitted.
  fileprivate var isNeeded: String? {
    switch self {
    case .date: "--date"
    case .reason: "--reason"
    case .title: "--title"
    case .kind: "--kind"
    case .paragraph: "--paragraph"
    case .words: "--words"
    default: nil
    }
  }
}
