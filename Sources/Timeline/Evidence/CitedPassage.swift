/// A citation of a post, and the event it belongs to.
struct CitedPassage {
  struct Key: Hashable {
    let position: Int
    let number: Int
  }

  let key: Key
  let event: String
  let citation: Citation
  /// Nil if the citation gives no range, or no readable digest.
  let digest: Digest?
  /// Whether the passage is where the citation says, in the very file that was cited; nil if that file is not
  /// available.
  let stands: Bool?

  /// - Parameter text: the very file that was cited, if available.
  init(_ citation: Citation, number: Int, of event: Event, at position: Int, in text: PostText?) {
    key = Key(position: position, number: number)
    self.event = event.id
    self.citation = citation
    digest = citation.range == nil ? nil : citation.digest.flatMap(Digest.init)
    stands = text.map { [digest] in citation.stands(in: $0, as: digest) }
  }

  /// The scalar at which the citation says it begins. A number beyond the end of any text is clamped, so that no sum
  /// overflows.
  var start: Int { min(citation.range?.lowerBound ?? 0, 1 << 40) }

  func entry(_ outcome: Proof.Outcome) -> Proof.Entry {
    Proof.Entry(event: event, position: key.position, number: key.number, citation: citation, outcome: outcome)
  }

  /// The shortest passages of a post, just so many that a text without any of them contains fewer than a third of all.
  static func telling(_ passages: [CitedPassage]) -> [CitedPassage] {
    var seen: Set<Digest> = []
    let distinct = passages.filter { $0.digest.map { seen.insert($0).inserted } ?? false }
    let shortest = distinct.sorted { ($0.citation.range?.count ?? 0) < ($1.citation.range?.count ?? 0) }
    let telling = Set(shortest.prefix(distinct.count * 2 / 3 + 1).map(\.digest))
    return passages.filter { telling.contains($0.digest) }
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
  /// Whether its range in a text holds the passage with this digest.
  func stands(in text: PostText, as digest: Digest?) -> Bool {
    guard let range, range.upperBound <= text.scalars.count else { return false }
    return Passage(text.text(range)).digest == digest
  }
}
