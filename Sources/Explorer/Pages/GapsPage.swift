internal import Timeline

/// The longest silences, and what answered each warning and letter.
enum GapsPage {
  static func page(of agency: String?, in chronology: Chronology, context: PageContext) -> Page {
    let name: String?
    if let agency {
      guard let known = chronology.agency(agency) else { return .missing("agency", agency) }
      name = known.name
    } else {
      name = nil
    }
    let events = agency.map { chronology.events(agency: $0) } ?? EventSet(all: chronology.count)
    let rows = EventRows(chronology: chronology, context: context)
    let gaps = Gaps(in: chronology, among: events)
    let asking = Reply.asking(in: chronology, agency: agency)
    let asked = Speech.count(asking.count, "warning or letter", "warnings and letters")
    var page = Page(
      title: name.map { "Silences of \($0)" } ?? "Silences and answers",
      status: "\(Speech.count(gaps.gaps.count, "silence")), \(asked)")
    page.rows = silences(gaps, rows)
    page.rows += AnswerRows(asking: asking, events: rows).rows
    if agency == nil { page.rows += others(chronology) }
    return page
  }

  private static func silences(_ gaps: Gaps, _ events: EventRows) -> [Row] {
    var rows: [Row] = [.heading("The longest silences", spoken: silenceCount(gaps.gaps.count))]
    for (number, gap) in gaps.gaps.enumerated() {
      let length = "\(gap.length.capitalised) without an event"
      rows.append(Row(.text, [Span(length, .bold), possible(gap)].compactMap { $0 }, key: "gap:\(number)"))
      rows.append(events.row(gap.before, indent: 2, says: "After", key: "gap:\(number):before"))
      rows.append(events.row(gap.after, indent: 2, says: "Until", key: "gap:\(number):after"))
    }
    if gaps.gaps.isEmpty { rows.append(Row(.text, "No two events are certainly apart.")) }
    if gaps.unplaced > 0 {
      let count = Speech.count(gaps.unplaced, "event")
      rows.append(Row(.text, "\(count) could not be placed, for want of a date.", key: "unplaced"))
    }
    return rows
  }

  private static func silenceCount(_ count: Int) -> String {
    Speech.sentences(["The longest silences: \(count)"])
  }

  private static func possible(_ gap: Gap) -> Span? {
    guard gap.possible > 0 else { return nil }
    return Span("; \(Speech.count(gap.possible, "event")) may fall in it", Style(.uncertain))
  }

  /// Ways on to the silences of each agency that has any.
  private static func others(_ chronology: Chronology) -> [Row] {
    let agencies = chronology.agencies.filter { chronology.positions(agency: $0.id).count > 1 }
    guard !agencies.isEmpty else { return [] }
    let rows = agencies.prefix(Page.limit).map { agency in
      Row(
        .entry, agency.name, target: .view(.gaps(agency: agency.id)), spoken: "The silences of \(agency.name).",
        key: "agency:\(agency.id)")
    }
    return [.blank, .heading("By agency", spoken: "By agency: \(agencies.count).")]
      + Row.capped(Array(rows), "agency", "agencies", of: agencies.count)
  }
}

/// Warnings and letters, each with what answered it.
private struct AnswerRows {
  let asking: EventSet
  let events: EventRows

  var rows: [Row] {
    let heading = "Warnings and letters, and what answered them"
    let open = asking.subtracting(events.chronology.answered).count
    let answered = open == 0 ? "all answered" : "\(open) without an answer"
    let said = asking.isEmpty ? "none" : "\(asking.count), \(answered)"
    var rows: [Row] = [.blank, .heading(heading, spoken: "\(heading): \(said).")]
    if asking.isEmpty { rows.append(Row(.text, "The chronology has no warning and no letter.")) }
    for response in asking.prefix(Page.limit).map({ Reply(at: $0, in: events.chronology) }) {
      rows.append(events.row(response.position, key: "asked:\(response.event)"))
      if response.answers.isEmpty {
        rows.append(
          Row(
            .text, [Span("  nothing in the sources answers it", Style(.uncertain))],
            spoken: "Nothing in the sources answers it.", key: "unanswered:\(response.event)"))
      }
      for answer in response.answers.prefix(Page.limit) {
        let isDisputed = events.chronology.event(at: answer.position).isDisputed
        let answered = isDisputed ? "answered, by a disputed account," : "answered"
        let after = answer.after.map { "\(answered) after \($0)" } ?? "\(answered), nobody knows how long after"
        var row = events.row(
          answer.position, indent: 2, says: after, key: "answer:\(response.event):\(answer.event)")
        row.spans.append(Span("  \(after)", .dim))
        rows.append(row)
      }
    }
    let left = asking.count - min(asking.count, Page.limit)
    return rows + Row.more(left, "warning or letter", "warnings and letters")
  }
}
