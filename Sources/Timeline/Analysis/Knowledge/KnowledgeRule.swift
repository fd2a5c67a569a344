internal import EDTF

/// The rule of knowledge (see `Known`) for one day, applied to one event.
struct KnowledgeRule: Sendable {
  let chronology: Chronology
  let day: Day
  let heirs: Succession

  init(_ chronology: Chronology, by day: Day) {
    self.chronology = chronology
    self.day = day
    heirs = Succession(chronology.agencies)
  }

  /// Why an agency, or the public (nil), knew or may have known of an event; nil if it did not.
  func entry(of knower: String?, _ event: Event, at position: Int) -> Known.Entry? {
    let grounds = grounds(event, at: position)
    return grounds[knower] ?? hearsay(grounds)
  }

  /// The best ground of each who had one of their own, or took over from one who had.
  func grounds(_ event: Event, at position: Int) -> [String?: Known.Entry] { heirs.inherit(own(event, position)) }

  /// What anybody may know once the public does.
  func hearsay(_ grounds: [String?: Known.Entry]) -> Known.Entry? {
    grounds[nil].map { $0.lessened(to: $0.ground) }
  }

  /// Certain if the date lies wholly on or before the day, possible if part of it may, nil if it is certainly later.
  func certainty(of date: Bounds) -> Known.Certainty? {
    if let last = date.latest.day, last <= day { return .certain }
    if let first = date.earliest.day, first > day { return nil }
    return .possible
  }

  /// The same of a date of which the span is at hand.
  func certainty(of date: DaySpan) -> Known.Certainty? {
    if DaySpan.days.contains(date.latest), Int(date.latest) <= day.number { return .certain }
    if DaySpan.days.contains(date.earliest), Int(date.earliest) > day.number { return nil }
    return .possible
  }

  private func own(_ event: Event, _ position: Int) -> [String?: Known.Entry] {
    var best: [String?: Known.Entry] = [:]
    func claim(_ knower: String?, _ ground: Known.Ground, _ since: EDTFDate, _ citation: Int?) {
      guard let certainty = certainty(of: since.bounds) else { return }
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
