internal import EDTF

/// Collects who knew of what by a day, by the rule given at `Known`.
///
/// For most events the data give only the participants and the posts that report them; these are classified by their
/// spans and citations alone. Only the others are decoded.
struct KnowledgeLedger {
  private(set) var groups: [Known.Group] = []
  private(set) var certain = EventSet([])
  private(set) var possible = EventSet([])

  private let rule: KnowledgeRule
  /// What each agency of interest, and the public, knew on grounds of its own; positions in no particular order.
  private var known: [String?: Knowledge] = [:]

  fileprivate struct Knowledge {
    var certain: [UInt32] = []
    var possible: [UInt32] = []
  }

  init(_ chronology: Chronology, by day: Day, knower: String??) {
    rule = KnowledgeRule(chronology, by: day)
    let knowers: [String?] = knower.map { [$0] } ?? (chronology.agencies.map(\.id) + [nil])
    known.reserveCapacity(knowers.count + 1)
    for agency in knowers.compactMap(\.self) { addPart(of: agency) }
    addPublications()
    let all = chronology.known.isEmpty ? [] : Set(knowers).union([nil])
    for position in chronology.known { addKnown(position, to: all) }
    let publicly = EventSet(known[nil, default: Knowledge()].all.lazy.map { Int($0) })
    groups = knowers.map { knower in
      let known = known[knower] ?? Knowledge()
      return Known.Group(
        agency: knower, name: knower.map { chronology.agency($0)?.name ?? $0 } ?? "The public",
        certain: known.certain.sorted(), possible: known.possible.sorted(),
        publicly: knower == nil ? EventSet([]) : publicly, rule: rule)
    }
    certain = Self.union(groups.map(\.certain), of: chronology.count)
    possible = Self.union(groups.map(\.possible), of: chronology.count).union(publicly).subtracting(certain)
  }

  /// What an agency knew because it took part, or may have known because an agency it succeeded took part.
  private mutating func addPart(of agency: String) {
    let chronology = rule.chronology
    var knowledge = Knowledge()
    for position in chronology.positions(agency: agency) where !chronology.known.contains(Int(position)) {
      knowledge.add(Int(position), rule.certainty(ofEventAt: Int(position)))
    }
    let predecessors = rule.heirs.predecessors(of: agency)
    if !predecessors.isEmpty {
      var told = Set(chronology.positions(agency: agency))
      for position in predecessors.lazy.flatMap({ chronology.positions(agency: $0) })
      where told.insert(position).inserted && !chronology.known.contains(Int(position))
        && rule.certainty(ofEventAt: Int(position)) != nil
      {
        knowledge.add(Int(position), .possible)
      }
    }
    known[agency] = knowledge
  }

  /// What the posts made public, for events whose data do not say who came to know of them.
  private mutating func addPublications() {
    var knowledge = Knowledge()
    let told = rule.publications
    for position in told.certain.subtracting(rule.chronology.known) { knowledge.add(position, .certain) }
    for position in told.possible.subtracting(rule.chronology.known) { knowledge.add(position, .possible) }
    known[nil] = knowledge
  }

  /// Who knew of an event whose data say who came to know of it.
  private mutating func addKnown(_ position: Int, to knowers: Set<String?>) {
    if let first = rule.chronology.span(at: position).bounds.earliest.day, first > rule.day { return }
    let grounds = rule.grounds(rule.chronology.event(at: position), at: position)
    for (knower, entry) in grounds where knowers.contains(knower) {
      known[knower, default: Knowledge()].add(position, entry.certainty)
    }
  }

  private static func union(_ lists: [[UInt32]], of count: Int) -> EventSet {
    var members = EventSet.Members(count)
    for list in lists {
      for position in list { members.insert(Int(position)) }
    }
    return members.set
  }
}

extension KnowledgeLedger.Knowledge {
  fileprivate var all: [UInt32] { certain + possible }

  fileprivate mutating func add(_ position: Int, _ certainty: Known.Certainty?) {
    switch certainty {
    case .certain: certain.append(UInt32(position))
    case .possible: possible.append(UInt32(position))
    case nil: break
    }
  }
}
