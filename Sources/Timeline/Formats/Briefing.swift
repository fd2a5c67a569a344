internal import EDTF

/// Events to read or to print: each with how its date is known, what it rests on and who was told, followed by the
/// sources with what rests on each.
struct Briefing<Document: Markup>: EventWriter {
  private let export: Export
  private let document: Document
  /// The maximum number of entries of each list of an event, before a line that says how many more there are.
  private let most: Int
  private var year: Year?
  private var linksLeftOut = 0

  private var chronology: Chronology { export.chronology }

  init(_ export: Export, _ document: Document, most: Int = .max) {
    self.export = export
    self.document = document
    self.most = most
  }

  var losses: [Loss] {
    [
      Loss("the place of each passage in its text beyond the paragraph, and its digest"),
      Loss("links to events not among these, except as titles", linksLeftOut),
      Loss("the words of passages: --posts DIR quotes them", export.passage == nil ? nil : 0),
    ]
  }

  mutating func begin() {
    let heading = export.heading
    var about: [String] = []
    if let question = heading.question { about.append(question.sentence) }
    let count = export.events.count
    about.append(
      (heading.filter.map { "Events shown: \($0). " } ?? "")
        + (export.isWhole ? "All \(count) events." : "\(count) of \(chronology.count) events."))
    if let description = chronology.description { about.append(description) }
    if let data = heading.data { about.append("Data: \(data).") }
    document.begin(title: chronology.title, about: about, contents: contents)
    lead()
    document.heading(2, "Events", at: .part("events"))
    if export.events.isEmpty { document.paragraph([.text("None.")]) }
  }

  mutating func event(at position: Int) {
    let year = year(of: position)
    if self.year != year {
      self.year = year
      document.heading(3, year.words, at: year.anchor)
    }
    entry(at: position)
  }

  mutating func entry(at position: Int) {
    let event = chronology.event(at: position)
    document.beginEntry(.event(event.id))
    document.heading(4, "\(event.date.words.capitalised): \(event.title)", at: .event(event.id))
    account(of: event)
    citations(of: event, at: position)
    knowledge(of: event)
    links(of: event)
    document.endEntry()
  }

  mutating func end() {
    document.heading(2, "Sources", at: .part("sources"))
    let sources = export.sources
    if sources.isEmpty { document.paragraph([.text("None.")]) }
    for source in sources { self.source(source) }
    document.end("Dates are only as precise as the sources allow. An allegation is its source’s, not a finding.")
  }

  // MARK: Before the events

  private func lead() {
    guard let question = export.heading.question, !export.heading.lead.isEmpty else { return }
    document.heading(2, question, at: .part("question"))
    var entries: [[Inline]] = []
    func endList() {
      if !entries.isEmpty { document.list(entries) }
      entries = []
    }
    for (number, remark) in export.heading.lead.enumerated() {
      let part: Inline =
        if let id = remark.event, chronology.position(of: id).map(export.events.contains) == true {
          .link(remark.text, to: .event(id))
        } else {
          .text(remark.text)
        }
      if remark.kind == .entry {
        entries.append([part])
        continue
      }
      endList()
      if remark.kind == .heading {
        document.heading(3, remark.text, at: .part("question-\(number)"))
      } else {
        document.paragraph([part])
      }
    }
    endList()
  }

  /// The years are known from the index, before any event is read.
  private var contents: [(title: String, anchor: Anchor)] {
    var contents: [(title: String, anchor: Anchor)] = []
    var last: Year?
    for position in export.events {
      let year = year(of: position)
      if year == last { continue }
      last = year
      contents.append((year.words, year.anchor))
      if contents.count > 300 { return [("Events", .part("events")), ("Sources", .part("sources"))] }
    }
    return contents + [("Sources", .part("sources"))]
  }

  /// What the events are grouped by: the year by which an event is sorted.
  private enum Year: Equatable {
    case unknown
    case year(Int)

    var words: String {
      switch self {
      case .unknown: "Without a known day"
      case .year(let year): year > 0 ? String(year) : "\(1 - year) BC"
      }
    }

    var anchor: Anchor {
      switch self {
      case .unknown: .part("year-unknown")
      case .year(let year): .part("year-\(year)")
      }
    }
  }

  private func year(of position: Int) -> Year {
    let place = chronology.span(at: position).place
    return place == DaySpan.nowhere ? .unknown : .year(Day(number: Int(place)).year)
  }

  // MARK: An event

  private func account(of event: Event) {
    let reason = event.dating.reason.map { ": \($0.sentence)" } ?? "."
    document.paragraph([.strong("Date:"), .text(" \(event.date.words) (\(event.dating.basis.rawValue))\(reason)")])
    for record in PublicRecord.of(event, in: chronology) {
      let differs = record.agrees ? "" : ", which differs"
      document.paragraph([
        .strong("Public record:"), .text(" \(record.date.words)\(differs): "),
        .link(record.source.title, to: .source(record.source.id)),
      ])
    }
    if !event.summary.isEmpty { document.paragraph([.strong("What happened:"), .text(" \(event.summary)")]) }
    if chronology.isDisputed(event) {
      let reading = event.reading.map { " \($0)" } ?? ""
      document.paragraph([.strong("Disputed:"), .text(" The sources disagree.\(reading)")])
    } else if let reading = event.reading {
      document.paragraph([.strong("Reading:"), .text(" \(reading)")])
    }
    if export.notes.bookmarks.contains(event.id) {
      document.paragraph([.strong("Bookmarked"), .text(" by the reader.")])
    }
    if let note = export.notes.texts[event.id] { document.paragraph([.strong("Reader’s note:"), .text(" \(note)")]) }
    parties("Agencies:", event.agencies) { chronology.agency($0)?.name ?? $0 }
    parties("People:", event.people) { id in
      guard let person = chronology.person(id) else { return id }
      return person.role.map { "\(person.name) (\($0))" } ?? person.name
    }
  }

