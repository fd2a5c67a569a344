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
    let unseen = condition.sought.filter { term in !seen.contains(where: term.search.isFound) }
    if unseen.isEmpty { return [] }
    let texts = Self.texts(of: event, in: chronology, passage: passage)
    let folded = FoldedNames(texts.map { [$0.text] })
    return unseen.compactMap { term in
      folded.owners(of: term.search) { _, _ in true }.first { term.scope.includes(texts[$0].scope) }
        .map { (term.shown, texts[$0].place) }
    }
  }

  /// The first of a set of events at or after a position (failing that, before it) that has every word sought in its
  /// title or as its kind. Examines only some tens of events; nil if none of these has.
  package func foremost(of events: EventSet, from position: Int, in chronology: Chronology) -> Int? {
    let words = sought
    guard !words.isEmpty, events.count > 0 else { return nil }
    let start = events.rank(position)
    return (start..<start + min(events.count, Self.mostLookedAt)).lazy.map { events.select($0 % events.count) }.first {
      let event = chronology.event(at: $0)
      let (title, kind) = (Folding.bytes(event.title), Folding.bytes(event.kind))
      return words.allSatisfy { $0.isFound(in: title) || $0.isFound(in: kind) }
    }
  }

  private static let mostLookedAt = 64

  /// All that is said of an event, in the order in which it is looked for, with the narrowest scope that includes it.
  private static func texts(
    of event: Event, in chronology: Chronology, passage: (Int) -> String?
  ) -> [(text: String, scope: Condition.Term.Scope, place: MatchPlace)] {
    var texts: [(text: String, scope: Condition.Term.Scope, place: MatchPlace)] = []
    func add(_ text: String?, _ place: MatchPlace, _ scope: Condition.Term.Scope = .everywhere) {
      if let text, !text.isEmpty { texts.append((text, scope, place)) }
    }
    add(event.title, .title, .title)
    add(event.summary, .summary, .text)
    add(event.reading, .reading, .text)
    add(event.kind, .kind)
    for agency in event.agencies.lazy.compactMap(chronology.agency) {
      for name in [agency.name, agency.short ?? ""] + agency.aliases { add(name, .agency(agency.id)) }
    }
    for person in event.people.lazy.compactMap(chronology.person) {
      for name in [person.name] + person.aliases { add(name, .person(person.id)) }
    }
    for (index, citation) in event.citations.enumerated() {
      add(citation.note, .citation(index + 1), .text)
      add(passage(index + 1), .citation(index + 1))
      add(chronology.source(citation.source)?.gist(of: citation.paragraph), .citation(index + 1))
    }
    return texts
  }
}

extension Source {
  fileprivate func gist(of paragraph: Int?) -> String? { outline.first { $0.paragraph == paragraph }?.gist }
}
