internal import Timeline

/// Who says so: each cited passage of an event in its paragraph, if the posts are available.
enum PassagesPane {
  static func page(_ position: Int, in chronology: Chronology, context: PageContext) -> Page {
    let event = chronology.event(at: position)
    var rows: [Row] = []
    for (index, citation) in event.citations.prefix(9).enumerated() {
      let words = CitationWords(citation, in: chronology)
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(
        Row(
          .text,
          [Span("\(index + 1) ", Style(.accent)), Span(words.place, .bold), Span("  \(words.stance)", words.style)]))
      rows[rows.count - 1].hang = 2
      if let note = citation.note { rows.append(below("Note: \(note)")) }
      if let paragraph = context.evidence?.paragraph(citation: index + 1, of: position) {
        rows.append(Row(.text, spans(of: paragraph)))
      } else {
        rows.append(below(words.isRecord ? "A public record, not a post." : "Its text is not at hand."))
      }
    }
    if rows.isEmpty { rows.append(below("No source is cited.")) }
    return Page(title: "Who says so", rows: rows).brief.harmless
  }

  private static func below(_ text: String) -> Row { Row(.text, [Span(text, .dim)]) }

  /// The paragraph with its cited passage underlined.
  private static func spans(of paragraph: SourceText.Paragraph) -> [Span] {
    let characters = Array(paragraph.text)
    return paragraph.runs.map { run in
      let text = String(characters[run.range.clamped(to: 0..<characters.count)])
      return Span(text, run.marks.isEmpty ? .dim : Style(isUnderlined: true))
    }
  }
}
