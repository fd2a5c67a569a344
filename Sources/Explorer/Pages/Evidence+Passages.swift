internal import Timeline

extension Evidence {
  /// The available text of a source; nil if there is none.
  func text(of source: String) -> PostText? {
    guard let post = proof.posts.first(where: { $0.source == source }), let index = post.text,
      texts.indices.contains(index)
    else { return nil }
    return texts[index]
  }

  /// The words of a cited passage, on one line; nil if no text contains it.
  /// - Parameter number: of the citation, counted from 1.
  package func passage(citation number: Int, of position: Int) -> String? {
    guard let entry = entry(citation: number, of: position), let place = entry.place,
      let text = text(of: entry.citation.source)
    else { return nil }
    return Printable.line(text.text(place))
  }

  /// The paragraph that contains a cited passage, with that passage marked.
  /// - Parameter number: of the citation, counted from 1.
  func paragraph(citation number: Int, of position: Int) -> SourceText.Paragraph? {
    guard let entry = entry(citation: number, of: position), let text = text(of: entry.citation.source) else {
      return nil
    }
    return SourceText.paragraph(of: entry, in: text)
  }

  private func entry(citation number: Int, of position: Int) -> Proof.Entry? {
    var index = proof.entries.partition(by: position)
    while index < proof.entries.count, proof.entries[index].position == position {
      if proof.entries[index].number == number { return proof.entries[index] }
      index += 1
    }
    return nil
  }
}

extension Evidence {
  /// The paragraph of the available text for a cited paragraph: the same number, unless its passage was found
  /// elsewhere.
  func paragraph(_ number: Int, of source: String) -> Int {
    for entry in proof.entries(source: source) where entry.citation.paragraph == number {
      if case .moved(let place) = entry.outcome { return place.paragraph }
    }
    return number
  }
}

extension [Proof.Entry] {
  /// The index of the first entry of an event at or after a position.
  fileprivate func partition(by position: Int) -> Int {
    indices.partitioningIndex { self[$0].position >= position }
  }
}
