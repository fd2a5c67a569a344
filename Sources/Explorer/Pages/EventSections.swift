internal import EDTF
internal import Timeline

/// The rows about one event, for the full page and for the pane.
struct EventSections {
  struct Section {
    var title: String
    var spoken: String
    var rows: [Row]
  }

  let event: Event
  let position: Int
  let chronology: Chronology
  let context: PageContext

  init(_ event: Event, _ position: Int, in chronology: Chronology, context: PageContext) {
    self.event = event
    self.position = position
    self.chronology = chronology
    self.context = context
  }

  var isDisputed: Bool { chronology.disputed.contains(position) }

  /// The date and how it is known, the public record, the summary, the reading adopted.
  var about: [Row] {
    var rows = [date] + records
    if !event.summary.isEmpty {
      rows.append(
        Row(
          .text, Span.marked(event.summary, by: context.query), spoken: event.summary.sentence,
          key: "summary"))
    }
    if isDisputed {
      let text = event.reading.map { "The sources disagree. \($0)" } ?? "The sources disagree."
      rows.append(
        Row(
          .text, [Span("Disputed", Style(.disputed)), Span(". \(text)")], spoken: "Disputed. " + text.sentence,
          key: "reading"))
    } else if let reading = event.reading {
      rows.append(
        Row(.text, [Span("Reading: ", .dim), Span(reading)], spoken: "Reading: " + reading.sentence, key: "reading"))
    }
    return rows + kept
  }

  /// The reader's own bookmark and note.
  private var kept: [Row] {
    var rows: [Row] = []
    if context.notes.bookmarks.contains(event.id) {
      rows.append(Row(.text, [Span("Bookmarked", .dim)], spoken: "Bookmarked.", key: "bookmark"))
    }
    if let note = context.notes.texts[event.id] {
      rows.append(
        Row(.text, [Span("Your note: ", .dim), Span(note)], spoken: "Your note: \(note.sentence)", key: "note"))
    }
    return rows
  }

  /// In the order of their link numbers.
  var sections: [Section] {
    [
      section("Sources", Speech.count(event.citations.count, "citation"), citations(isBrief: false)),
      section("Linked events", Speech.count(links.count, "linked event"), links),
      section("Known to", "Who came to know of it: \(event.known.count)", knowledge.map(\.alone)),
      section("Agencies", Speech.count(event.agencies.count, "agency", "agencies"), agencies),
      section("People", Speech.count(event.people.count, "person", "people"), people),
    ]
  }

  private func section(_ title: String, _ count: String, _ rows: [Row]) -> Section {
    Section(title: title, spoken: count.capitalised.sentence, rows: rows)
  }

  private var date: Row {
    let basis = event.dating.basis.rawValue
    var spans = [Span(event.date.words, Style(event.date.isVague ? .uncertain : .plain, weight: .bold))]
    spans.append(Span(" (\(basis))"))
    if let reason = event.dating.reason { spans.append(Span(" \(reason)", .dim)) }
    return Row(
      .text, spans,
      spoken: Speech.sentences(["Date: \(event.date.words), \(basis)", event.dating.reason ?? ""]), key: "date")
  }

  private var records: [Row] {
    PublicRecord.of(event, in: chronology).map { record in
      let differs = record.agrees ? "" : ", which differs"
      return Row(
        .text, [Span("public record: \(record.date.words)\(differs)"), Span("  \(record.source.title)", .dim)],
        spoken: Speech.sentences(["Public record: \(record.date.words)\(differs)", record.source.title]),
        key: "record:\(record.number)")
    }
  }

  /// Who came to know of it, and when.
  var knowledge: [Row] {
    event.known.prefix(context.limit).enumerated().map { index, one in
      let who = one.agency.map { chronology.agency($0)?.name ?? $0 } ?? "the public"
      let text = "\(who): \(one.date.words), \(one.how)"
      return Row(
        .text, [Span("Known to ", .dim), Span(text)], spoken: "Known to \(text)".sentence,
        key: "known:\(index)")
    } + Row.more(event.known.count - min(event.known.count, context.limit), "report")
  }

