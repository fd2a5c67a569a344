internal import EDTF
internal import Timeline

/// What each agency, and the public, knew or may have known on a day.
enum KnownPage {
  static func page(on date: EDTFDate, agency: String?, in chronology: Chronology, context: PageContext) -> Page {
    if let agency, chronology.agency(agency) == nil { return .missing("agency", agency) }
    guard let known = Known(chronology, on: date, agency: agency) else {
      let text = "\(date.words.capitalised) has no last day. Ask for a date that ends: known august 2007."
      return Page(title: "Known", rows: [Row(.text, text)])
    }
    let day = words(of: known.day)
    let who = agency.flatMap { chronology.agency($0) }.map { " to \($0.name)" } ?? ""
    var page = Page(title: "Known\(who) by \(day)", status: status(known))
    page.rows = [
      Row(.text, "What concerns an agency it knows when it happens; of anything else a source must say who was told.")
    ]
    let isAnythingPublic = known.groups.contains { $0.agency == nil && !$0.isEmpty }
    let events = EventRows(chronology: chronology, context: context)
    let groups = known.groups.filter { !$0.isEmpty }.map { group in
      KnownRows(
        group: group, events: events, isAlone: agency != nil, isAnythingPublic: isAnythingPublic, date: date)
    }
    let most = most(of: groups, isAlone: agency != nil)
    for group in groups { page.rows += [.blank] + group.rows(most) }
    let unaware = known.groups.filter(\.isEmpty).map { $0.agency == nil ? "the public" : $0.name }
    if !unaware.isEmpty {
      page.rows.append(.blank)
      page.rows.append(Row(.text, "Nothing is known to have reached \(listed(unaware)) by then.", key: "unaware"))
    }
    return page
  }

  /// How many events of one agency stand among the others': fewer where that would make a page that nobody reads to its
  /// end. The rest are on a page of the agency's own.
  private static func most(of groups: [KnownRows], isAlone: Bool) -> Int {
    if isAlone || Page.limit == .max { return Page.limit }
    var most = min(Page.limit, 40)
    while most > 5, groups.reduce(0, { $0 + $1.count(most) }) > 2 * Page.limit { most /= 2 }
    return most
  }

  /// At most so many names, so that the sentence can be listened to.
  private static func listed(_ names: [String]) -> String {
    guard names.count > 20 else { return Speech.list(names) }
    return names.prefix(20).joined(separator: ", ") + " and \(names.count - 20) more"
  }

  private static func status(_ known: Known) -> String {
    let certain = Speech.count(known.certain.count, "event")
    return known.possible.isEmpty ? certain : "\(certain), \(Speech.digits(known.possible.count)) more possible"
  }

  private static func words(of day: Day) -> String {
    // A year of five digits and more has no days in EDTF.
    (try? EDTFDate("\(day)"))?.words ?? (try? EDTFDate("Y\(day.year)"))?.words ?? "\(day)"
  }
}

/// One agency's knowledge.
private struct KnownRows {
  let group: Known.Group
  let events: EventRows
  /// Whether only this agency was asked about. Among others, what was public is listed under the public alone.
  let isAlone: Bool
  let date: EDTFDate
  /// What may have been known, as far as it is listed.
  let possible: [UInt32]

  init(group: Known.Group, events: EventRows, isAlone: Bool, isAnythingPublic: Bool, date: EDTFDate) {
    self.group = group
    self.events = events
    self.isAlone = isAlone
    self.date = date
    possible =
      isAlone || group.agency == nil || !isAnythingPublic
      ? group.possible : group.possible.filter { !group.hearsay.contains(Int($0)) }
  }

  /// How many events are listed where there are at most so many of a kind.
  func count(_ most: Int) -> Int { min(group.certain.count, most) + min(possible.count, most) }

  func rows(_ most: Int) -> [Row] {
    let certain = group.certain
    let publicly = group.possible.count - possible.count
    let said =
      switch (certain.count, possible.count) {
      case (let known, 0): "\(Speech.count(known, "event")) known"
      case (0, let maybe): "\(Speech.count(maybe, "event")) that may have been known"
      case (let known, let maybe):
        "\(Speech.count(known, "event")) known, \(Speech.digits(maybe)) more that may have been known"
      }
    let heading = Row.heading("\(group.name): \(said)", spoken: "\(group.name): \(said).")
    let besides =
      publicly == 0
      ? [] : [Row(.text, "Besides, what was public by then may have been known: \(Speech.count(publicly, "event")).")]
    let maybe =
      possible.isEmpty || certain.isEmpty
      ? [] : [Row(.text, "May have been known as well: \(Speech.digits(possible.count)).")]
    return [heading] + entries(certain, most) + maybe + entries(possible, most) + besides
  }

  private func entries(_ positions: [UInt32], _ most: Int) -> [Row] {
    let rows = positions.prefix(most).compactMap { row(Int($0)) }
    let left = positions.count - rows.count
    guard left > 0, !isAlone, let agency = group.agency else { return rows + Row.more(left, "event") }
    let text = "\(Speech.count(left, "more event")): what \(group.name) knew"
    return rows + [
      Row(
        .entry, [Span(text, .dim)], target: .view(.known(on: date, agency: agency)), spoken: text.sentence,
        key: "\(agency):more:\(positions.first ?? 0)")
    ]
  }

  private func row(_ position: Int) -> Row? {
    let event = events.chronology.event(at: position)
    guard let entry = group.entry(of: event, at: position) else { return nil }
    // That an event only may have been known, the line above it says for all of them.
    let isPossible = entry.certainty == .possible
    var spans = [Span(events.date(event.date, indent: 2), isPossible ? Style(.uncertain) : .plain)]
    spans += Span.marked(event.title, by: events.context.query)
    let ground = ground(entry)
    if let ground { spans.append(Span("  \(ground)", .dim)) }
    return Row(
      .entry, spans, target: .event(event.id),
      spoken: Speech.sentences([event.date.words, event.title, ground ?? ""]),
      key: "\(group.agency ?? ""):\(entry.event)")
  }

  /// "written to, February 2007"; nil for what concerns the agency itself.
  private func ground(_ entry: Known.Entry) -> String? {
    switch entry.ground {
    case .tookPart: nil
    case .told(let how): "\(how), \(entry.since.words)"
    case .published(let how): "public: \(how), \(entry.since.words)"
    }
  }
}
