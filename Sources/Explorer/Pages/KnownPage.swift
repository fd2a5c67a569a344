internal import EDTF
internal import Timeline

/// What each agency, and the public, knew or may have known on a day.
enum KnownPage {
  static func page(on date: EDTFDate, agency: String?, in chronology: Chronology, context: PageContext) -> Page {
    if let agency, agency != Known.thePublic, chronology.agency(agency) == nil { return .missing("agency", agency) }
    guard let known = Known(chronology, on: date, agency: agency) else {
      let text = "\(date.words.capitalised) has no last day. Ask for a date that ends: known august 2007."
      return Page(title: "Known", rows: [Row(.text, text)])
    }
    let day = words(of: known.day)
    let who = agency.map { " to \(chronology.agency($0)?.name ?? "the public")" } ?? ""
    var page = Page(title: "Known\(who) by \(day)", status: status(known))
    let isPublic = known.groups.contains { $0.agency == nil && !$0.isEmpty }
    let events = EventRows(chronology: chronology, context: context)
    let aware = known.groups.filter { agency != nil || !$0.isEmpty }
    // The public's group comes last and is always kept, since what it says applies to every agency.
    let listed = aware.count > context.limit ? Array(aware.prefix(context.limit - 1)) + aware.suffix(1) : aware
    let groups = listed.map { KnownRows(group: $0, events: events, isAlone: agency != nil, date: date) }
      .filter { !$0.isEmpty }
    let most = agency == nil ? most(of: groups, limit: context.limit) : context.limit
    if !context.isScreenReader, !groups.isEmpty {
      page.rows.append(
        .columnNames([
          ("told", events.dateColumn()), ("event", nil), ("by whom", KnownRows.tellerWidth),
          ("¶", KnownRows.paragraphWidth),
        ]))
    }
    for group in groups { page.rows += (page.rows.count > 1 ? [.blank] : []) + group.rows(most) }
    let unaware = known.groups.filter { $0.isEmpty && (agency == nil || groups.isEmpty) }
      .map { $0.agency == nil ? "the public" : $0.name }
    if aware.count > listed.count {
      let more = Speech.count(aware.count - listed.count, "more agency", "more agencies")
      page.rows += [
        .blank, Row(.text, "\(more) knew of events. Ask for one: known \(date.words) by AGENCY.", key: "more"),
      ]
    }
    if !unaware.isEmpty {
      page.rows.append(.blank)
      let what = isPublic && agency == nil ? "Nothing else" : "Nothing"
      page.rows.append(
        Row(.text, "\(what) is known to have reached \(Wording.list(unaware, atMost: 20)) by then.", key: "unaware"))
    }
    page.rows += [.blank, Row(.text, rule)]
    if isPublic, agency == nil {
      page.rows.append(
        Row(.text, "Any agency may have known what was public by then; it is listed only under the public."))
    }
    return page
  }

  private static let rule =
    "An agency knows of what concerns it when it happens; the public knows what a post reports from the post's date; for anything "
    + "else a source must say who was told."

  /// How many events to list for one agency among others: fewer if the page would otherwise become too long to read.
  /// The rest are on a page of the agency's own.
  private static func most(of groups: [KnownRows], limit: Int) -> Int {
    if limit == .max { return limit }
    var most = min(limit, 40)
    while most > 2, groups.reduce(0, { $0 + $1.count(most) }) > 2 * limit { most /= 2 }
    return most
  }

  private static func status(_ known: Known) -> String {
    let certain = Speech.count(known.certain.count, "event")
    return known.possible.isEmpty ? certain : "\(certain), \(Wording.grouped(known.possible.count)) more possible"
  }

  private static func words(of day: Day) -> String {
    // A year of five or more digits has no days in EDTF.
    (try? EDTFDate("\(day)"))?.words ?? (try? EDTFDate("Y\(day.year)"))?.words ?? "\(day)"
  }
}

/// One agency's knowledge.
private struct KnownRows {
  let group: Known.Group
  let events: EventRows
  /// Whether only this agency was asked about. In a list of several, public knowledge is listed under the public
  /// alone.
  let isAlone: Bool
  let date: EDTFDate
  /// The listed part of what may have been known.
  let possible: [UInt32]

