package import EDTF

/// What the citations of one event claim, as far as its dispute and its dating go. The one rule for an event at hand
/// and for a million that are passed by.
///
/// A public record stands beside the posts: it dates no event, and its date is held against the event's own and against
/// other records', never against what a post says.
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
    // Whether a date contradicts another, the dates tell where both are there.
    if fact == .contradicts || date == .contradicts && gives == nil { isContradicted = true }
    if let gives {
      given.append(Given(date: gives, stance: date, isRecord: isRecord))
    } else if date == .states, !isRecord {
      isDateStated = true
    }
  }

  /// Whether they cannot all be right of an event of this date: one contradicts the fact or the date, or gives a date
  /// that cannot be true together with the event's own or with that of another passage. A wide date does not disagree with
  /// a day inside it. Costs a comparison for each pair of dates given, which are few.
  func areDisputed(on date: @autoclosure () -> Bounds) -> Bool {
    if isContradicted { return true }
    if given.isEmpty { return false }
    let date = date()
    return given.indices.contains { a in
      !given[a].date.canAgree(with: date)
        || given[..<a].contains { $0.isRecord == given[a].isRecord && !$0.date.canAgree(with: given[a].date) }
    }
  }

  /// Whether a passage is said to contradict this date and gives one that can be true together with it.
  func contradictNothing(on date: @autoclosure () -> Bounds) -> Bool {
    given.contains { $0.stance == .contradicts && $0.date.canAgree(with: date()) }
  }

  /// Whether a post states the event's date: this date, or one that can be true together with it.
  func state(_ date: @autoclosure () -> Bounds) -> Bool {
    isDateStated || given.contains { $0.stance == .states && !$0.isRecord && $0.date.canAgree(with: date()) }
  }
}

extension Claims {
  /// - Parameter isRecord: whether a source, by its id, is a public record.
  init(of event: Event, isRecord: (String) -> Bool) {
    for citation in event.citations {
      add(
        fact: citation.fact, date: citation.date, gives: citation.gives?.bounds, isRecord: isRecord(citation.source))
    }
  }
}

extension Citation {
  /// Whether the date that the passage gives, if any, and another date can both be true.
  package func agrees(with date: EDTFDate) -> Bool { gives.map { $0.bounds.canAgree(with: date.bounds) } ?? true }
}

extension Chronology {
  /// Whether the sources cannot all be right of an event; see `Claims`.
  package func isDisputed(_ event: Event) -> Bool {
    Claims(of: event) { source($0)?.kind == .record }.areDisputed(on: event.date.bounds)
  }
}
