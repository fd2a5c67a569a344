package import EDTF

/// The chronology as it could have been seen on a day.
///
/// The rule of knowledge:
/// - An agency that takes part in an event knows of it when it happens.
/// - An agency that is told (written to, shown a report …) knows when it is told.
/// - The public knows when it is told: when something is published, and a post publishes what its passages state or imply
///   from its own date on (its comments may be later). From then on every agency *may* know.
/// - What an agency knew, or may have known, those that took over from it *may* know.
/// - A date that lies wholly on or before the day makes it *certain*; one that only may leaves it *possible*. An event that
///   a post had told by the day had certainly happened, whatever its own date leaves open. Where
///   several grounds apply the surest counts, then the earliest, then what a source says in so many words.
///
/// The day is the last that the asked date can cover: "August 2007" asks for what was known by 31 August 2007.
package struct Known: Sendable {
  package enum Certainty: Sendable { case certain, possible }

  /// Why somebody knows, or may know.
  package enum Ground: Hashable, Sendable {
    /// They took part.
    case tookPart
    /// They were told; how, in the words of the data ("written to"), or "taken over from" another agency.
    case told(how: String)
    /// The public was told; how.
    case published(how: String)
  }

  package struct Entry: Sendable {
    package let position: Int
    package let event: String
    package let certainty: Certainty
    package let ground: Ground
    /// When they came to know.
    package let since: EDTFDate
    /// Whose account alone it rests on: the id of an agency or a person, perhaps of who knew; nil where an author vouches
    /// for it, or several do.
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
    /// Positions of the events that were certainly known, and of those that only may have been, in time order. Each for a
    /// reason of its own, not since the public knew.
    package let certain: [UInt32]
    package let possible: [UInt32]
    /// What the public knew or may have known, for an agency.
    let publicly: EventSet
    let rule: KnowledgeRule

    /// Whether nothing is known or may be for a reason of its own.
    package var isEmpty: Bool { certain.isEmpty && possible.isEmpty }

    /// Events that an agency may have known for no other reason than that the public did.
    package var hearsay: EventSet {
      publicly.subtracting(EventSet(certain.lazy.map { Int($0) })).subtracting(EventSet(possible.lazy.map { Int($0) }))
    }

    /// Why an event was known, or may have been; nil if it was not.
    package func entry(of event: Event, at position: Int) -> Entry? { rule.entry(of: agency, event, at: position) }
    /// The same for an event that is not at hand: decodes it.
    package func entry(at position: UInt32) -> Entry? {
      entry(of: rule.chronology.event(at: Int(position)), at: Int(position))
    }

    /// All that was or may have been known, in time order. Decodes each event.
    package var entries: [Entry] {
      (certain + possible + hearsay.map(UInt32.init)).sorted().compactMap(entry)
    }
    /// Entries that the agency was told of, by name: the answer to "what had they been told?"
    package var told: [Entry] { entries.filter { if case .told = $0.ground { true } else { false } } }
  }

  /// Asks for the public instead of an agency, unless the chronology has an agency of this id.
  package static let thePublic = "public"

  /// The date that was asked for.
  package let date: EDTFDate
  /// The last day that it can cover.
  package let day: Day
  /// One an agency, in the order of the file, then the public; only the agency's own if one was asked for. Groups
  /// that know nothing are there, empty.
  package let groups: [Group]
  /// Events that somebody (or, if one was asked for, the agency) certainly knew of.
  package let certain: EventSet
  /// Events that somebody only may have known of.
  package let possible: EventSet
  /// How many events nobody knew of by then.
  package let unknown: Int

  /// Nil where the date has no last day: an open or unknown end.
  ///
  /// Cost: a step for each agency and each citation of each event; decodes the events of which it is said who came to know
  /// of them. Those that begin after the day are left out, since nobody knows of an event before it can have happened.
  /// - Parameter agency: whose knowledge is asked for, an agency's or `thePublic`; nil for everybody's.
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
