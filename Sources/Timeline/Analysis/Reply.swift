package import EDTF

/// A warning or a letter, and what answered it.
package struct Reply: Sendable {
  package struct Answer: Sendable {
    package let position: Int
    package let event: String
    package let date: EDTFDate
    /// How long it took, in words; nil where an end of either date is open or unknown.
    package let after: String?
  }

  package let position: Int
  package let event: String
  package let title: String
  package let date: EDTFDate
  /// In time order; empty where nothing in the sources answers it.
  package let answers: [Answer]

  /// Kinds of event that ask for an answer.
  package static let kinds = ["warning", "letter", "complaint", "request", "question", "referral", "allegation"]

  /// The events of such a kind. Those that nothing answers are not in `Chronology.answered`.
  package static func asking(
    in chronology: Chronology, kinds: [String] = Reply.kinds, agency: String? = nil
  ) -> EventSet {
    let asking = kinds.reduce(EventSet([])) { $0.union(chronology.events(kind: $1)) }
    return agency.map { asking.intersection(chronology.events(agency: $0)) } ?? asking
  }

  /// Every event of such a kind, in time order. Cost: decodes the events of these kinds and their answers.
  package static func all(
    in chronology: Chronology, kinds: [String] = Reply.kinds, agency: String? = nil
  ) -> [Reply] {
    asking(in: chronology, kinds: kinds, agency: agency).map { Reply(at: $0, in: chronology) }
  }

  /// An event, with those that it names as "answered by" or that name it with "answers".
  package init(at position: Int, in chronology: Chronology) {
    let event = chronology.event(at: position)
    self.position = position
    self.event = event.id
    title = event.title
    date = event.date
    let forward = event.links.filter { Answering($0.relation) == .answered }
    let backward = chronology.linksTo(event.id).filter { Answering($0.relation) == .answers }
    answers = Set(forward.compactMap { chronology.position(of: $0.to) } + backward.map(\.position)).sorted().map {
      let reply = chronology.event(at: $0)
      return Answer(position: $0, event: reply.id, date: reply.date, after: event.date.elapsed(to: reply.date))
    }
  }
}
