package import EDTF

/// What the citations of one event claim about its fact and date. This is the only rule, both for a decoded event and
/// for a pass over a million.
///
/// A public record is kept apart from the posts: it dates no event, and its date is compared with the event's own and
/// with those of other records, never with a post's.
struct Claims: Sendable {
  private struct Given {
    var date: Bounds
    var stance: Citation.Stance
    var isRecord: Bool
  }

  private var isContradicted = false
  private var isDateStated = false
  private var given: [Given] = []

  mutating func removeAll() {
    isContradicted = false
    isDateStated = false
    if !given.isEmpty { given.removeAll(keepingCapacity: true) }
  }

  /// - Parameter gives: the date that the passage itself gives.
  mutating func add(fact: Citation.Stance, date: Citation.Stance, gives: Bounds?, isRecord: Bool) {
    // If both dates are given, comparing them shows whether one contradicts the other.
    if fact == .contradicts || date == .contradicts && gives == nil { isContradicted = true }
    if let gives {
      given.append(Given(date: gives, stance: date, isRecord: isRecord))
    } else if date == .states, !isRecord {
      isDateStated = true
    }
  }

  /// Whether the citations cannot all be right about an event of this date: one contradicts the fact or the date, or
  /// gives a date that cannot be true together with the event's own or another passage's. A wide date does not
  /// disagree with a day inside it. Costs a step for each date given.
  func areDisputed(on date: @autoclosure () -> Bounds) -> Bool {
    if isContradicted { return true }
    if given.isEmpty { return false }
    var (posts, records) = (Overlap(), Overlap())
    let date = date()
    for one in given {
      if !one.date.canAgree(with: date) { return true }
      if one.isRecord { records.add(one.date) } else { posts.add(one.date) }
    }
    return posts.isTorn || records.isTorn
  }

  /// Whether a passage is said to contradict this date although it gives one that is compatible with it.
  func contradictNothing(on date: @autoclosure () -> Bounds) -> Bool {
    given.contains { $0.stance == .contradicts && $0.date.canAgree(with: date()) }
  }

  /// Whether a post states the event's date: this date, or a compatible one.
  func state(_ date: @autoclosure () -> Bounds) -> Bool {
    isDateStated || given.contains { $0.stance == .states && !$0.isRecord && $0.date.canAgree(with: date()) }
  }
}

extension Claims {
  /// - Parameter isRecord: whether the source with this id is a public record.
  init(of event: Event, isRecord: (String) -> Bool) {
    for citation in event.citations {
      add(
        fact: citation.fact, date: citation.date, gives: citation.gives?.bounds, isRecord: isRecord(citation.source))
    }
  }
}

extension Citation {
  /// Whether the date that the passage gives, if any, is compatible with another.
  package func agrees(with date: EDTFDate) -> Bool { gives.map { $0.bounds.canAgree(with: date.bounds) } ?? true }
}

extension Chronology {
  /// Whether the sources cannot all be right about an event; see `Claims`.
  package func isDisputed(_ event: Event) -> Bool {
    Claims(of: event) { source($0)?.kind == .record }.areDisputed(on: event.date.bounds)
  }
}