  init(group: Known.Group, events: EventRows, isAlone: Bool, date: EDTFDate) {
    self.group = group
    self.events = events
    self.isAlone = isAlone
    self.date = date
    possible = isAlone ? (group.possible + group.hearsay.map(UInt32.init)).sorted() : group.possible
  }

  var isEmpty: Bool { group.certain.isEmpty && possible.isEmpty }

  /// The number of events listed if each kind is limited to this many.
  func count(_ most: Int) -> Int { min(group.certain.count, most) + min(possible.count, most) }

  func rows(_ most: Int) -> [Row] {
    let certain = group.certain
    let said =
      switch (certain.count, possible.count) {
      case (let known, 0): "\(Speech.count(known, "event")) known"
      case (0, let maybe): "\(Speech.count(maybe, "event")) that may have been known"
      case (let known, let maybe):
        "\(Speech.count(known, "event")) known, \(Wording.grouped(maybe)) more that may have been known"
      }
    let heading = Row.heading("\(group.name): \(said)", spoken: "\(group.name): \(said).")
    let maybe =
      possible.isEmpty || certain.isEmpty
      ? [] : [Row(.text, "May have been known as well: \(Wording.grouped(possible.count)).")]
    return [heading] + entries(certain, most) + maybe + entries(possible, most)
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
    // The line above already says for all of them that they only may have been known.
    let isPossible = entry.certainty == .possible
    let ground = ground(entry)
    let isDisputed = events.chronology.disputed.contains(position)
    let spoken = Speech.sentences([
      event.date.brief, event.title, isDisputed ? "Disputed" : "", ground ?? "",
    ])
    let key = "\(group.agency ?? ""):\(entry.event)"
    var title = Span.marked(event.title, by: events.context.query)
    if isDisputed { title += [Span("  "), Span("disputed", Style(.disputed))] }
    guard !events.context.isScreenReader else {
      let why = ground.map { [Span("  \($0)", .dim)] } ?? []
      return Row(.entry, [events.date(event.date)] + title + why, target: .event(event.id), spoken: spoken, key: key)
    }
    let told = entry.since.short(within: events.dateColumn())
    return Row(
      cells: [
        ([Span(told, Style(isPossible ? .uncertain : .plain))], events.dateColumn()), (title, nil),
        ([Span(teller(entry), .dim)], Self.tellerWidth),
        ([Span(paragraph(of: entry, in: event), .dim)], Self.paragraphWidth),
      ], target: .event(event.id), spoken: spoken, key: key)
  }

  /// How an agency came to know: "concerned", "own account", "written to", "public: printed".
  private func teller(_ entry: Known.Entry) -> String {
    let said = entry.account.map { account in
      account == group.agency ? "own account" : "says \(chronology.agency(account)?.short ?? name(account))"
    }
    return switch entry.ground {
    case .tookPart: said ?? "concerned"
    case .told(let how): [how, said].compactMap(\.self).joined(separator: ", ")
    case .published(let how): "public: \(how)"
    }
  }

  /// "by its own account alone", "according to Department of Health alone"; nil if it rests on more.
  private func account(_ entry: Known.Entry) -> String? {
    entry.account.map { $0 == group.agency ? "by its own account alone" : "according to \(name($0)) alone" }
  }

  private func name(_ id: String) -> String { chronology.agency(id)?.name ?? chronology.person(id)?.name ?? id }

  private var chronology: Chronology { events.chronology }

  /// The paragraph that says so; for what concerns the agency itself, the first one cited.
  private func paragraph(of entry: Known.Entry, in event: Event) -> String {
    let number = entry.citation ?? 1
    guard event.citations.indices.contains(number - 1) else { return "" }
    return event.citations[number - 1].paragraph.map { "¶\($0)" } ?? ""
  }

  static let tellerWidth = 18
  static let paragraphWidth = 4

  /// "written to, February 2007", "by its own account alone"; nil for what concerns the agency itself.
  private func ground(_ entry: Known.Entry) -> String? {
    switch entry.ground {
    case .tookPart: account(entry)
    case .told(let how): [how, account(entry), entry.since.words].compactMap(\.self).joined(separator: ", ")
    case .published(let how): "public: \(how), \(entry.since.words)"
    }
  }
}
