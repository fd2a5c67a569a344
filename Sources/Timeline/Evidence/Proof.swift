/// Whether each cited passage stands in the texts at hand.
///
/// Cost: decodes the events that cite a post, and for each text that differs from the one that was cited makes one
/// search for all passages at once (some milliseconds for ten kilobytes). Without a text it decodes nothing.
package struct Proof: Sendable {
  /// Where a passage was found.
  package struct Place: Hashable, Sendable {
    /// The paragraph of the text at hand, counted from 1.
    package let paragraph: Int
    /// Unicode scalars of the text at hand.
    package let range: Range<Int>

    package init(paragraph: Int, range: Range<Int>) {
      self.paragraph = paragraph
      self.range = range
    }
  }

  package enum Outcome: Hashable, Sendable {
    /// The range holds the passage.
    case verified
    /// The range does not, and the same folded passage stands elsewhere in the text.
    case moved(Place)
    /// The text is at hand and does not hold the passage.
    case missing
    /// No text at hand is this source.
    case noText
    /// The citation gives no range and digest, so there is nothing to prove.
    case unproven
  }

  /// One citation of a post. Records have no text to be proved against and no entry.
  package struct Entry: Sendable {
    package let event: String
    /// The event's position in the chronology.
    package let position: Int
    /// Which of the event's citations, counted from 1.
    package let number: Int
    package let citation: Citation
    package let outcome: Outcome

    /// Where the passage stands in the text at hand.
    package var place: Range<Int>? {
      switch outcome {
      case .verified: citation.range
      case .moved(let place): place.range
      case .missing, .noText, .unproven: nil
      }
    }
  }

  /// One post of the chronology, and the text that was taken for it.
  package struct Identification: Sendable {
    package enum Basis: Sendable {
      /// The SHA-256 of the file.
      case digest
      /// How many of the distinct passages cited of it the text holds, and whether its title stands near the top.
      case content(found: Int, of: Int, title: Bool)
    }
    package let source: String
    /// Index into the texts that were given, and the text's name; nil where no text is this source.
    package let text: Int?
    package let name: String?
    package let basis: Basis?
  }

  /// In time order of the events, and in the order of their citations. Empty where no text was given at all.
  package let entries: [Entry]
  /// Each source of kind post, in the order of the file.
  package let posts: [Identification]

  /// Everything at once; see `Proving` for a proof in steps.
  package init(of chronology: Chronology, in texts: [PostText]) {
    var proving = Proving(of: chronology, in: texts)
    while true {
      guard let proof = proving.advance(events: .max) else { continue }
      self = proof
      return
    }
  }

  /// - Parameter cited: every citation of the posts, in time order of the events.
  init(_ posts: [Source], _ cited: [CitedPassage], _ texts: [PostText]) {
    let search = ProofSearch(posts, cited, texts)
    self.posts = search.identifications
    entries = search.entries
  }

  /// The entries of one source, in time order of the events.
  package func entries(source: String) -> [Entry] { entries.filter { $0.citation.source == source } }
  /// Entries whose passage is not in the text at hand: what makes a check fail.
  package var missing: [Entry] { entries.filter { $0.outcome == .missing } }
  /// Whether no passage is missing.
  package var isSound: Bool { !entries.contains { $0.outcome == .missing } }
}
