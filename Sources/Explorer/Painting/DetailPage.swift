internal import Timeline

/// What the detail pane says about an event, in brief: the row of its date first.
enum DetailPage {
  static func page(_ position: Int, in chronology: Chronology) -> Page {
    let event = chronology.event(at: position)
    var rows = [
      Row(
        .text,
        [
          Span(event.date.words.capitalisedFirst, .bold), Span(" (\(event.dating.basis.rawValue))", .bold),
          Span(event.dating.reason.map { " " + $0 } ?? "", .dim),
        ])
    ]
    rows.append(Row(label: "Summary", event.summary))
    let agencies = event.agencies.map { chronology.agency($0)?.name ?? $0 }
    if !agencies.isEmpty { rows.append(Row(label: "Agencies", agencies.joined(separator: ", "))) }
    let people = event.people.map { chronology.person($0)?.name ?? $0 }
    if !people.isEmpty { rows.append(Row(label: "People", people.joined(separator: ", "))) }
    return Page(title: event.title, rows: rows, labelWidth: 10)
  }
}
