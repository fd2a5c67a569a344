/// How well the chronology is supported: citations by event and by source, and what is thinly or not supported.
///
/// Cost: one pass that decodes every event.
package struct Coverage: Sendable {
  package struct EventCover: Sendable {
    package let position: Int
    package let event: String
    /// Citations in all, of posts and of records.
    package let citations: Int
    /// Distinct sources cited, records included.
    package let sources: [String]
    /// Whether some source states the event's date.
    package let statesDate: Bool
  }

  package struct SourceCover: Sendable {
    package let source: String
    package let citations: Int
    package let events: Int
    /// Paragraphs cited, of how many there are, where that is known.
    package let paragraphsCited: Int
    package let paragraphs: Int?
  }

  /// In time order.
  package let events: [EventCover]
  /// In the order of the file.
  package let sources: [SourceCover]

  /// Events that rest on one source only.
  package var single: [EventCover] { events.filter { $0.sources.count == 1 } }
  /// Events with citations, of which none states the date.
  package var undated: [EventCover] { events.filter { !$0.statesDate && $0.citations > 0 } }
  /// Events without a citation.
  package var uncited: [EventCover] { events.filter { $0.citations == 0 } }
  package var citations: Int { events.reduce(0) { $0 + $1.citations } }

  package init(of chronology: Chronology) {
    var events: [EventCover] = []
    var tally: [String: (citations: Int, events: Int, paragraphs: Set<Int>)] = [:]
    events.reserveCapacity(chronology.count)
    for position in 0..<chronology.count {
      let event = chronology.event(at: position)
      let sources = event.citations.map(\.source).uniqued
      events.append(
        EventCover(
          position: position, event: event.id, citations: event.citations.count, sources: sources,
          statesDate: event.citations.contains { $0.date == .states && $0.agrees(with: event.date) }))
      for source in sources { tally[source, default: (0, 0, [])].events += 1 }
      for citation in event.citations {
        tally[citation.source, default: (0, 0, [])].citations += 1
        if let paragraph = citation.paragraph {
          tally[citation.source, default: (0, 0, [])].paragraphs.insert(paragraph)
        }
      }
    }
    self.events = events
    sources = chronology.sources.map { source in
      let counts = tally[source.id] ?? (0, 0, [])
      return SourceCover(
        source: source.id, citations: counts.citations, events: counts.events,
        paragraphsCited: counts.paragraphs.count, paragraphs: source.paragraphs)
    }
  }
}
