internal import Timeline

/// A source whose text is available: the paragraphs' own words, with cited passages underlined and numbered, and the
/// one from whose citation the reader came reversed.
struct SourceTextRows {
  let text: SourceText
  let events: EventRows
  /// A citation of the passage that the reader came to see.
  let wanted: Proof.Entry?

  init(_ text: SourceText, _ events: EventRows, wanted: Proof.Entry?) {
    self.text = text
    self.events = events
    self.wanted = wanted
  }

  func rows(proof: Proof) -> [Row] {
    text.paragraphs.flatMap { paragraph in
      [row(paragraph)]
        + paragraph.marks.flatMap { mark in
          mark.supports.prefix(events.context.limit).map {
            events.restingRow($0.position, paragraph: paragraph.number, passage: mark.number)
          }
        }
    } + missing(proof)
  }

  private func row(_ paragraph: SourceText.Paragraph) -> Row {
    let characters = Array(paragraph.text)
    let sought = paragraph.marks.first { mark in
      mark.supports.contains { $0.position == wanted?.position && $0.number == wanted?.number }
    }
    var spans: [Span] = []
    for run in paragraph.runs {
      let range = run.range.clamped(to: 0..<characters.count)
      spans.append(Span(String(characters[range]), style(run, sought)))
      // Spoken, a mark would be run together with the word before it; the passages are listed below with their
      // numbers.
      for mark in paragraph.marks where !events.context.isScreenReader && mark.range.upperBound == run.range.upperBound
      {
        spans.append(Span(" [\(mark.number)]", Style(.accent)))
      }
    }
    if spans.isEmpty { spans = [Span(paragraph.text)] }
    return Row(
      .text, label: "\(paragraph.number)", spans,
      spoken: Speech.sentences(["Paragraph \(paragraph.number)", paragraph.text]), key: "paragraph:\(paragraph.number)")
  }

  private func style(_ run: SourceText.Run, _ sought: SourceText.Mark?) -> Style {
    if let sought, run.marks.contains(sought.number) { return Style(weight: .bold, isReversed: true) }
    return Style(isUnderlined: !run.marks.isEmpty)
  }

  /// Events whose passages are not in the text.
  private func missing(_ proof: Proof) -> [Row] {
    let lost = proof.entries(source: text.source.id).filter { $0.place == nil }
    guard !lost.isEmpty else { return [] }
    let count = Speech.count(lost.count, "citation")
    let heading = "\(count.capitalised) whose passage this text does not show"
    return [.blank, .heading(heading, spoken: heading.sentence)]
      + Row.capped(
        lost.prefix(events.context.limit).map { entry in
          events.row(entry.position, key: "missing:\(entry.position):\(entry.number)")
        }, at: events.context.limit, "citation", of: lost.count)
  }
}
