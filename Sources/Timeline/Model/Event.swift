package import EDTF

/// Something that happened (or is said to have happened), as a set of claims: each citation points at the passage that
/// makes a claim.
package struct Event: Equatable, Sendable {
  package var id: String
  /// Only as precise as the sources allow.
  package var date: EDTFDate
  package var dating: Dating
  package var kind: String
  package var title: String
  package var summary: String
  /// Agency ids, in file order; a list row shows the first.
  package var agencies: [String]
  /// Person ids.
  package var people: [String]
  package var links: [Link]
  package var citations: [Citation]
  /// When, and to whom, the event became known, if a source says so.
  package var known: [Knowledge]
  /// Why the chronology adopts this date or this account when citations disagree; nil if they do not.
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

  /// What the chronology says about it in its own words besides title and summary: the reading adopted, then the notes
  /// of its citations.
  package var remarks: [String] { [reading].compactMap(\.self) + citations.compactMap(\.note) }
}

/// How a date is known.
package struct Dating: Equatable, Sendable {
  package enum Basis: String, CaseIterable, Sendable { case stated, derived, inferred }

  package var basis: Basis
  /// The arithmetic for a derived date, or the basis for an inferred one; nil only if stated.
  package var reason: String?

  package init(basis: Basis, reason: String? = nil) {
    self.basis = basis
    self.reason = reason
  }
}

/// A named relation from the event that contains it to another: "this event `relation` that one".
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
