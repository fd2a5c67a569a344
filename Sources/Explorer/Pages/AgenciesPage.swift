internal import Timeline

/// The chooser of agencies: how many of the shown events name each, and which are chosen.
enum AgenciesPage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let wanted = Folding.string(context.narrowing)
    let agencies = chronology.agencies.filter { agency in
      wanted.isEmpty || agency.names.contains { Folding.string($0).contains(wanted) }
    }
    let counted = agencies.map { agency in
      PartyCount(agency, events: chronology.positions(agency: agency.id).among(context.shown))
    }
    let entries = PartyCount.mostFirst(counted)
    let width = min(46, entries.prefix(context.limit).map { CellWidth.of($0.party.name) }.max() ?? 0)
    var rows = entries.prefix(context.limit).map { row($0, nameWidth: width, in: chronology, context: context) }
    if entries.isEmpty {
      rows.append(
        Row(
          .text,
          wanted.isEmpty ? "This chronology names no agency." : "No agency has \(context.narrowing) in its name."))
    }
    rows += Row.more(entries.count - min(entries.count, context.limit), "agency", "agencies")
    return Page(
      title: "Agencies", status: status(agencies.count, in: chronology, context), rows: rows,
      labelWidth: context.isScreenReader ? 0 : 2)
  }

  private static func status(_ number: Int, in chronology: Chronology, _ context: PageContext) -> String {
    var count = Speech.count(number, "agency", "agencies")
    if context.shown.count < chronology.count { count += ", counted in \(Speech.count(context.shown.count, "event"))" }
    if !context.narrowing.isEmpty { return "\(count) with \(context.narrowing)" }
    return context.isScreenReader ? count : context.keys.name(of: .narrow).map { "\(count), \($0) narrows" } ?? count
  }

  private static func row(
    _ entry: PartyCount<Agency>, nameWidth: Int, in chronology: Chronology, context: PageContext
  ) -> Row {
    let isMarked = context.marked.contains(entry.party.id)
    let name = entry.party.name
    var spans = [Span(context.isScreenReader ? name : name.padded(to: nameWidth), isMarked ? .bold : .plain)]
    spans.append(
      Span(entry.details(in: chronology, context: context), entry.events.isEmpty ? .dim : .plain))
    return Row(
      .entry, label: isMarked && !context.isScreenReader ? "x" : "", spans,
      target: .query(Query.setting(.agency, to: [entry.party.id], in: "")),
      spoken: Speech.sentences([isMarked ? "\(name), chosen" : name, entry.spokenDetails(in: chronology)]),
      key: entry.party.id)
  }
}

extension Agency {
  var names: [String] { [name] + [short].compactMap { $0 } + aliases }
}
