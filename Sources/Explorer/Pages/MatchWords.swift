package import Timeline

/// Says where an event matches a search, if that is not visible.
package enum MatchWords {
  /// "“flouted” in The real lessons,
  /// 28"; empty if every match is visible.
  ///
  /// - Parameter seen: the texts that are shown or spoken in any case.
  package static func of(
    _ query: Query?, in event: Event, at position: Int, of chronology: Chronology, evidence: Evidence?,
    seen: [String], spoken: Bool = false
  ) -> String {
    guard let query, !query.isEmpty else { return "" }
    let places = query.places(in: event, of: chronology, notIn: seen) { number in
      evidence?.passage(citation: number, of: position)
    }
    return places.map { "“\($0.word)” in \(words($0.place, of: event, chronology, spoken: spoken))" }
      .joined(separator: "; ")
  }

  /// What a row of the list shows or says about an event.
  package static func row(_ event: Event, in chronology: Chronology) -> [String] {
    [event.title] + (event.agencies.first.flatMap { chronology.agency($0)?.names } ?? [])
  }

  private static func words(
    _ place: MatchPlace, of event: Event, _ chronology: Chronology, spoken: Bool
  ) -> String {
    switch place {
    case .title: return "the title"
    case .summary: return "the summary"
    case .reading: return "the reading"
    case .kind: return "its kind, \(event.kind)"
    case .agency(let id): return "the agency \(chronology.agency(id)?.name ?? id)"
    case .person(let id): return "the person \(chronology.person(id)?.name ?? id)"
    case .citation(let number):
      let citation = event.citations[number - 1]
      let title = chronology.source(citation.source)?.title ?? citation.source
      guard let paragraph = citation.paragraph else { return title }
      return spoken ? "paragraph \(paragraph) of \(title)" : "¶\(paragraph) of \(title)"
    }
  }
}
