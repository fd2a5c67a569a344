package import Timeline

/// One event in full, and in brief for the pane beside the list.
package enum EventPage {
  private static let labelWidth = 10

  static func page(_ id: String, in chronology: Chronology, context: PageContext) -> Page {
    guard let position = chronology.position(of: id) else { return .missing("event", id) }
    let parts = EventSections(chronology.event(at: position), position, in: chronology, context: context)
    var rows = parts.about
    var number = 0
    for section in parts.sections where !section.rows.isEmpty {
      rows.append(.blank)
      rows.append(.heading(section.title, spoken: section.spoken))
      for row in section.rows {
        var row = row
        if row.target != nil {
          number += 1
          row.label = context.isScreenReader ? "" : "\(number)"
        }
        rows.append(row)
      }
    }
    let event = parts.event
    return Page(
      title: event.title, status: event.isDisputed ? "\(event.kind), disputed" : event.kind, rows: rows,
      labelWidth: labelWidth)
  }

  /// The detail pane: agencies and people on a line each, sources and links with the numbers that they have in the
  /// full page.
  package static func pane(_ position: Int, in chronology: Chronology, context: PageContext) -> Page {
    let event = chronology.event(at: position)
    let parts = EventSections(event, position, in: chronology, context: context)
    var rows = parts.about
    // The date is the pane's heading, with a counter at its right: why it is dated so goes below.
    if rows[0].spans.count > 2 {
      rows.insert(Row(label: "Because", Array(rows[0].spans[2...]).trimmed, key: "reason"), at: 1)
      rows[0].spans.removeSubrange(2...)
    }
    let names = EventRows(chronology: chronology, context: context)
    let agencies = event.agencies.map { names.agencyName($0, isShort: false) }
    if !agencies.isEmpty { rows.append(Row(label: "Agencies", joined(agencies), key: "agencies")) }
    let people = event.people.map { Span(chronology.person($0)?.name ?? $0) }
    if !people.isEmpty { rows.append(Row(label: "People", joined(people), key: "people")) }

    var number = 0
    for (label, entries) in [("Sources", parts.citations(isBrief: true)), ("Linked", parts.links)] {
      for (index, entry) in entries.enumerated() {
        var row = entry
        row.label = index == 0 ? label : ""
        if row.target != nil {
          number += 1
          row.spans.insert(Span("\(number)  ", .dim), at: 0)
        }
        rows.append(row)
      }
    }
    rows += parts.knowledge
    return Page(title: event.title, rows: rows, labelWidth: labelWidth).brief.harmless
  }

  private static func joined(_ spans: [Span]) -> [Span] { Array(spans.map { [$0] }.joined(separator: [Span(", ")])) }
}

extension [Span] {
  /// Without the space that set it off from what stood before.
  fileprivate var trimmed: [Span] {
    var spans = self
    if !spans.isEmpty, spans[0].text.first == " " { spans[0].text.removeFirst() }
    return spans
  }
}
