internal import EDTF
package import Timeline

/// A citation in words: where it is, and what it says of the fact and of the date.
package struct CitationWords {
  let citation: Citation
  let source: Source?
  /// The agency or person whose claim the passage reports.
  private let speaker: String?

  package init(_ citation: Citation, in chronology: Chronology) {
    self.citation = citation
    source = chronology.source(citation.source)
    speaker = citation.speaker.map { id in
      chronology.agency(id).map { $0.short ?? $0.name } ?? chronology.person(id)?.name ?? id
    }
  }

  var title: String { source?.title ?? citation.source }
  var isRecord: Bool { source?.kind == .record }

  /// "Victory for Baby P?, ¶24".
  var place: String { citation.paragraph.map { "\(title), ¶\($0)" } ?? title }
  /// "Victory for Baby P? Paragraph 24."
  var spokenPlace: String {
    Speech.sentences([title, citation.paragraph.map { "Paragraph \($0)" } ?? (isRecord ? "A public record" : "")])
  }

  /// "states it; gives no date", "DCSF states it and the date": who says it, where it is not the author, and what.
  package var stance: String { (speaker.map { "\($0) " } ?? "") + saying }

  private var saying: String {
    guard let fact else { return date ?? "says nothing of it" }
    if citation.fact == citation.date, citation.gives == nil { return "\(fact) and the date" }
    return "\(fact); \(date ?? "gives no date")"
  }

  private var fact: String? {
    switch citation.fact {
    case .states: "states it"
    case .implies: "implies it"
    case .contradicts: "contradicts it"
    case .silent: nil
    }
  }

  private var date: String? {
    let given = citation.gives.map { ": \($0.words)" }
    return switch citation.date {
    case .states: given.map { "states the date\($0)" } ?? "states the date"
    case .implies: given.map { "implies the date\($0)" } ?? "implies the date"
    case .contradicts: given.map { "another date\($0)" } ?? "contradicts the date"
    case .silent: given.map { "speaks of a date\($0)" }
    }
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

extension Source {
  /// The outline's line of a paragraph. An outline that leaves nothing out has it at its place.
  func outlineLine(_ paragraph: Int) -> OutlineLine? {
    if outline.indices.contains(paragraph - 1), outline[paragraph - 1].paragraph == paragraph {
      return outline[paragraph - 1]
    }
    return outline.first { $0.paragraph == paragraph }
  }
}
