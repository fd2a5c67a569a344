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

  /// Where the citation has it begin: a scalar. A number that no text reaches is cut, so that no sum overflows.
  var start: Int { min(citation.range?.lowerBound ?? 0, 1 << 40) }

  func entry(_ outcome: Proof.Outcome) -> Proof.Entry {
    Proof.Entry(event: event, position: key.position, number: key.number, citation: citation, outcome: outcome)
  }

  /// In time order of the events, and in the order of their citations.
  static func all(in chronology: Chronology, of posts: [Source]) -> [CitedPassage] {
    let events = posts.reduce(EventSet([])) { $0.union(chronology.events(source: $1.id)) }
    let sources = Set(posts.map(\.id))
    return events.flatMap { position in
      let event = chronology.event(at: position)
      return event.citations.enumerated().filter { sources.contains($0.element.source) }.map { index, citation in
        CitedPassage(
          key: Key(position: position, number: index + 1), event: event.id, citation: citation,
          digest: citation.range == nil ? nil : citation.digest.flatMap(Digest.init))
      }
    }
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
