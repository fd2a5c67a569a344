internal import Timeline

/// A source with its text at hand: the paragraphs' own words, cited passages underlined and numbered.
struct SourceTextRows {
  let text: SourceText
  let events: EventRows

  init(_ text: SourceText, _ events: EventRows) {
    self.text = text
    self.events = events
  }

  func rows(proof: Proof) -> [Row] {
    text.paragraphs.flatMap { paragraph in
      [row(paragraph)]
        + paragraph.marks.flatMap { mark in
          mark.supports.prefix(Page.limit).map {
            events.restingRow($0.position, paragraph: paragraph.number, passage: mark.number)
          }
        }
    } + missing(proof)
  }

  private func row(_ paragraph: SourceText.Paragraph) -> Row {
    let characters = Array(paragraph.text)
    var spans: [Span] = []
    for run in paragraph.runs {
      let range = run.range.clamped(to: 0..<characters.count)
      spans.append(Span(String(characters[range]), Style(isUnderlined: !run.marks.isEmpty)))
      for mark in paragraph.marks where mark.range.upperBound == run.range.upperBound {
        spans.append(Span("[\(mark.number)]", Style(.accent)))
      }
    }
    if spans.isEmpty { spans = [Span(paragraph.text)] }
    return Row(
      .text, label: "\(paragraph.number)", spans,
      spoken: Speech.sentences(["Paragraph \(paragraph.number)", paragraph.text]), key: "paragraph:\(paragraph.number)")
  }

  /// Events whose passages the text does not show.
  private func missing(_ proof: Proof) -> [Row] {
    let lost = proof.entries(source: text.source.id).filter { $0.place == nil }
    guard !lost.isEmpty else { return [] }
    let count = Speech.count(lost.count, "citation")
    let heading = "\(count.capitalised) whose passage this text does not show"
    return [.blank, .heading(heading, spoken: heading.sentence)]
      + Row.capped(
        lost.prefix(Page.limit).map { entry in
          events.row(entry.position, key: "missing:\(entry.position):\(entry.number)")
        }, "citation", of: lost.count)
  }
}
