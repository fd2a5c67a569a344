/// Where a searched word occurs in an event.
package enum MatchPlace: Hashable, Sendable {
  case title, summary, reading, kind
  /// In a name of the agency or person with this id.
  case agency(String)
  case person(String)
  /// In the note, the gist or the passage of a citation, counted from 1.
  case citation(Int)
}

extension Query {
  /// The first place of each word that an event must contain, unless it occurs in one of the given texts, which are
  /// visible anyway; in the order of the words.
  ///
  /// - Parameter passage: the words of a cited passage, by its number; nil if no text contains it.
  package func places(
    in event: Event, of chronology: Chronology, notIn seen: [String] = [],
    passage: (_ citation: Int) -> String? = { _ in nil }
  ) -> [(word: String, place: MatchPlace)] {
    let seen = seen.map { Folding.bytes($0) }
    return condition.sought.compactMap { term in
      let search = ByteSearch(term.folded)
      func holds(_ text: String?) -> Bool { text.map { search.isFound(in: Folding.bytes($0)) } ?? false }
      if seen.contains(where: search.isFound) { return nil }
      return Self.place(in: event, of: chronology, term.scope, passage: passage, where: holds)
        .map { (term.shown, $0) }
    }
  }

  /// The first of a set of events at or after a position (failing that, before it) that has every word sought in its
  /// title or as its kind. Examines only some tens of events; nil if none of these has.
  package func foremost(of events: EventSet, from position: Int, in chronology: Chronology) -> Int? {
    let words = condition.sought.map { ByteSearch($0.folded) }
    guard !words.isEmpty, events.count > 0 else { return nil }
    let start = events.rank(position)
    return (start..<start + min(events.count, Self.mostLookedAt)).lazy.map { events.select($0 % events.count) }.first {
      let event = chronology.event(at: $0)
      let (title, kind) = (Folding.bytes(event.title), Folding.bytes(event.kind))
      return words.allSatisfy { $0.isFound(in: title) || $0.isFound(in: kind) }
    }
  }

  private static let mostLookedAt = 64

  private static func place(
    in event: Event, of chronology: Chronology, _ scope: Condition.Term.Scope, passage: (Int) -> String?,
    where holds: (String?) -> Bool
  ) -> MatchPlace? {
    if holds(event.title) { return .title }
    if scope == .title { return nil }
    if holds(event.summary) { return .summary }
    if holds(event.reading) { return .reading }
    if scope == .everywhere {
      if holds(event.kind) { return .kind }
      let agency = event.agencies.first { id in
        guard let agency = chronology.agency(id) else { return false }
        return holds(agency.name) || holds(agency.short) || agency.aliases.contains(where: holds)
      }
      if let agency { return .agency(agency) }
      let person = event.people.first { id in
        guard let person = chronology.person(id) else { return false }
        return holds(person.name) || person.aliases.contains(where: holds)
      }
      if let person { return .person(person) }
    }
    return event.citations.indices.first { index in
      let citation = event.citations[index]
      if holds(citation.note) { return true }
      guard scope == .everywhere else { return false }
      return holds(passage(index + 1)) || holds(chronology.source(citation.source)?.gist(of: citation.paragraph))
    }.map { .citation($0 + 1) }
  }
}

extension Source {
  fileprivate func gist(of paragraph: Int?) -> String? { outline.first { $0.paragraph == paragraph }?.gist }
}

extension Condition {
  /// The words that make an event match.
  fileprivate var sought: [Term] {
    switch self {
    case .text(let term): [term]
    case .named, .dated, .not: []
    case .all(let parts), .any(let parts): parts.flatMap(\.sought)
    }
  }
}
