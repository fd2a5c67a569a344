internal import EDTF
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
    page.rows += AnswerRows(asking: asking, agency: agency, events: rows).rows
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
}

/// Warnings and letters, each with what answered it.
private struct AnswerRows {
  let asking: EventSet
  /// The agency asked about; nil for all.
  let agency: String?
  let events: EventRows

  private var chronology: Chronology { events.chronology }

  var rows: [Row] {
    let heading = "Warnings and letters, and what answered them"
    var rows: [Row] = [.blank, .heading(heading, spoken: "\(heading): \(tally).")]
    if asking.isEmpty {
      let name = agency.flatMap(chronology.agency).map { " to \($0.name)" } ?? ""
      rows.append(Row(.text, "The chronology has no warning or letter\(name)."))
    }
    for response in asking.prefix(events.context.limit).map({ Reply(at: $0, in: chronology) }) {
      rows.append(events.row(response.position, key: "asked:\(response.event)"))
      if response.agencies.count > 1 { rows.append(concerned(response)) }
      if response.answers.isEmpty {
        rows.append(
          Row(
            .text, [Span("  nothing in the sources answers it", Style(.uncertain))],
            spoken: "Nothing in the sources answers it.", key: "unanswered:\(response.event)"))
      }
      rows += response.answers.prefix(events.context.limit).map { row($0, to: response) }
    }
    let left = asking.count - min(asking.count, events.context.limit)
    return rows + Row.more(left, "warning or letter", "warnings and letters")
  }

  /// "3, 1 with a disputed answer, 2 without an answer".
  private var tally: String {
    if asking.isEmpty { return "none" }
    let tally = Reply.Tally(asking, by: agency, in: chronology)
    let parts = [
      (tally.answered, "answered"), (tally.disputed, "with a disputed answer"),
      (tally.byOthers, "answered by another alone"), (tally.open, "without an answer"),
    ]
    let said = parts.filter { $0.0 > 0 }.map { "\(Speech.digits($0.0)) \($0.1)" }
    return ([Speech.digits(asking.count)] + said).joined(separator: ", ")
  }

  /// The maximum number of names in a sentence that is spoken.
  private static let mostNames = 20

  private func concerned(_ response: Reply) -> Row {
    let shown = response.agencies.prefix(Self.mostNames).map { chronology.agency($0)?.name ?? $0 }
    let more = response.agencies.count - shown.count
    let names = Wording.list(more > 0 ? shown + ["\(Speech.digits(more)) more"] : shown)
    return Row(
      .text, [Span("  concerns \(names)", .dim)], spoken: "It concerns \(names).", key: "concerns:\(response.event)")
  }

  private func row(_ answer: Reply.Answer, to response: Reply) -> Row {
    let isOwn = answer.isOf(agency.map { [$0] } ?? response.agencies)
    let how = [isOwn ? "answered" : "answered by another", answer.isDisputed ? "disputed" : "", answer.later]
    let said = how.filter { !$0.isEmpty }.joined(separator: ", ")
    var row = events.row(
      answer.position, indent: 2, says: said, key: "answer:\(response.event):\(answer.event)")
    row.append(Span("  \(said)", .dim))
    return row
  }
}
