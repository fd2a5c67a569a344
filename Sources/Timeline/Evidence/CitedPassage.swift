/// A citation of a post, and whose it is.
struct CitedPassage {
  struct Key: Hashable {
    let position: Int
    let number: Int
  }

  let key: Key
  let event: String
  let citation: Citation
  /// Nil where the citation gives no range, or no digest that can be read.
  let digest: Digest?
  /// Whether the passage stands where the citation has it, in the very file that was cited; nil where that is not at hand.
  let stands: Bool?

  /// - Parameter text: the very file that was cited, if it is at hand.
  init(_ citation: Citation, number: Int, of event: Event, at position: Int, in text: PostText?) {
    key = Key(position: position, number: number)
    self.event = event.id
    self.citation = citation
    digest = citation.range == nil ? nil : citation.digest.flatMap(Digest.init)
    stands = text.map { [digest] in citation.stands(in: $0, as: digest) }
  }

  /// Where the citation has it begin: a scalar. A number that no text reaches is cut, so that no sum overflows.
  var start: Int { min(citation.range?.lowerBound ?? 0, 1 << 40) }

  func entry(_ outcome: Proof.Outcome) -> Proof.Entry {
    Proof.Entry(event: event, position: key.position, number: key.number, citation: citation, outcome: outcome)
  }

  /// What to search for: each digest with the lengths of the ranges cited for it.
  static func wanted(_ passages: [CitedPassage]) -> [Digest: [Int]] {
    var wanted: [Digest: [Int]] = [:]
    for passage in passages {
      guard let digest = passage.digest, let range = passage.citation.range else { continue }
      wanted[digest, default: []].append(range.count)
    }
    return wanted
  }
}

extension Citation {
  /// Whether its range holds, in a text, the passage of a digest.
  func stands(in text: PostText, as digest: Digest?) -> Bool {
    guard let range, range.upperBound <= text.scalars.count else { return false }
    return Passage(text.text(range)).digest == digest
  }
}
