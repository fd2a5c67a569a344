package import EDTF

/// What the citations of one event claim, as far as its dispute and its dating go. The one rule for an event at hand
/// and for a million that are passed by.
struct Claims: Sendable {
  private var isContradicted = false
  private var isDateStated = false
  private var given: [(date: Bounds, isStated: Bool)] = []

  mutating func removeAll() {
    isContradicted = false
    isDateStated = false
    if !given.isEmpty { given.removeAll(keepingCapacity: true) }
  }

  /// - Parameter gives: the date that the passage itself gives.
  mutating func add(fact: Citation.Stance, date: Citation.Stance, gives: Bounds?) {
    if fact == .contradicts || date == .contradicts { isContradicted = true }
    if let gives {
      given.append((gives, date == .states))
    } else if date == .states {
      isDateStated = true
    }
  }

  /// Whether they cannot all be right of an event of this date: one contradicts the fact or the date, or gives a date
  /// that cannot be true together with the event's own or with that of another passage. Costs a comparison for each pair
  /// of dates given, which are few.
  func areDisputed(on date: @autoclosure () -> Bounds) -> Bool {
    if isContradicted { return true }
    if given.isEmpty { return false }
    let date = date()
    return given.indices.contains { a in
      !given[a].date.canAgree(with: date) || given[..<a].contains { !$0.date.canAgree(with: given[a].date) }
    }
  }

  /// Whether a passage states the event's date: this date, or one that can be true together with it.
  func state(_ date: @autoclosure () -> Bounds) -> Bool {
    isDateStated || given.contains { $0.isStated && $0.date.canAgree(with: date()) }
  }
}

extension Claims {
  init(of event: Event) {
    for citation in event.citations { add(fact: citation.fact, date: citation.date, gives: citation.gives?.bounds) }
  }
}

extension Citation {
  /// Whether the date that the passage gives, if any, and another date can both be true.
  package func agrees(with date: EDTFDate) -> Bool { gives.map { $0.bounds.canAgree(with: date.bounds) } ?? true }
}

extension Event {
  /// Whether the sources cannot all be right; see `Claims`. Looks up nothing.
  package var isDisputed: Bool { Claims(of: self).areDisputed(on: date.bounds) }
}
