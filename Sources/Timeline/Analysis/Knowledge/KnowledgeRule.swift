internal import EDTF

/// The rule of knowledge (see `Known`) for one day, applied to one event. Shared by the groups of all agencies.
final class KnowledgeRule: Sendable {
  let chronology: Chronology
  let day: Day
  let heirs: Succession
  /// What the posts had reported by then.
  let publications: Publications
  /// The paragraphs of each post that are comments, if it has any.
  private let comments: [String: Set<Int>]
  private let memo = GroundsMemo()

  init(_ chronology: Chronology, by day: Day) {
    self.chronology = chronology
    self.day = day
    heirs = Succession(chronology.agencies)
    publications = Publications(chronology, by: day)
    comments = Dictionary(
      chronology.sources.lazy.map { ($0.id, $0.comments) }.filter { !$0.1.isEmpty },
      uniquingKeysWith: { first, _ in first })
  }

  /// Why an agency, or the public (nil), knew or may have known of an event; nil if it did not.
  func entry(of knower: String?, _ event: Event, at position: Int) -> Known.Entry? {
    let grounds = grounds(event, at: position)
    return grounds[knower] ?? hearsay(grounds)
  }

  /// The best ground of each party that had one of its own, or that succeeded one that had.
  func grounds(_ event: Event, at position: Int) -> [String?: Known.Entry] {
    memo.grounds(event, at: position) { heirs.inherit(own(event, position)) }
  }

  /// What anybody may know once the public knows.
  func hearsay(_ grounds: [String?: Known.Entry]) -> Known.Entry? {
    grounds[nil].map { $0.lessened(to: $0.ground) }
  }

  /// How certain it is that an event had happened by the day: by its date, or because a post had reported it. Nil if
  /// it is certainly later.
  func certainty(ofEventAt position: Int) -> Known.Certainty? {
    let span = chronology.span(at: position)
    if DaySpan.days.contains(span.latest), Int(span.latest) <= day.number { return .certain }
    if span.hasStart, Int(span.earliest) > day.number { return nil }
    return publications.certain.contains(position) ? .certain : .possible
  }

  /// The only speaker who vouches for an event, if all its supporting citations of posts have the same one.
  private func account(of event: Event) -> String? {
    let bearing = event.citations.filter { $0.fact.bears && chronology.source($0.source)?.kind == .post }
    guard let speaker = bearing.first?.speaker, bearing.allSatisfy({ $0.speaker == speaker }) else { return nil }
    return speaker
  }

  private func own(_ event: Event, _ position: Int) -> [String?: Known.Entry] {
    var best: [String?: Known.Entry] = [:]
    func claim(
      _ knower: String?, _ ground: Known.Ground, _ since: EDTFDate, _ citation: Int?, _ account: String?,
      _ certainty: Known.Certainty?
    ) {
      guard let certainty else { return }
      let entry = Known.Entry(
        position: position, event: event.id, certainty: certainty, ground: ground, since: since,
        account: account, citation: citation)
      if let other = best[knower], !entry.isBetter(than: other) { return }
      best[knower] = entry
    }
    for knowledge in event.known {
      let ground: Known.Ground =
        knowledge.agency == nil ? .published(how: knowledge.how) : .told(how: knowledge.how)
      claim(
        knowledge.agency, ground, knowledge.date, knowledge.citation,
        knowledge.citation.flatMap { number in
          event.citations.indices.contains(number - 1) ? event.citations[number - 1].speaker : nil
        },
        Known.Certainty(of: knowledge.date.bounds, by: day))
    }
    for (index, citation) in event.citations.enumerated() where citation.fact.bears {
      guard let source = chronology.source(citation.source), source.kind == .post, let date = source.date,
        citation.paragraph.map({ comments[source.id]?.contains($0) ?? false }) != true
      else { continue }
      let ground = Known.Ground.published(how: "told by “\(source.title)”")
      claim(nil, ground, date, index + 1, nil, Known.Certainty(of: date.bounds, by: day))
    }
    let account = account(of: event)
    for agency in event.agencies { claim(agency, .tookPart, event.date, nil, account, certainty(ofEventAt: position)) }
    return best
  }
}

extension Known.Entry {
  /// The same entry, but only possible.
  func lessened(to ground: Known.Ground) -> Known.Entry {
    Known.Entry(
      position: position, event: event, certainty: .possible, ground: ground, since: since, account: account,
      citation: citation)
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
