package import EDTF

/// A passage in which a source mentions an event, and what it says about the fact and its date.
package struct Citation: Equatable, Sendable {
  /// What a passage says about one aspect of an event.
  package enum Stance: String, CaseIterable, Sendable {
    case states, implies, contradicts, silent

    /// Whether it supports the claim.
    package var bears: Bool { self == .states || self == .implies }
  }

  package var source: String
  /// Counted from 1; nil for a source without paragraphs (a public record).
  package var paragraph: Int?
  /// Unicode scalars of the source's UTF-8 text, counted from 0, half-open.
  package var range: Range<Int>?
  /// "sha256:" and 64 hexadecimal digits, of the folded passage's UTF-8.
  package var digest: String?
  package var fact: Stance
  package var date: Stance
  /// The date that the passage itself gives, if it differs from the event's.
  package var gives: EDTFDate?
  /// The id of the agency or person whose claim the passage reports; nil if the claim is the author's own, or nobody
  /// with an id makes it.
  package var speaker: String?
  /// What the passage says here, in the chronology's own words, if the outline's line is not enough.
  package var note: String?

  /// The longest passage that can be cited, in Unicode scalars: longer than any paragraph. Proving a passage, and
  /// searching for it elsewhere, takes time in proportion to its length.
  package static let longestPassage = 5000

  package init(
    source: String, paragraph: Int?, range: Range<Int>? = nil, digest: String? = nil,
    fact: Stance, date: Stance, gives: EDTFDate? = nil, speaker: String? = nil, note: String? = nil
  ) {
    self.source = source
    self.paragraph = paragraph
    self.range = range
    self.digest = digest
    self.fact = fact
    self.date = date
    self.gives = gives
    self.speaker = speaker
    self.note = note
  }
}
