internal import Timeline

/// A source without its text: the outline, line by line, in the chronology's own words.
struct OutlineRows {
  let use: SourceUse
  let events: EventRows

  var rows: [Row] {
    use.paragraphs.flatMap { paragraph in
      [row(paragraph)]
        + paragraph.events.prefix(events.context.limit).map { events.restingRow($0, paragraph: paragraph.number) }
    }
  }

  private func row(_ paragraph: SourceUse.ParagraphUse) -> Row {
    let number = paragraph.number
    let gist = paragraph.outline?.gist ?? ""
    var said = ["Paragraph \(number)"]
    var text = gist.isEmpty ? "not in the outline" : gist
    if let speaker = paragraph.outline?.speaker { text = "\(speaker): \(text)" }
    switch paragraph.outline?.part {
    case .comment:
      said.append(paragraph.outline?.speaker.map { "Comment by \($0)" } ?? "Comment")
      if paragraph.outline?.speaker == nil { text = "Comment: \(text)" }
    case .quotation:
      said.append(paragraph.outline?.speaker.map { "Quotation, \($0)" } ?? "Quotation")
      if paragraph.outline?.speaker == nil { text = "Quotation: \(text)" }
    case .heading: said.append("Heading")
    case .furniture: said.append("Not part of the text")
    case .text: said.append(paragraph.outline?.speaker ?? "")
    case nil: break
    }
    said.append(gist.isEmpty ? "Not in the outline" : gist)
    return Row(
      .text, label: "\(number)", [Span(text, style(paragraph.outline?.part))], spoken: Speech.sentences(said),
      key: "paragraph:\(number)")
  }

  private func style(_ part: OutlineLine.Part?) -> Style {
    switch part {
    case .heading: .bold
    case .furniture, nil: .dim
    case .text, .quotation, .comment: .plain
    }
  }
}

extension EventRows {
  /// An event under the paragraph on which it rests.
  /// - Parameter passage: the number of the cited passage, if the text marks it.
  func restingRow(_ position: Int, paragraph: Int, passage: Int? = nil) -> Row {
    row(
      position, mark: passage.map { "[\($0)] " } ?? "", says: passage.map { "Passage \($0)" } ?? "Event",
      hasAgency: false, key: "paragraph:\(paragraph):\(position):\(passage ?? 0)")
  }
}
