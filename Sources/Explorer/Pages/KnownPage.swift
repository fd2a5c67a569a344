internal import Timeline

/// What each agency, and the public, knew or may have known on a day.
enum KnownPage {
  static func page(on date: EDTF, agency: String?, in chronology: Chronology, context: PageContext) -> Page {
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
    for group in known.groups where !group.isEmpty {
      page.rows.append(.blank)
      let events = EventRows(chronology: chronology, context: context)
      page.rows +=
        KnownRows(
          group: group, events: events, isAlone: agency != nil, isAnythingPublic: isAnythingPublic, date: date
        ).rows
    }
    let unaware = known.groups.filter(\.isEmpty).map { $0.agency == nil ? "the public" : $0.name }
    if !unaware.isEmpty {
      page.rows.append(.blank)
      page.rows.append(Row(.text, "Nothing is known to have reached \(listed(unaware)) by then.", key: "unaware"))
    }
    return page
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
    (try? EDTF("\(day)"))?.words ?? (try? EDTF("Y\(day.year)"))?.words ?? "\(day)"
  }
}

/// One agency's knowledge.
private struct KnownRows {
  let group: Known.Group
  let events: EventRows
  /// Whether only this agency was asked about. Among others, what was public is listed under the public alone.
  let isAlone: Bool
  let isAnythingPublic: Bool
  let date: EDTF

  /// How many events of one agency stand among the others'; the rest on a page of its own.
  private var most: Int { isAlone || Page.limit == .max ? Page.limit : min(Page.limit, 40) }

  var rows: [Row] {
    let certain = group.certain
    let possible =
      isAlone || group.agency == nil || !isAnythingPublic ? group.possible : group.possible.filter { !isJustPublic($0) }
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
    return [heading] + entries(certain) + maybe + entries(possible) + besides
  }

  /// Whether an agency may have known of an event only because it was public. Where there are too many to look at,
  /// none is.
  private func isJustPublic(_ position: UInt32) -> Bool {
    group.possible.count <= Page.decodingLimit && group.entry(at: position)?.ground.isPublished == true
  }

  private func entries(_ positions: [UInt32]) -> [Row] {
    let rows = positions.prefix(most).compactMap(group.entry).map(row)
    let left = positions.count - rows.count
    guard left > 0, !isAlone, let agency = group.agency else { return rows + Row.more(left, "event") }
    let text = "\(Speech.count(left, "more event")): what \(group.name) knew"
    return rows + [
      Row(
        .entry, [Span(text, .dim)], target: .view(.known(on: date, agency: agency)), spoken: text.sentence,
        key: "\(agency):more:\(positions.first ?? 0)")
    ]
  }

  private func row(_ entry: Known.Entry) -> Row {
    let event = events.chronology.event(at: entry.position)
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

extension Known.Ground {
  fileprivate var isPublished: Bool {
    if case .published = self { true } else { false }
  }
}
