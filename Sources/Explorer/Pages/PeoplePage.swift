internal import Timeline

/// Everybody named in the chronology, with the number of events that name them.
enum PeoplePage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let entries = PartyCount.mostFirst(
      chronology.people.map { person in
        PartyCount(person, events: chronology.positions(person: person.id))
      })
    let width = min(46, entries.prefix(context.limit).map { CellWidth.of($0.party.name) }.max() ?? 0)
    var rows = entries.prefix(context.limit).map { row($0, nameWidth: width, in: chronology, context: context) }
    if entries.isEmpty { rows.append(Row(.text, "This chronology names nobody.")) }
    rows += Row.more(entries.count - min(entries.count, context.limit), "person", "people")
    return Page(title: "People", status: Speech.count(entries.count, "person", "people"), rows: rows)
  }

  private static func row(
    _ entry: PartyCount<Person>, nameWidth: Int, in chronology: Chronology, context: PageContext
  ) -> Row {
    let person = entry.party
    let isReader = context.isScreenReader
    var spans = [Span(isReader ? person.name : person.name.padded(to: nameWidth))]
    spans.append(
      Span(entry.details(in: chronology, context: context), entry.events.isEmpty ? .dim : .plain))
    if let role = person.role { spans.append(Span((isReader ? " " : "   ") + role, .dim)) }
    return Row(
      .entry, spans, target: .person(person.id),
      spoken: Speech.sentences([person.name, person.role ?? "", entry.spokenDetails(in: chronology)]), key: person.id)
  }
}
