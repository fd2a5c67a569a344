internal import EDTF
internal import Timeline

/// One agency or person: who they were, what they did, and with whom.
enum PartyPage {
  static func page(_ party: PartyUse.Party, in chronology: Chronology, context: PageContext) -> Page {
    let rows = EventRows(chronology: chronology, context: context)
    switch party {
    case .agency(let id):
      guard let agency = chronology.agency(id) else { return .missing("agency", id) }
      return page(
        party, name: agency.name, about: about(agency, in: chronology), events: chronology.events(agency: id),
        query: Query.setting(.agency, to: [id], in: ""), rows: rows)
    case .person(let id):
      guard let person = chronology.person(id) else { return .missing("person", id) }
      return page(
        party, name: person.name, about: about(person), events: chronology.events(person: id),
        query: Query.setting(.person, to: [id], in: ""), rows: rows)
    }
  }

  private static func page(
    _ party: PartyUse.Party, name: String, about: [Row], events: EventSet, query: String, rows: EventRows
  ) -> Page {
    var page = Page(title: name, status: Speech.count(events.count, "event"))
    guard !events.isEmpty else {
      page.rows = about + [Row(.text, "No event names \(name).")]
      return page
    }
    page.rows = rows.rows(events, query: query)
    if events.count <= rows.context.limit {
      page.rows.append(
        Row(
          .entry, [Span("Show \(events.count == 1 ? "it" : "these \(events.count)") in the list", Style(.accent))],
          target: .query(query), key: "list"))
    }
    if !about.isEmpty { page.rows += [.blank] + about }
    page.rows += companions(party, rows)
    return page
  }

  private static func about(_ agency: Agency, in chronology: Chronology) -> [Row] {
    var rows: [Row] = []
    if let kind = agency.kind {
      rows.append(Row(.text, [Span("Was ", .dim), Span(kind)], spoken: kind.capitalised.sentence, key: "kind"))
    }
    rows += also([agency.short].compactMap { $0 } + agency.aliases, beside: agency.name)
    rows += agency.successors.map { successor("Became", $0, in: chronology) }
    let before = chronology.agencies.filter { $0.successors.contains(agency.id) }
    return rows + before.map { successor("Before", $0.id, in: chronology) }
  }

  private static func about(_ person: Person) -> [Row] {
    let role =
      person.role.map { [Row(.text, [Span("Role: ", .dim), Span($0)], spoken: $0.capitalised.sentence, key: "role")] }
      ?? []
    return role + also(person.aliases, beside: person.name)
  }

  private static func also(_ names: [String], beside name: String) -> [Row] {
    var seen: Set<String> = [name]
    let others = names.filter { seen.insert($0).inserted }
    guard !others.isEmpty else { return [] }
    return [
      Row(
        .text, [Span("Called ", .dim), Span(others.joined(separator: ", "))],
        spoken: "Also called \(Wording.list(others))".sentence,
        key: "names")
    ]
  }

  private static func successor(_ label: String, _ id: String, in chronology: Chronology) -> Row {
    let agency = chronology.agency(id)
    let name = agency?.name ?? id
    return Row(
      .entry, [Span("\(label) ", .dim), Span(name)], target: agency.map { .agency($0.id) },
      spoken: (label == "Became" ? "It became \(name)" : "Before it there was \(name)").sentence,
      key: "\(label):\(id)")
  }

  private static func companions(_ party: PartyUse.Party, _ rows: EventRows) -> [Row] {
    let companions = PartyUse(of: party, in: rows.chronology).companions
    guard !companions.isEmpty else { return [] }
    let entries = companions.prefix(rows.context.limit).map { companion in
      let count = Speech.count(companion.count, "event")
      let name: Span
      let target: Target?
      switch companion.party {
      case .agency(let id):
        name = rows.agencyName(id, isShort: false)
        target = rows.chronology.agency(id).map { .agency($0.id) }
      case .person(let id):
        name = Span(companion.name)
        target = rows.chronology.person(id).map { .person($0.id) }
      }
      return Row(
        .entry, [name, Span("  \(count)", .dim)], target: target, spoken: "\(companion.name), \(count).",
        key: "with:\(companion.name)")
    }
    return [.blank, .heading("Who else was involved", spoken: "Who else was involved: \(companions.count).")]
      + Row.capped(Array(entries), at: rows.context.limit, "name", of: companions.count)
  }
}
