internal import EDTF
package import Timeline

extension State {
  /// Asks for what is open to be written: "briefing.html", or a format and a file, "timelinejs story.json".
  mutating func export(_ text: String) -> [Effect] {
    var path = text.trimmed
    var format: ExportFormat?
    if let space = path.firstIndex(of: " "), let named = ExportFormat(rawValue: path[..<space].lowercased()) {
      format = named
      path = String(path[space...]).trimmed
    }
    guard let format = format ?? ExportFormat(path: path) else {
      let endings = Wording.list(ExportFormat.allCases.map { $0.endings[0] }, "or")
      message = Message("\(path.shortened) does not tell its format. End the name in \(endings).", isError: true)
      return []
    }
    let (events, heading) = exported
    guard !events.isEmpty else {
      message = Message("There is no event here to write. \(noEventShown)", isError: true)
      return []
    }
    return [.export(path: path, format: format, events: events, heading: heading)]
  }

  /// The words of cited passages, if the posts are available: by an event's position and the number of its citation.
  package var passages: (@Sendable (Int, Int) -> String?)? {
    guard let evidence else { return nil }
    return { evidence.passage(citation: $1, of: $0) }
  }

  /// What is open: the events that the view shows, and what it says about them.
  package var exported: (events: EventSet, heading: ExportHeading) {
    let subject = view.subject
    var heading = ExportHeading()
    var events = filter.matches.events
    switch subject {
    case .list, .help: break
    case .event(let id): events = EventSet(chronology.position(of: id).map { [$0] } ?? [])
    case .source(let id, _, _): events = chronology.events(source: id)
    case .agency(let id): events = chronology.events(agency: id)
    case .person(let id): events = chronology.events(person: id)
    case .disagreements: events = chronology.disputed
    case .known(let date, let agency):
      events = Known(chronology, on: date, agency: agency).map { $0.certain.union($0.possible) } ?? EventSet([])
    case .gaps(let agency): events = agency.map { chronology.events(agency: $0) } ?? EventSet(all: chronology.count)
    case .bookmarks:
      events = EventSet(notes.bookmarks.union(notes.texts.keys).compactMap(chronology.position(of:)).sorted())
    case .sources, .agencies, .people, .coverage, .lanes, .findings: break
    }
    if filter.isActive, events == filter.matches.events { heading.filter = filter.search.query.words }
    switch subject {
    case .list, .help, .event: break
    default: (heading.question, heading.lead) = said(of: subject)
    }
    return (events, heading)
  }

  /// A view as it is spoken: its title and each of its rows.
  private func said(of subject: Subject) -> (title: String, lead: [ExportHeading.Remark]) {
    var context = pageContext
    context.isScreenReader = true
    context.limit = 5000
    let page = Page.of(subject, in: chronology, context: context)
    let lead: [ExportHeading.Remark] = page.rows.compactMap { row in
      let kind: ExportHeading.Remark.Kind
      switch row.role {
      case .blank: return nil
      case .heading: return ExportHeading.Remark(.heading, row.text)
      case .text: kind = .text
      case .entry: kind = .entry
      }
      if case .query = row.target { return nil }
      let event: String? = if case .event(let id) = row.target?.subject { id } else { nil }
      return row.speech.isEmpty ? nil : ExportHeading.Remark(kind, row.speech, event: event)
    }
    return (page.title, lead)
  }
}
