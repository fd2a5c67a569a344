/// Who knew of what by a day, put together by the rule that `Known` states.
struct KnowledgeLedger {
  private(set) var groups: [Known.Group] = []
  private(set) var certain = EventSet([])
  private(set) var possible = EventSet([])

  init(_ chronology: Chronology, by day: Day, agency: String?) {
    let knowers: [String?] = agency.map { [$0] } ?? (chronology.agencies.map(\.id) + [nil])
    var entries = [[Known.Entry]](repeating: [], count: knowers.count)
    let heirs = Heirs(chronology.agencies)
    var certain: [Int] = []
    var possible: [Int] = []
    for position in 0..<chronology.count {
      if let first = chronology.span(at: position).bounds.earliest.day, first > day { continue }
      let grounds = heirs.inherit(KnowledgeLedger.grounds(of: chronology.event(at: position), position, by: day))
      let hearsay = grounds[nil].map { $0.lessened(to: $0.ground) }
      var best: Known.Certainty?
      for (place, knower) in knowers.enumerated() {
        guard let entry = grounds[knower] ?? hearsay else { continue }
        entries[place].append(entry)
        best = best == .certain ? best : entry.certainty
      }
      switch best {
      case .certain: certain.append(position)
      case .possible: possible.append(position)
      case nil: break
      }
    }
    groups = zip(knowers, entries).map { knower, entries in
      Known.Group(
        agency: knower, name: knower.map { chronology.agency($0)?.name ?? $0 } ?? "The public", entries: entries)
    }
    self.certain = EventSet(certain)
    self.possible = EventSet(possible)
  }

  /// The best ground of each who knew or may have known by the day; nil is the public.
  private static func grounds(of event: Event, _ position: Int, by day: Day) -> [String?: Known.Entry] {
    var best: [String?: Known.Entry] = [:]
    func claim(_ knower: String?, _ ground: Known.Ground, _ since: EDTF, _ citation: Int?) {
      guard let certainty = certainty(of: since, by: day) else { return }
      let entry = Known.Entry(
        position: position, event: event.id, certainty: certainty, ground: ground, since: since, citation: citation)
      if let other = best[knower], !entry.isBetter(than: other) { return }
      best[knower] = entry
    }
    for knowledge in event.known {
      let ground: Known.Ground =
        knowledge.agency == nil ? .published(how: knowledge.how) : .told(how: knowledge.how)
      claim(knowledge.agency, ground, knowledge.date, knowledge.citation)
    }
    for agency in event.agencies { claim(agency, .tookPart, event.date, nil) }
    return best
  }

  /// Certain if the date lies wholly on or before the day, possible if part of it may, nil if it is certainly later.
  private static func certainty(of date: EDTF, by day: Day) -> Known.Certainty? {
    let bounds = date.bounds
    if let last = bounds.latest.day, last <= day { return .certain }
    if let first = bounds.earliest.day, first > day { return nil }
    return .possible
  }
}

extension Known.Entry {
  /// The same as something that only may be known.
  func lessened(to ground: Known.Ground) -> Known.Entry {
    Known.Entry(
      position: position, event: event, certainty: .possible, ground: ground, since: since, citation: citation)
  }

  fileprivate func isBetter(than other: Known.Entry) -> Bool {
    guard certainty == other.certainty else { return certainty == .certain }
    switch (since.bounds.latest.day, other.since.bounds.latest.day) {
    case (let a?, let b?): return a < b
    case (.some, nil): return true
    default: return false
    }
  }
}
