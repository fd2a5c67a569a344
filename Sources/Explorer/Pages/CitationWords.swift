internal import EDTF
package import Timeline

/// A citation in words: where it is, and what it says of the fact and of the date.
package struct CitationWords {
  let citation: Citation
  let source: Source?

  package init(_ citation: Citation, in chronology: Chronology) {
    self.citation = citation
    source = chronology.source(citation.source)
  }

  var title: String { source?.title ?? citation.source }
  var isRecord: Bool { source?.kind == .record }

  /// "Victory for Baby P?, ¶24".
  var place: String { citation.paragraph.map { "\(title), ¶\($0)" } ?? title }
  /// "Victory for Baby P? Paragraph 24."
  var spokenPlace: String {
    Speech.sentences([title, citation.paragraph.map { "Paragraph \($0)" } ?? (isRecord ? "A public record" : "")])
  }

  /// "says so, and gives the date", "implies it, but gives another date: about 2005".
  package var stance: String {
    guard let fact else { return date ?? "says nothing of it" }
    let turns = (citation.date == .contradicts) != (citation.fact == .contradicts)
    return date.map { "\(fact), \(turns ? "but" : "and") \($0)" } ?? "\(fact), and is silent on the date"
  }

  private var fact: String? {
    switch citation.fact {
    case .states: "says so"
    case .implies: "implies it"
    case .contradicts: "says otherwise"
    case .silent: nil
    }
  }

  private var date: String? {
    let given = citation.gives?.words
    return switch citation.date {
    case .states: given.map { "gives the date as \($0)" } ?? "gives the date"
    case .implies: given.map { "implies the date \($0)" } ?? "implies the date"
    case .contradicts: given.map { "gives another date: \($0)" } ?? "contradicts the date"
    case .silent: given.map { "speaks of \($0)" }
    }
  }

  /// What the passage says there, in the chronology's own words: the citation's note, or the outline's line.
  var gist: String {
    if let note = citation.note { return note }
    guard let paragraph = citation.paragraph else { return "" }
    return source?.outlineLine(paragraph)?.gist ?? ""
  }

  var style: Style {
    if citation.fact == .contradicts || citation.date == .contradicts { return Style(.disputed) }
    return citation.fact == .states ? .plain : Style(.uncertain)
  }

  /// Nil for a source that the chronology does not describe.
  var target: Target? { source.map { .source($0.id, paragraph: citation.paragraph) } }
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
