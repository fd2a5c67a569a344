/// What an agency or a person did, and who else was involved.
///
/// Cost: about a nanosecond for each agency and person named by each event up to the party's last; decodes no event.
package struct PartyUse: Sendable {
  package enum Party: Hashable, Sendable {
    case agency(String)
    case person(String)
  }

  /// Another party, and in how many of the events it appears.
  package struct Companion: Hashable, Sendable {
    package let party: Party
    package let name: String
    package let count: Int
  }

  package let party: Party
  package let name: String
  package let events: EventSet
  /// The parties involved in the same events, most frequent first, then in file order.
  package let companions: [Companion]

  /// The position of the first event whose start is known, or failing that the first event; nil if there are none.
  /// Events without a start sort by their end and say least about how it all began.
  package let first: Int?
  package var last: Int? { events.isEmpty ? nil : events.select(events.count - 1) }

  package init(of party: Party, in chronology: Chronology) {
    self.party = party
    switch party {
    case .agency(let id):
      events = chronology.events(agency: id)
      name = chronology.agency(id)?.name ?? id
    case .person(let id):
      events = chronology.events(person: id)
      name = chronology.person(id)?.name ?? id
    }
    first = events.first { DaySpan.days.contains(chronology.span(at: $0).earliest) } ?? events.first { _ in true }
    let all =
      chronology.agencies.map { (Party.agency($0.id), $0.name, chronology.positions(agency: $0.id)) }
      + chronology.people.map { (Party.person($0.id), $0.name, chronology.positions(person: $0.id)) }
    companions = all.enumerated().compactMap { [events] order, entry in
      let (other, name, positions) = entry
      let count = other == party ? 0 : positions.count(in: events)
      return count == 0 ? nil : (order, Companion(party: other, name: name, count: count))
    }
    .sorted { (-$0.1.count, $0.0) < (-$1.1.count, $1.0) }.map(\.1)
  }
}
