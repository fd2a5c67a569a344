/// Whether each cited passage is in the available texts.
///
/// Cost: decodes the events that cite a post, and makes one search for all passages in each text that differs from the
/// one cited (some milliseconds for ten kilobytes). Without texts it decodes nothing.
package struct Proof: Sendable {
  /// Where a passage was found.
  package struct Place: Hashable, Sendable {
    /// The paragraph of the available text, counted from 1.
    package let paragraph: Int
    /// Unicode scalars of the available text.
    package let range: Range<Int>

    package init(paragraph: Int, range: Range<Int>) {
      self.paragraph = paragraph
      self.range = range
    }
  }

  package enum Outcome: Hashable, Sendable {
    /// The passage is at its range.
    case verified
    /// It is not, but the same folded passage occurs elsewhere in the text.
    case moved(Place)
    /// The text is available and does not contain the passage.
    case missing
    /// None of the available texts is this source.
    case noText
    /// The citation gives no range and digest, so there is nothing to prove.
    case unproven
  }

  /// One citation of a post. Records have no text to be proved against, so they have no entry.
  package struct Entry: Sendable {
    package let event: String
    /// The event's position in the chronology.
    package let position: Int
    /// Which of the event's citations, counted from 1.
    package let number: Int
    package let citation: Citation
    package let outcome: Outcome

    /// Where the passage is in the available text.
    package var place: Range<Int>? {
      switch outcome {
      case .verified: citation.range
      case .moved(let place): place.range
      case .missing, .noText, .unproven: nil
      }
    }
  }

  /// One post of the chronology, and the text matched to it.
  package struct Identification: Sendable {
    package enum Basis: Sendable {
      /// The SHA-256 of the file.
      case digest
      /// By how many of the distinct passages cited from it the text contains, and whether its title is near the top.
      case content(found: Int, of: Int, title: Bool)
    }
    package let source: String
    /// The index among the given texts, and the text's name; nil if none of them is this source.
    package let text: Int?
    package let name: String?
    package let basis: Basis?
  }

  /// In time order of the events, then in citation order. Empty if no text was given at all.
  package let entries: [Entry]
  /// Each source of kind post, in file order.
  package let posts: [Identification]

  /// Proves everything at once; see `ProofBuilder` for a proof in steps.
  /// - Parameter progress: called from time to time with the fraction done, 0 to 1.
  package init(of chronology: Chronology, in texts: [PostText], progress: (Double) -> Void = { _ in }) {
    var builder = ProofBuilder(of: chronology, in: texts)
    while true {
      if let proof = builder.advance(events: .max) {
        self = proof
        return
      }
      progress(builder.progress)
    }
  }

  init(entries: [Entry], posts: [Identification]) {
    self.entries = entries
    self.posts = posts
  }

  /// The entries of one source, in time order of the events.
  package func entries(source: String) -> [Entry] { entries.filter { $0.citation.source == source } }
  /// Entries whose passage is not in the available text: these make a check fail.
  package var missing: [Entry] { entries.filter { $0.outcome == .missing } }
  /// Whether no passage is missing.
  package var isSound: Bool { !entries.contains { $0.outcome == .missing } }
}
