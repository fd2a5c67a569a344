/// A post's own text as a source view shows it: paragraph by paragraph, safe for a terminal, with the cited passages
/// marked and the events that rest on them.
package struct SourceText: Sendable {
  /// An event's citation that rests on a passage.
  package struct Support: Hashable, Sendable {
    package let event: String
    /// The event's position in the chronology.
    package let position: Int
    /// Which of the event's citations, counted from 1.
    package let number: Int
  }

  /// A cited passage. Citations of the same range share one mark.
  package struct Mark: Sendable {
    /// Numbered from 1 through the whole source, in the order in which the passages begin.
    package let number: Int
    /// Characters of the paragraph's `text`. Marks may overlap.
    package let range: Range<Int>
    package let supports: [Support]
  }

  /// A stretch of a paragraph to which the same marks apply throughout.
  package struct Run: Sendable {
    /// Characters of the paragraph's `text`. The runs of a paragraph are contiguous and cover it.
    package let range: Range<Int>
    /// Numbers of the marks that apply here, in order; empty if nothing is cited.
    package let marks: [Int]
  }

  package struct Paragraph: Sendable {
    package let number: Int
    /// On one line: white space collapsed to single spaces; control, formatting and line break characters removed.
    package let text: String
    /// In the order in which they begin.
    package let marks: [Mark]
    package let runs: [Run]
  }

  package let source: Source
  package let paragraphs: [Paragraph]

  /// - Parameter proof: a proof against a set of texts that includes `text`: it says where the passages are.
  package init(_ source: Source, _ text: PostText, _ proof: Proof) {
    self.source = source
    paragraphs = PassageMarker(text, proof.entries(source: source.id)).paragraphs
  }

  /// The paragraph in which a cited passage begins, with only that passage marked; nil if the text does not contain
  /// it.
  package static func paragraph(of entry: Proof.Entry, in text: PostText) -> Paragraph? {
    guard let place = entry.place, let paragraph = text.paragraph(at: place.lowerBound) else { return nil }
    return PassageMarker(text, [entry]).marked(paragraph)
  }
}
