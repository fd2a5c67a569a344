internal import EDTF
package import Timeline

/// One event in full, and in brief for the pane beside the list.
package enum EventPage {
  static func page(_ id: String, in chronology: Chronology, context: PageContext) -> Page {
    guard let position = chronology.position(of: id) else { return .missing("event", id) }
    let parts = EventSections(chronology.event(at: position), position, in: chronology, context: context)
    var rows = parts.about
    for section in parts.sections where !section.rows.isEmpty {
      rows.append(.blank)
      rows.append(.heading(section.title, spoken: section.spoken))
      rows += section.rows
    }
    rows += [.blank, Row(.text, [Span("Id ", .dim), Span(id, .dim)], spoken: "Its id is \(id).", key: "id")]
    let event = parts.event
    return Page(
      title: event.title, status: parts.isDisputed ? "\(event.kind), disputed" : event.kind, rows: rows)
  }

  /// The detail pane: the beginning of the page, the agencies and people on one line, then sources and links with the
  /// same numbers as in the full page.
  /// - Parameter isTall: whether there is room for blank rows between the parts.
  package static func pane(
    _ position: Int, in chronology: Chronology, context: PageContext, isTall: Bool = false
  ) -> Page {
    let event = chronology.event(at: position)
    let parts = EventSections(event, position, in: chronology, context: context)
    let names = EventRows(chronology: chronology, context: context)
    let agencies = event.agencies.prefix(Self.mostNames).map { names.agencyName($0, isShort: false) }
    let people = event.people.prefix(Self.mostNames).map { Span(chronology.person($0)?.name ?? $0) }
    let more = event.agencies.count - agencies.count + event.people.count - people.count
    var about = parts.about
    // When, what and who come first; the reason for the date comes below.
    let reason = about[0].spans.dropFirst(2)
    about[0].spans.removeLast(reason.count)
    about[0].spans[0].text = about[0].spans[0].text.capitalised
    about[0].append(Span("  \(event.kind)", .dim))
    if !reason.isEmpty { about.append(Row(.text, Array(reason).trimmed, key: "reason")) }
    let rest = more > 0 ? [Span("\(Wording.grouped(more)) more")] : []
    let parties = [joined(agencies), joined(people), rest].filter { !$0.isEmpty }
    if !parties.isEmpty {
      about.insert(Row(.text, Array(parties.joined(separator: [Span("; ", .dim)])), key: "parties"), at: 1)
    }

    var number = 0
    func numbered(_ rows: [Row]) -> [Row] {
      rows.map { row in
        guard row.target != nil else { return row }
        var row = row
        number += 1
        row.spans.insert(Span("\(number) ".padded(to: 2), Style(.accent)), at: 0)
        row.hang = max(2, CellWidth.of("\(number) "))
        return row
      }
    }
    let found = MatchWords.of(
      context.query, in: event, at: position, of: chronology, evidence: context.evidence,
      seen: MatchWords.row(event, in: chronology) + [event.summary])
    if !found.isEmpty { about.insert(Row(.text, [Span("Found ", .dim), Span(found)], key: "found"), at: 1) }
    let sections = [about, numbered(parts.citations(isBrief: true)), numbered(parts.links), parts.knowledge]
    let rows = sections.filter { !$0.isEmpty }.joined(separator: isTall ? [.blank] : [])
    return Page(title: event.title, rows: Array(rows)).brief.harmless
  }

  /// How many agencies, and how many people, the pane names.
  private static let mostNames = 20

  private static func joined(_ spans: [Span]) -> [Span] { Array(spans.map { [$0] }.joined(separator: [Span(", ")])) }
}

extension [Span] {
  /// Without the leading space.
  fileprivate var trimmed: [Span] {
    var spans = self
    if !spans.isEmpty, spans[0].text.first == " " { spans[0].text.removeFirst() }
    return spans
  }
}
