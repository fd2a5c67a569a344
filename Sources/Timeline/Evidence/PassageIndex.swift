/// The cited passages of the available texts, folded: finds the events that rest on a passage containing a word.
package struct PassageIndex: Sendable {
  private let passages: FoldedNames
  /// For each passage, the position of the event that cites it.
  private let positions: [UInt32]
  let words: WordIndex

  /// - Parameter texts: the texts against which the proof was made.
  package init(_ proof: Proof, in texts: [PostText]) {
    let texts = Dictionary(
      proof.posts.compactMap { post in post.text.map { (post.source, texts[$0]) } },
      uniquingKeysWith: { first, _ in first })
    let found = proof.entries.compactMap { entry -> (position: Int, text: String)? in
      guard let place = entry.place, let text = texts[entry.citation.source] else { return nil }
      return (entry.position, text.text(place))
    }
    passages = FoldedNames(found.map { [$0.text] })
    positions = found.map { UInt32($0.position) }
    words = WordIndex(passages.text)
  }

  /// Positions of the events, ascending, that rest on a passage containing a text.
  func events(holding search: ByteSearch) -> [UInt32] {
    passages.owners(of: search) { _, _ in true }.map { positions[$0] }.uniqued
  }
}
