package import EDTF

/// What a public record says about an event's date: shown beside the event's own date, never in its place.
package struct PublicRecord: Sendable {
  package let source: Source
  /// The date that the record gives, or the event's own if it gives none.
  package let date: EDTFDate
  /// Which of the event's citations, counted from 1.
  package let number: Int
  /// Whether the record's date and the event's are compatible.
  package let agrees: Bool

  /// The records cited for an event's date, in citation order. Empty in a chronology without posts, where records are
  /// the evidence itself.
  package static func of(_ event: Event, in chronology: Chronology) -> [PublicRecord] {
    guard chronology.hasPosts else { return [] }
    return event.citations.enumerated().compactMap { index, citation in
      guard citation.date == .states || citation.date == .implies || citation.gives != nil,
        let source = chronology.source(citation.source), source.kind == .record
      else { return nil }
      return PublicRecord(
        source: source, date: citation.gives ?? event.date, number: index + 1, agrees: citation.agrees(with: event.date)
      )
    }
  }
}
