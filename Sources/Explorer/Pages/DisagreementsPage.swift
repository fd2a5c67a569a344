internal import EDTF
internal import Timeline

/// Every event on which the sources cannot all be right: each side, and the reading adopted.
enum DisagreementsPage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let all = chronology.disputed
    var rows: [Row] = []
    for disagreement in all.prefix(Page.limit).compactMap({ Disagreement(at: $0, in: chronology) }) {
      if !rows.isEmpty { rows.append(.blank) }
      rows += DisagreementRows(disagreement, in: chronology, context: context).rows
    }
    if all.isEmpty { rows.append(Row(.text, "No source contradicts another.")) }
    rows += Row.more(all.count - min(all.count, Page.limit), "disputed event")
    return Page(
      title: "Disagreements", status: Speech.count(all.count, "disputed event"), rows: rows,
      labelWidth: context.isScreenReader ? 0 : 16)
  }
}

/// The rows of one disputed event.
struct DisagreementRows {
  let disagreement: Disagreement
  let chronology: Chronology
  let context: PageContext

  init(_ disagreement: Disagreement, in chronology: Chronology, context: PageContext) {
    self.disagreement = disagreement
    self.chronology = chronology
    self.context = context
  }

  private var event: Event { disagreement.event }

  var rows: [Row] {
    var rows = [heading]
    for (number, dispute) in disagreement.disputes.enumerated() {
      if disagreement.disputes.count > 1 {
        let question = dispute.question == .date ? "When" : "Whether, and how"
        rows.append(
          Row(
            .text, [Span("\(question):", .dim)], spoken: "\(question).", key: "\(event.id):question \(number)"))
      }
      rows += dispute.sides.flatMap { side(dispute, $0) }
    }
    rows += disagreement.records.compactMap { citation($0, of: "record", label: "record", says: "Public record") }
    if let reading = disagreement.reading {
      rows.append(Row(.text, label: label("why"), reading, spoken: "Why: \(reading)".sentence, key: "\(event.id):why"))
    }
    return rows
  }

  /// "Victoria Climbié dies: when?  adopted: 2000".
  private var heading: Row {
    let isDate = disagreement.disputes.contains { $0.question == .date }
    let isFact = disagreement.disputes.contains { $0.question == .fact }
    let question = isDate && isFact ? "whether, and when?" : isDate ? "when?" : "did it happen so?"
    let adopted = isDate ? "adopted: \(event.date.words)" : event.date.words
    return Row(
      .entry, [Span("\(event.title): \(question)", .bold), Span("  \(adopted)")], target: .event(event.id),
      spoken: Speech.sentences(["\(event.title): \(question)", adopted]), key: "event:\(event.id)")
  }

  private func side(_ dispute: Disagreement.Dispute, _ side: Disagreement.Side) -> [Row] {
    let label: String
    let words: String?
    switch dispute.question {
    case .date:
      label = side.date?.short ?? "not then"
      words = side.date?.words ?? "not then"
    case .fact:
      label = side.denies ? "against" : "for"
      words = nil
    }
    let says = (side.isAdopted ? "Adopted" : "Against it") + (words.map { ": \($0)" } ?? "")
    if side.citations.isEmpty {
      let text = "no passage \(dispute.question == .date ? "gives this date" : "says so")"
      return [
        Row(
          .text, label: self.label(label), [Span(text, .dim)], spoken: Speech.sentences([says, text]),
          key: "\(event.id):\(dispute.question) \(label)")
      ]
    }
    return side.citations.prefix(Page.limit).enumerated().compactMap { index, number in
      citation(
        number, of: "\(dispute.question)", label: index == 0 ? label : "", says: says, isAdopted: side.isAdopted)
    } + Row.more(side.citations.count - min(side.citations.count, Page.limit), "passage")
  }

  private func citation(
    _ number: Int, of question: String, label: String, says: String, isAdopted: Bool = true
  ) -> Row? {
    guard event.citations.indices.contains(number - 1) else { return nil }
    let words = CitationWords(event.citations[number - 1], in: chronology)
    var spans = [Span(words.place), Span("  \(words.stance)", isAdopted ? .plain : Style(.disputed))]
    if !words.gist.isEmpty { spans.append(Span(".  \(words.gist)", .dim)) }
    return Row(
      .entry, label: self.label(label), spans, target: words.target,
      spoken: Speech.sentences([says, words.spokenPlace, words.stance, words.gist]),
      key: "\(event.id):\(question) \(number)")
  }

  /// No label stands before a row that is to be heard.
  private func label(_ text: String) -> String { context.isScreenReader || text.isEmpty ? "" : text }
}