  private func parties(_ title: String, _ ids: [String], _ name: (String) -> String) {
    if ids.isEmpty { return }
    let names = ids.prefix(most).map(name) + [more(ids.count)].compactMap(\.self)
    document.paragraph([.strong(title), .text(" " + names.joined(separator: ", "))])
  }

  /// What is said of the rest of a list; nil if it is complete.
  private func more(_ count: Int) -> String? { count > most ? "and \(Wording.grouped(count - most)) more" : nil }

  /// Below a table that is not complete.
  private func tell(_ more: String?) {
    if let more { document.paragraph([.text("\(more.capitalised).")]) }
  }

  private func citations(of event: Event, at position: Int) {
    guard !event.citations.isEmpty else { return }
    let rows: [[[Inline]]] = event.citations.prefix(most).enumerated().map { index, citation in
      let source = chronology.source(citation.source)
      let line = citation.paragraph.flatMap { source?.outlineLine($0) }
      var says: [Inline] = []
      if let quote = export.passage?(position, index + 1) { says.append(.text("“\(quote)” ")) }
      says.append(.text(citation.note ?? line?.gist ?? ""))
      return [
        [.text(String(index + 1))],
        [source.map { .link($0.title, to: .source($0.id)) } ?? .text(citation.source)],
        [.text(citation.paragraph.map { "¶\($0)" } ?? "")],
        says,
        [
          .text(
            [chronology.stance(of: citation).capitalised, line?.caveat].compactMap(\.?.sentence).joined(separator: " "))
        ],
      ]
    }
    document.table("What it rests on", ["No.", "Source", "Paragraph", "What it says there", "What that shows"], rows)
    tell(more(event.citations.count))
  }

  private func knowledge(of event: Event) {
    guard !event.known.isEmpty else { return }
    let rows: [[[Inline]]] = event.known.prefix(most).map { known in
      [
        [.text(known.agency.map { chronology.agency($0)?.name ?? $0 } ?? "The public")],
        [.text(known.date.words)], [.text(known.how)],
        [.text(known.citation.map { "No. \($0)" } ?? "")],
      ]
    }
    document.table("Who was told", ["Who", "When", "How", "Which says so"], rows)
    tell(more(event.known.count))
  }

  private mutating func links(of event: Event) {
    var items: [[Inline]] = event.links.prefix(most).map { link in item(link.relation, to: link.to) }
    if let more = more(event.links.count) { items.append([.text("\(more.capitalised) linked events")]) }
    for (position, relation) in chronology.linksTo(event.id, first: most) {
      items.append(item(Link.inverse(of: relation), to: chronology.id(at: position)))
    }
    if let more = more(chronology.linkCount(to: event.id)) {
      items.append([.text("\(more.capitalised) events that link here")])
    }
    if !items.isEmpty { document.list(items) }
  }

  private mutating func item(_ relation: String, to id: String) -> [Inline] {
    guard let position = chronology.position(of: id) else { return [.text("\(relation.capitalised): \(id)")] }
    let heading = chronology.heading(at: position)
    let text = "\(heading.title), \(heading.date.words)"
    if export.events.contains(position) { return [.text("\(relation.capitalised): "), .link(text, to: .event(id))] }
    linksLeftOut += 1
    return [.text("\(relation.capitalised): \(text)")]
  }

  // MARK: A source

  private func source(_ source: Source) {
    document.beginEntry(.source(source.id))
    document.heading(3, source.title, at: .source(source.id))
    var facts = [source.kind == .post ? "A post" : chronology.hasPosts ? "A public record" : "A record"]
    if let author = source.author { facts.append("by \(author)") }
    if let publisher = source.publisher { facts.append(publisher) }
    if let date = source.date { facts.append(date.words) }
    document.paragraph([.text(facts.joined(separator: ", ").sentence)])
    if let url = source.url { document.paragraph([.strong("Address:"), .text(" "), .address(url, url: url)]) }
    rows(of: source)
    document.endEntry()
  }

  /// What rests on a source, in time order: in tables of at most some thousand rows, so that a source cited by a
  /// million events can be streamed.
  private func rows(of source: Source) {
    var rows: [(paragraph: Int, cells: [[Inline]])] = []
    func flush() {
      guard !rows.isEmpty else { return }
      rows.sort { $0.paragraph < $1.paragraph }
      document.table("What rests on it", ["Paragraph", "What it says there", "Event"], rows.map(\.cells))
      rows = []
    }
    for position in chronology.positions(source: source.id).among(export.events) {
      let event = chronology.event(at: Int(position))
      for citation in event.citations where citation.source == source.id {
        let gist = citation.note ?? citation.paragraph.flatMap { source.outlineLine($0)?.gist } ?? ""
        rows.append(
          (
            citation.paragraph ?? 0,
            [
              [.text(citation.paragraph.map { "¶\($0)" } ?? "All of it")], [.text(gist)],
              [.link("\(event.date.words.capitalised): \(event.title)", to: .event(event.id))],
            ]
          ))
      }
      if rows.count >= 4096 { flush() }
    }
    flush()
  }
}