  /// Where it is and what it says about the event; below, its caveat, and the passage if its text is available.
  /// - Parameter isBrief: one line each, without what the post says there.
  func citations(isBrief: Bool) -> [Row] {
    let isBrief = isBrief || context.isBrief
    let shown = min(event.citations.count, context.limit)
    let rows = event.citations.prefix(context.limit).enumerated().flatMap { index, citation in
      let words = CitationWords(citation, in: chronology)
      var row = Row(
        .entry, [Span(words.place), Span("  \(words.isRecord ? "public record: " : "")\(words.stance)", words.style)],
        target: words.target, key: "citation:\(index)")
      var spoken = [words.spokenPlace, words.stance]
      var below: [Row] = []
      if !isBrief {
        let passage = context.evidence?.passage(citation: index + 1, of: position)
        // Without a passage the outline's line is shown instead; a note takes precedence over either.
        let note = citation.note ?? (passage == nil ? words.gist : "")
        let texts = [note, passage ?? ""].filter { !$0.isEmpty }
        if context.splitsCitations {
          below = texts.enumerated().map { number, text in
            Row(.text, text, spoken: text.sentence, key: "citation:\(index):\(number)")
          }
        } else {
          if !note.isEmpty { row.below.append([Span(note, .dim)]) }
          if let passage { row.below.append([Span("“\(passage)”")]) }
          spoken += texts
        }
      }
      row.spoken = Speech.sentences(spoken)
      return [row] + below
    }
    return rows + Row.more(event.citations.count - shown, "citation")
  }

  /// In both directions: first the events that it names, then those that name it.
  var links: [Row] {
    let own = event.links.prefix(context.limit).map { link in row(relation: link.relation, to: link.to) }
    let others = chronology.linkCount(to: event.id)
    let back = chronology.linksTo(event.id, first: context.limit).map { other in
      row(relation: Link.inverse(of: other.relation), chronology.event(at: other.position))
    }
    return own + Row.more(event.links.count - own.count, "linked event") + back
      + Row.more(others - min(others, context.limit), "event that links here", "events that link here")
  }

  private func row(relation: String, to id: String) -> Row {
    if let position = chronology.position(of: id) { return row(relation: relation, chronology.event(at: position)) }
    return Row(.text, "\(relation): \(id), which this chronology does not have")
  }

  private func row(relation: String, _ other: Event) -> Row {
    let date = context.isScreenReader ? other.date.words : other.date.short()
    return Row(
      .entry, [Span("\(relation): ", .dim), Span(other.title), Span(", \(date)")], target: .event(other.id),
      spoken: Speech.sentences(["\(relation): \(other.title)", other.date.words]), key: "\(relation):\(other.id)")
  }

  private var agencies: [Row] {
    let names = EventRows(chronology: chronology, context: context)
    return event.agencies.prefix(context.limit).map { id in
      let agency = chronology.agency(id)
      return Row(
        .entry, [names.agencyName(id, isShort: false)], target: agency.map { .agency($0.id) },
        spoken: Speech.sentences([agency?.name ?? id, agency?.kind ?? ""]), key: "agency:\(id)")
    } + Row.more(event.agencies.count - min(event.agencies.count, context.limit), "agency", "agencies")
  }

  private var people: [Row] {
    event.people.prefix(context.limit).map { id in
      let person = chronology.person(id)
      let role = person?.role.map { [Span("  \($0)", .dim)] } ?? []
      return Row(
        .entry, [Span(person?.name ?? id)] + role, target: person.map { .person($0.id) },
        spoken: Speech.sentences([person?.name ?? id, person?.role ?? ""]), key: "person:\(id)")
    } + Row.more(event.people.count - min(event.people.count, context.limit), "person", "people")
  }
}

extension Row {
  /// The row under a heading made of its first words.
  fileprivate var alone: Row {
    var row = self
    row.spans.removeFirst()
    if !row.spans.isEmpty { row.spans[0].text = row.spans[0].text.capitalised }
    return row
  }
}
