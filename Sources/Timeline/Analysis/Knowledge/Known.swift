package import EDTF

/// The chronology as it could have been seen on a given day.
///
/// The rule of knowledge:
/// - An agency that takes part in an event knows of it when it happens.
/// - An agency that is told (written to, shown a report …) knows when it is told.
/// - The public knows when it is told: when something is published, and a post publishes what its passages state or
///   imply on its own date (its comments may be later). From then on every agency *may* know.
/// - What an agency knew, or may have known, its successors *may* know.
/// - A date wholly on or before the day makes the knowledge *certain*; one that is only partly so makes it *possible*.
///   An event that a post had reported by the day had certainly happened, whatever its own date leaves open. If
///   several grounds apply, the most certain counts, then the earliest, then an explicit statement by a source.
///
/// The day is the last that the given date can cover: "August 2007" asks for what was known by 31 August 2007.
package struct Known: Sendable {
  package enum Certainty: Sendable { case certain, possible }

  /// Why a party knows, or may know.
  package enum Ground: Hashable, Sendable {
    /// They took part.
    case tookPart
    /// They were told; `how` is in the words of the data ("written to"), or "taken over from" another agency.
    case told(how: String)
    /// The public was told; `how` says in what way.
    case published(how: String)
  }

  package struct Entry: Sendable {
    package let position: Int
    package let event: String
    package let certainty: Certainty
    package let ground: Ground
    /// When they came to know.
    package let since: EDTFDate
    /// The id of the agency or person on whose account alone it rests, possibly that of the party that knew; nil if an
    /// author or several speakers vouch for it.
    package let account: String?
    /// Which of the event's citations says so, counted from 1.
    package let citation: Int?
  }

  /// What one agency, or the public, knew.
  package struct Group: Sendable {
    /// Nil for the public.
    package let agency: String?
    /// "The public" for the public.
    package let name: String
    /// Positions of the events that were certainly known, and of those that only may have been, in time order. Each
    /// was known on grounds of its own, not merely because the public knew.
    package let certain: [UInt32]
    package let possible: [UInt32]
    /// What the public knew or may have known, if this is an agency.
    let publicly: EventSet
    let rule: KnowledgeRule

    /// Whether nothing was known, even possibly, on grounds of its own.
    package var isEmpty: Bool { certain.isEmpty && possible.isEmpty }

    /// Events that an agency may have known only because the public did.
    package var hearsay: EventSet {
      publicly.subtracting(EventSet(certain.lazy.map { Int($0) })).subtracting(EventSet(possible.lazy.map { Int($0) }))
    }

    /// Why an event was known, or may have been; nil if it was not.
    package func entry(of event: Event, at position: Int) -> Entry? { rule.entry(of: agency, event, at: position) }
    /// The same by position: decodes the event.
    package func entry(at position: UInt32) -> Entry? {
      entry(of: rule.chronology.event(at: Int(position)), at: Int(position))
    }

    /// Everything that was or may have been known, in time order. Decodes each event.
    package var entries: [Entry] {
      (certain + possible + hearsay.map(UInt32.init)).sorted().compactMap(entry)
    }
    /// Entries of what the agency was told: the answer to "what had they been told?"
    package var told: [Entry] { entries.filter { if case .told = $0.ground { true } else { false } } }
  }

  /// Asks for the public instead of an agency, unless the chronology has an agency of this id.
  package static let thePublic = "public"

  /// The date asked about.
  package let date: EDTFDate
  /// The last day that it can cover.
  package let day: Day
  /// One per agency, in file order, then the public; if an agency was asked about, only that one. Groups that knew
  /// nothing are included, empty.
  package let groups: [Group]
  /// Events that somebody (or the agency asked about) certainly knew of.
  package let certain: EventSet
  /// Events that somebody may have known of, but nobody certainly.
  package let possible: EventSet
  /// The number of events that nobody knew of by then.
  package let unknown: Int

  /// Returns nil if the date has no last day, that is, if its end is open or unknown.
  ///
  /// Cost: a step for each agency and each citation of each event; decodes the events for which the data say who came
  /// to know of them, except those that begin after the day, since nobody knows of an event before it can have
  /// happened.
  /// - Parameter agency: whose knowledge to look up, an agency's or `thePublic`; nil for everybody's.
  package init?(_ chronology: Chronology, on date: EDTFDate, agency: String? = nil) {
    guard let day = date.bounds.latest.day else { return nil }
    self.date = date
    self.day = day
    let knower = agency.map { $0 == Known.thePublic && chronology.agency($0) == nil ? nil : $0 }
    let ledger = KnowledgeLedger(chronology, by: day, knower: knower)
    groups = ledger.groups
    certain = ledger.certain
    possible = ledger.possible
    unknown = chronology.count - certain.count - possible.count
  }
}
