internal import EDTF
package import Timeline

/// A citation in words: where it is, and what it says about the fact and the date.
package struct CitationWords {
  let citation: Citation
  let source: Source?
  /// "states it; gives no date", "DCSF states it and the date": who says it, if not the author, and what.
  package let stance: String
  /// Whether it cites a public record, beside posts.
  let isRecord: Bool

  package init(_ citation: Citation, in chronology: Chronology) {
    self.citation = citation
    source = chronology.source(citation.source)
    stance = chronology.stance(of: citation)
    isRecord = source?.kind == .record && chronology.hasPosts
  }

  var title: String { source?.title ?? citation.source }

  /// "Victory for Baby P?, ¶24".
  var place: String { citation.paragraph.map { "\(title), ¶\($0)" } ?? title }
  /// "Victory for Baby P? Paragraph 24."
  var spokenPlace: String {
    Speech.sentences([title, citation.paragraph.map { "Paragraph \($0)" } ?? (isRecord ? "A public record" : "")])
  }

  /// What the passage says there, in the chronology's own words: the citation's note, or the outline's line.
  var gist: String {
    if let note = citation.note { return note }
    guard let paragraph = citation.paragraph else { return "" }
    return source?.outlineLine(paragraph)?.gist ?? ""
  }

  var style: Style {
    if citation.fact == .contradicts || citation.date == .contradicts { return .bold }
    return citation.fact == .states ? .plain : Style(.uncertain)
  }

  /// Nil for a source that the chronology does not describe.
  var target: Target? { source.map { .source($0.id, paragraph: citation.paragraph, passage: citation.range) } }
}
