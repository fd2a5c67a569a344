internal import EDTF

/// Asks for one event in plain words, one question at a time, and checks every answer at once.
///
/// A value type that reads and writes no file. The result is `event`, with the new agencies and people it names.
package struct Interview: Sendable {
  package enum Question: Hashable, Sendable {
    case date, basis, reason, title, summary, kind
    case agency, person
    /// Whether an unknown name means an existing entry or a new one.
    case confirmName
    case post, paragraph, words, fact, stance
  }

  /// Why an answer is rejected, and what to do: a sentence or two.
  package struct Fault: Error, Equatable {
    package let message: String
  }

  let chronology: Chronology
  let texts: [PostText]
  /// The next question; nil after the last.
  package internal(set) var question: Question? = .date
  /// A name that was not found and awaits confirmation.
  var pending: Pending?

  var date: EDTFDate?
  var basis = Dating.Basis.stated
  var reason: String?
  var title = ""
  var summary = ""
  var kind = ""
  var agencies: [String] = []
  var people: [String] = []
  package internal(set) var newAgencies: [Agency] = []
  package internal(set) var newPeople: [Person] = []
  var citations: [Citation] = []
  /// The citation being asked for, and the passages of the finished ones.
  var citing: (source: Source, paragraph: Int?, found: Quotation.Found?)?
  package internal(set) var passages: [String] = []
  var stances: (fact: Citation.Stance, date: Citation.Stance) = (.states, .silent)

  struct Pending {
    var question: Question
    var typed: String
    /// The id and name of the entry that was probably meant.
    var meant: (id: String, name: String)?
  }

  /// - Parameter texts: the texts of the posts, in which passages are looked up.
  package init(_ chronology: Chronology, texts: [PostText]) {
    self.chronology = chronology
    self.texts = texts
  }

  var posts: [Source] { chronology.sources.filter { $0.kind == .post } }

  func text(of post: Source) -> PostText? {
    post.sha256.flatMap(Digest.init).flatMap { digest in texts.first { $0.digest == digest } }
  }

  /// The question as a sentence.
  package var prompt: String {
    switch question {
    case .date: "When did it happen? As you would say it: 12 March 2009, feb 2007, before 2004"
    case .basis:
      "How is that known? stated (a source says so), derived (by arithmetic) or inferred; Enter for \(basis.rawValue)"
    case .reason: basis == .derived ? "What is the arithmetic?" : "What is it inferred from?"
    case .title: "A title for the list; if it is a claim, begin with whose it is"
    case .summary: "What happened, in one to three sentences; Enter for none"
    case .kind: "What kind of event is it? \(kindExamples)"
    case .agency: "\(agencies.isEmpty ? "An" : "Another") agency that acts in it or is addressed; Enter for no more"
    case .person: "\(people.isEmpty ? "A" : "Another") person in it; Enter for nobody else"
    case .confirmName: confirmation
    case .post: "\(citations.isEmpty ? "Which" : "Which other") post says so? Its number or title; Enter for none"
    case .paragraph: "Which paragraph?\(citing?.source.paragraphs.map { " 1 to \($0)" } ?? "")"
    case .words: "The passage: all its words, or the first and the last with … between"
    case .fact: "What does it say of the event? states, implies, contradicts or silent; Enter for states"
    case .stance: "And of its date? states, implies, contradicts or silent; Enter for \(usualStance.rawValue)"
    case nil: ""
    }
  }

  private var kindExamples: String {
    let kinds = chronology.kinds.filter { $0 != "example" }.prefix(6)
    return (kinds.isEmpty ? ["letter", "warning", "report", "decision"] : Array(kinds)).joined(separator: ", ") + " …"
  }

  /// What can be chosen, one line each.
  package var choices: [String] {
    question == .post ? posts.enumerated().map { "\($0 + 1). \($1.title)" } : []
  }

  private var confirmation: String {
    guard let pending else { return "" }
    let noun = pending.question == .agency ? "agency" : "person"
    guard let meant = pending.meant else {
      return "No \(noun) is called “\(pending.typed)”. Add one? yes or no"
    }
    return "No \(noun) is called “\(pending.typed)”. \(Wording.didYouMean(meant.name)) yes, no, or new to add another"
  }

  var usualStance: Citation.Stance { basis == .stated ? .states : .silent }

  // MARK: The result

  /// The event; nil until there is a date and a title.
  package var event: Event? {
    guard let date, !title.isEmpty else { return nil }
    return Event(
      id: title.slug { chronology.position(of: $0) != nil }, date: date, dating: Dating(basis: basis, reason: reason),
      kind: kind, title: title, summary: summary, agencies: agencies, people: people, citations: citations)
  }

  /// What will be added, one line for each part.
  package var review: [String] {
    guard let event else { return [] }
    let names = agencies.map { id in
      chronology.agency(id)?.name ?? (newAgencies.first { $0.id == id }?.name).map { "\($0) (new)" } ?? id
    }
    let persons = people.map { id in
      chronology.person(id)?.name ?? (newPeople.first { $0.id == id }?.name).map { "\($0) (new)" } ?? id
    }
    let how = ["\(basis.rawValue)", reason].compactMap(\.self).joined(separator: ": ").sentence
    var lines = ["\(event.date.words.capitalised) (\(event.date.description)), \(how)"]
    lines.append("\(title). Kind: \(kind). Id: \(event.id).")
    if !summary.isEmpty { lines.append(summary) }
    if !names.isEmpty { lines.append("Agencies: \(names.joined(separator: ", ")).") }
    if !persons.isEmpty { lines.append("People: \(persons.joined(separator: ", ")).") }
    for (citation, passage) in zip(citations, passages) {
      let place =
        "\(chronology.source(citation.source)?.title ?? citation.source), paragraph \(citation.paragraph ?? 0)"
      let quoted = passage.isEmpty ? "Not proved, for its text is not at hand." : "“\(Passage(passage).folded)”"
      lines.append("\(place): \(chronology.stance(of: citation)). \(quoted)")
    }
    if citations.isEmpty { lines.append("No post says so: nothing supports it.") }
    return lines
  }
}
