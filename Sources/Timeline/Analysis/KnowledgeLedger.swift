/// Who knew of what by a day, put together by the rule that `Known` states.
struct KnowledgeLedger {
  private(set) var groups: [Known.Group] = []
  private(set) var certain = EventSet([])
  private(set) var possible = EventSet([])

  init(_ chronology: Chronology, by day: Day, agency: String?) {
    let knowers: [String?] = agency.map { [$0] } ?? (chronology.agencies.map(\.id) + [nil])
    var entries = [[Known.Entry]](repeating: [], count: knowers.count)
    let column = Dictionary(knowers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var certain: [Int] = []
    var possible: [Int] = []
    for position in 0..<chronology.count {
      let span = chronology.span(at: position)
      if let first = span.bounds.earliest.day, first > day { continue }
      let event = chronology.event(at: position)
      let grounds = KnowledgeLedger.grounds(of: event, position, by: day)
      var best: Known.Certainty?
      for (knower, entry) in grounds {
        guard let place = column[knower] else { continue }
        entries[place].append(entry)
        if entry.certainty == .certain || best == nil { best = entry.certainty }
      }
      let published = grounds[nil]
      if agency != nil || published != nil {
        for (place, knower) in knowers.enumerated() where knower != nil && grounds[knower] == nil {
          guard let published else { continue }
          entries[place].append(published.asHearsay)
          best = best ?? .possible
        }
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
    for agency in event.agencies { claim(agency, .tookPart, event.date, nil) }
    for knowledge in event.known {
      let ground: Known.Ground =
        knowledge.agency == nil ? .published(how: knowledge.how) : .told(how: knowledge.how)
      claim(knowledge.agency, ground, knowledge.date, knowledge.citation)
    }
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
  /// What is public may be known to anybody.
  fileprivate var asHearsay: Known.Entry {
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
