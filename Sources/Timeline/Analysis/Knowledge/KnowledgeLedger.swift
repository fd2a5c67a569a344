internal import EDTF

/// Who knew of what by a day, put together by the rule that `Known` states.
///
/// Of most events nothing is said but who took part: those are told apart by their spans alone. The others are read.
struct KnowledgeLedger {
  private(set) var groups: [Known.Group] = []
  private(set) var certain = EventSet([])
  private(set) var possible = EventSet([])

  private let rule: KnowledgeRule
  /// What each agency of interest, and the public, knew; positions in no order.
  private var known: [String?: Knowledge] = [:]

  private struct Knowledge {
    var certain: [UInt32] = []
    var possible: [UInt32] = []
    /// Those of `possible` that the public alone gives ground for.
    var hearsay: [UInt32] = []
  }

  init(_ chronology: Chronology, by day: Day, agency: String?) {
    rule = KnowledgeRule(chronology, by: day)
    let knowers: [String?] = agency.map { [$0] } ?? (chronology.agencies.map(\.id) + [nil])
    for agency in knowers.compactMap(\.self) { addPart(of: agency) }
    for position in chronology.known { addKnown(position, to: knowers) }
    groups = knowers.map { knower in
      // Runs in order, one after another: sorting joins them in one pass.
      let known = known[knower] ?? Knowledge()
      return Known.Group(
        agency: knower, name: knower.map { chronology.agency($0)?.name ?? $0 } ?? "The public",
        certain: known.certain.sorted(), possible: known.possible.sorted(),
        hearsay: EventSet(known.hearsay.lazy.map { Int($0) }), rule: rule)
    }
    certain = Self.union(groups.map(\.certain), of: chronology.count)
    possible = Self.union(groups.map(\.possible), of: chronology.count).subtracting(certain)
  }

  /// What an agency knew because it took part, or may have known because one whose heir it is took part.
  private mutating func addPart(of agency: String) {
    let chronology = rule.chronology
    let (spans, told) = (chronology.spans, chronology.known)
    var certain: [UInt32] = []
    var possible: [UInt32] = []
    let events = chronology.positions(agency: agency)
    // Nobody knows of those between: they begin after the day.
    let later = events.index(onOrAfter: chronology.firstPosition(onOrAfter: Int32(clamping: rule.day.number + 1)))
    let unknown = events.index(onOrAfter: chronology.firstPosition(onOrAfter: Int32.max))
    for events in [events[..<later], events[max(later, unknown)...]] {
      for position in events where !told.contains(Int(position)) {
        switch rule.certainty(of: spans[Int(position)]) {
        case .certain: certain.append(position)
        case .possible: possible.append(position)
        case nil: break
        }
      }
    }
    let predecessors = rule.heirs.predecessors(of: agency)
    if !predecessors.isEmpty {
      let theirs = predecessors.reduce(EventSet([])) { $0.union(chronology.events(agency: $1)) }
      for position in theirs.subtracting(chronology.events(agency: agency)).subtracting(chronology.known)
      where rule.certainty(of: spans[position]) != nil {
        possible.append(UInt32(position))
      }
    }
    known[agency] = Knowledge(certain: certain, possible: possible)
  }

  /// What is known of an event of which it is said who came to know of it.
  private mutating func addKnown(_ position: Int, to knowers: [String?]) {
    if let first = rule.chronology.span(at: position).bounds.earliest.day, first > rule.day { return }
    let grounds = rule.grounds(rule.chronology.event(at: position), at: position)
    let hearsay = rule.hearsay(grounds)
    for knower in knowers {
      let own = grounds[knower]
      switch (own ?? hearsay)?.certainty {
      case .certain: known[knower, default: Knowledge()].certain.append(UInt32(position))
      case .possible:
        known[knower, default: Knowledge()].possible.append(UInt32(position))
        if own == nil { known[knower, default: Knowledge()].hearsay.append(UInt32(position)) }
      case nil: break
      }
    }
  }

  private static func union(_ lists: [[UInt32]], of count: Int) -> EventSet {
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    for list in lists {
      for position in list { words[Int(position >> 6)] |= 1 << UInt64(position & 63) }
    }
    return EventSet(words: words)
  }
}
