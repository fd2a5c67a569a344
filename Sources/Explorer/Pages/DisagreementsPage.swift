internal import EDTF
internal import Timeline

/// Every event about which the sources cannot all be right: each side, and the reading adopted.
enum DisagreementsPage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let all = chronology.disputed
    var rows: [Row] = []
    for disagreement in all.prefix(context.limit).compactMap({ Disagreement(at: $0, in: chronology) }) {
      if !rows.isEmpty { rows.append(.blank) }
      rows += DisagreementRows(disagreement, in: chronology, context: context).rows
    }
    if all.isEmpty { rows.append(Row(.text, "No source contradicts another.")) }
    rows += Row.more(all.count - min(all.count, context.limit), "disputed event")
    return Page(
      title: "Disagreements", status: Speech.count(all.count, "disputed event"), rows: rows)
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
      if !context.isScreenReader { rows += sideBySide(dispute) }
      rows += dispute.sides.prefix(context.limit).flatMap { side(dispute, $0) }
      rows += Row.more(dispute.sides.count - min(dispute.sides.count, context.limit), "side")
    }
    let records = disagreement.records
    rows += records.prefix(context.limit).compactMap { citation($0, of: "record", says: "Public record") }
    rows += Row.more(records.count - min(records.count, context.limit), "public record")
    if let reading = disagreement.reading {
      rows.append(
        Row(
          .text, [Span("Why: ", .dim), Span(reading)], spoken: "Why: \(reading)".sentence, key: "\(event.id):why"))
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
      .entry, [Span("\(event.title): \(question)", .bold), Span("  \(adopted)", .dim)], target: .event(event.id),
      spoken: Speech.sentences(["\(event.title): \(question)", adopted]), key: "event:\(event.id)")
  }

  // MARK: On the screen

  /// What each side says, in columns: its date or account beside its passages.
  private func sideBySide(_ dispute: Disagreement.Dispute) -> [Row] {
    let sides = Array(dispute.sides.prefix(Self.most))
    guard sides.count > 1 else { return [] }
    var lines = [sides.map { head(of: $0, dispute.question) }]
    for line in 0..<(sides.map(\.citations.count).max() ?? 0) where line < Self.mostPassages {
      lines.append(sides.map { $0.citations.indices.contains(line) ? passage($0.citations[line]) : [Span("")] })
    }
    return lines.map { cells in
      var row = Row(cells: cells.map { ($0, nil) }, spoken: "")
      row.role = .blank
      return row
    }
  }

  private func head(of side: Disagreement.Side, _ question: Disagreement.Question) -> [Span] {
    let claim = question == .date ? side.date?.words.capitalised ?? "Not then" : side.denies ? "Not so" : "So"
    let verdict = Span("  \(stand(of: side))")
    return side.citations.isEmpty
      ? [Span(claim, .bold), verdict, Span("  no passage says it", .dim)] : [Span(claim, .bold), verdict]
  }

  /// A date within the adopted one does not contradict it, but another date within it.
  private func stand(of side: Disagreement.Side) -> String {
    if side.isAdopted { return "adopted" }
    return side.date?.bounds.canAgree(with: event.date.bounds) == true ? "inside it" : "against it"
  }

  /// The words of the passage; without its text, its caveat, or how it bears on the question.
  private func passage(_ number: Int) -> [Span] {
    guard event.citations.indices.contains(number - 1) else { return [Span("")] }
    if let passage = context.evidence?.passage(citation: number, of: disagreement.position) {
      return [Span("“\(passage)”")]
    }
    let citation = event.citations[number - 1]
    return [Span(citation.note ?? CitationWords(citation, in: chronology).stance.capitalised)]
  }

  /// Any further sides, and passages of a side, appear only in the list of who says so.
  private static let most = 3
  private static let mostPassages = 3

  // MARK: Who says so

  private func side(_ dispute: Disagreement.Dispute, _ side: Disagreement.Side) -> [Row] {
    let words = dispute.question == .date ? side.date?.words ?? "not then" : nil
    let says = stand(of: side).capitalised + (words.map { ": \($0)" } ?? "")
    if side.citations.isEmpty {
      guard context.isScreenReader else { return [] }
      let text = "no passage \(dispute.question == .date ? "gives this date" : "says so")"
      return [
        Row(.text, [Span(text, .dim)], spoken: Speech.sentences([says, text]), key: "\(event.id):\(says)")
      ]
    }
    return side.citations.prefix(context.limit).compactMap { citation($0, of: "\(dispute.question)", says: says) }
      + Row.more(side.citations.count - min(side.citations.count, context.limit), "passage")
  }

  private func citation(_ number: Int, of question: String, says: String) -> Row? {
    guard event.citations.indices.contains(number - 1) else { return nil }
    let words = CitationWords(event.citations[number - 1], in: chronology)
    let passage = context.evidence?.passage(citation: number, of: disagreement.position)
    return Row(
      .entry, [Span(words.place), Span("  \(words.stance)", .dim)], target: words.target,
      spoken: Speech.sentences([says, words.spokenPlace, words.stance, passage ?? words.gist]),
      key: "\(event.id):\(question) \(number)")
  }
}
