/// A warning or a letter, and what answered it.
package struct Response: Sendable {
  package struct Answer: Sendable {
    package let position: Int
    package let event: String
    package let date: EDTF
    /// How long it took, in words; nil where an end of either date is open or unknown.
    package let after: String?
  }

  package let position: Int
  package let event: String
  package let title: String
  package let date: EDTF
  /// In time order; empty where nothing in the sources answers it.
  package let answers: [Answer]

  /// Kinds of event that ask for an answer.
  package static let kinds = ["warning", "letter", "complaint", "request", "question", "referral", "allegation"]

  /// Every event of such a kind, in time order, with the events that it names as "answered by" or that name it with
  /// "answers".
  ///
  /// Cost: decodes the events of these kinds and their answers.
  package static func all(
    in chronology: Chronology, kinds: [String] = Response.kinds, agency: String? = nil
  ) -> [Response] {
    let asked = kinds.flatMap { chronology.events(kind: $0) }.sorted()
    return asked.compactMap { position in
      let event = chronology.event(at: position)
      guard agency.map(event.agencies.contains) ?? true else { return nil }
      let forward = event.links.filter { $0.relation == "answered by" }.compactMap { chronology.position(of: $0.to) }
      let backward = chronology.linksTo(event.id).filter { $0.relation == "answers" }.map(\.position)
      let answers = Set(forward + backward).sorted().map { answer in
        let reply = chronology.event(at: answer)
        return Answer(
          position: answer, event: reply.id, date: reply.date, after: event.date.elapsed(to: reply.date))
      }
      return Response(position: position, event: event.id, title: event.title, date: event.date, answers: answers)
    }
  }
}
