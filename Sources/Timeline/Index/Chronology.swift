/// A chronology as it was read: agencies, people and sources as values, events as positions in time order, each
/// decoded when it is asked for.
package final class Chronology: Sendable {
  package let title: String
  package let agencies: [Agency]
  package let people: [Person]
  package let sources: [Source]
  /// The kinds of event that occur, in order of first use.
  package let kinds: [String]
  /// What is wrong with the data, in the order of the file.
  package let findings: [Finding]
  private let events: [Event]

  package init(title: String, agencies: [Agency], people: [Person], sources: [Source], events: [Event]) {
    self.title = title
    self.agencies = agencies
    self.people = people
    self.sources = sources
    self.events = events
    kinds = []
    findings = []
  }

  /// How many events there are.
  package var count: Int { events.count }
  /// The event at a position, 0 to `count` excluded, in time order.
  package func event(at position: Int) -> Event { events[position] }
  package func position(of id: String) -> Int? { events.firstIndex { $0.id == id } }
  /// The first and last day that the event's date can cover, without decoding the event.
  package func span(at position: Int) -> DaySpan { DaySpan(earliest: 0, latest: 0) }
  /// The first position whose earliest day is not before `day` (days since 1970-01-01).
  package func firstPosition(onOrAfter day: Int32) -> Int { 0 }

  package func agency(_ id: String) -> Agency? { agencies.first { $0.id == id } }
  package func person(_ id: String) -> Person? { people.first { $0.id == id } }
  package func source(_ id: String) -> Source? { sources.first { $0.id == id } }

  /// The events that name an agency, a person or a source, or are of a kind.
  package func events(agency id: String) -> EventSet { EventSet([]) }
  package func events(person id: String) -> EventSet { EventSet([]) }
  package func events(source id: String) -> EventSet { EventSet([]) }
  package func events(kind: String) -> EventSet { EventSet([]) }
  /// Positions of the events that link to this one, with the relation that they name.
  package func linksTo(_ id: String) -> [(position: Int, relation: String)] { [] }
}

/// What the list needs of a date, in eight bytes. Days since 1970-01-01, clamped to 32 bits.
package struct DaySpan: Equatable, Sendable {
  /// Nothing is known of this end.
  package static let unknown = Int32.min
  /// The end is open (`..`), as early as can be when it is `earliest`, as late when it is `latest`.
  package static let openStart = Int32.min + 1
  package static let openEnd = Int32.max

  package var earliest: Int32
  package var latest: Int32

  package init(earliest: Int32, latest: Int32) {
    self.earliest = earliest
    self.latest = latest
  }
}
