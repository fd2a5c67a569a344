package import EDTF

/// One thing that happened (or is said to have happened), as a set of claims: each citation points at the
/// passage that makes a claim.
package struct Event: Equatable, Sendable {
  package var id: String
  /// Only as precise as the sources allow.
  package var date: EDTFDate
  package var dating: Dating
  package var kind: String
  package var title: String
  package var summary: String
  /// Agency ids, in the order of the file; the first is the one a list row shows.
  package var agencies: [String]
  /// Person ids.
  package var people: [String]
  package var links: [Link]
  package var citations: [Citation]
  /// When, and to whom, the event became known, where a source says so.
  package var known: [Knowledge]
  /// Why the chronology adopts this date or this account where citations disagree; nil where they do not.
  package var reading: String?

  package init(
    id: String, date: EDTFDate, dating: Dating, kind: String, title: String, summary: String = "",
    agencies: [String] = [], people: [String] = [], links: [Link] = [], citations: [Citation] = [],
    known: [Knowledge] = [], reading: String? = nil
  ) {
    self.id = id
    self.date = date
    self.dating = dating
    self.kind = kind
    self.title = title
    self.summary = summary
    self.agencies = agencies
    self.people = people
    self.links = links
    self.citations = citations
    self.known = known
    self.reading = reading
  }

  /// What the chronology says of it in its own words beside title and summary: the reading adopted, then the notes of its
  /// citations.
  package var remarks: [String] { [reading].compactMap(\.self) + citations.compactMap(\.note) }
}

/// How a date is known.
package struct Dating: Equatable, Sendable {
  package enum Basis: String, CaseIterable, Sendable { case stated, derived, inferred }

  package var basis: Basis
  /// The arithmetic of a derived date, or what an inferred one is inferred from; nil only when stated.
  package var reason: String?

  package init(basis: Basis, reason: String? = nil) {
    self.basis = basis
    self.reason = reason
  }
}

/// A named relation from the event that holds it to another: "this event `relation` that one".
package struct Link: Equatable, Sendable {
  package var to: String
  package var relation: String

  package init(to: String, relation: String) {
    self.to = to
    self.relation = relation
  }
}

/// That somebody came to know of the event.
package struct Knowledge: Equatable, Sendable {
  /// An agency's id, or nil for the public.
  package var agency: String?
  /// When it became known to them.
  package var date: EDTFDate
  /// How: "told", "written to", "published" …
  package var how: String
  /// Which of the event's citations says so, counted from 1.
  package var citation: Int?

  package init(agency: String?, date: EDTFDate, how: String, citation: Int? = nil) {
    self.agency = agency
    self.date = date
    self.how = how
    self.citation = citation
  }
}
