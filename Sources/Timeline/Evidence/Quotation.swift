/// The words of a passage as a person types them, found in a post: with whatever spaces, quotation marks and dashes, whole or
/// as the first and the last words with `…` or three full stops between.
package struct Quotation {
  /// Why they lead to no passage, and what to do: a sentence or two.
  package struct Fault: Error, Equatable {
    package let message: String
  }

  /// A passage that stands in a paragraph once.
  package struct Found: Equatable, Sendable {
    package let paragraph: Int
    /// Unicode scalars of the post, the end excluded.
    package let range: Range<Int>
    package let digest: Digest
    /// As it stands in the post.
    package let text: String
  }

  private let typed: String

  package init(_ typed: String) { self.typed = typed }

  /// The passage in a paragraph, counted from 1.
  package func found(in post: PostText, paragraph number: Int) throws(Fault) -> Found {
    guard post.paragraphs.indices.contains(number - 1) else {
      throw Fault(
        message: post.paragraphs.isEmpty
          ? "\(post.name) has no text." : "\(post.name) has paragraphs 1 to \(post.paragraphs.count).")
    }
    guard !Passage(typed).folded.isEmpty else {
      throw Fault(message: "Type the words of the passage, or its first and last words with … between.")
    }
    let paragraph = FoldedStretch(post, post.paragraphs[number - 1].range)
    var places = paragraph.places(of: typed)
    if places.isEmpty { places = cuts.flatMap { cut in paragraph.places(from: cut.first, to: cut.last) } }
    guard let place = places.first else { throw missing(in: paragraph, of: post, number) }
    guard places.count == 1 else {
      throw Fault(
        message: "The words stand \(places.count) times in paragraph \(number). Add the word before or after them.")
    }
    let text = post.text(place)
    return Found(paragraph: number, range: place, digest: Passage(text).digest, text: text)
  }

  /// First and last words, for each place where something may have been left out.
  private var cuts: [(first: String, last: String)] {
    var cuts: [(String, String)] = []
    for mark in ["…", "..."] {
      for place in typed.ranges(of: mark) {
        let (first, last) = (String(typed[..<place.lowerBound]), String(typed[place.upperBound...]))
        if !Passage(first).folded.isEmpty, !Passage(last).folded.isEmpty { cuts.append((first, last)) }
      }
    }
    return cuts
  }

  // MARK: What went wrong

  private func missing(in paragraph: FoldedStretch, of post: PostText, _ number: Int) -> Fault {
    let others = post.paragraphs.filter { other in
      let stretch = FoldedStretch(post, other.range)
      return !stretch.places(of: typed).isEmpty
        || cuts.contains { !stretch.places(from: $0.first, to: $0.last).isEmpty }
    }
    if let other = others.first {
      return Fault(message: "The words stand not in paragraph \(number) but in paragraph \(other.number).")
    }
    let whole = FoldedStretch(post, 0..<post.scalars.count)
    let across = whole.places(of: typed) + cuts.flatMap { whole.places(from: $0.first, to: $0.last) }
    if let place = across.first(where: { $0.overlaps(post.paragraphs[number - 1].range) }) ?? across.first,
      let first = post.paragraph(at: place.lowerBound), let last = post.paragraph(at: place.upperBound - 1)
    {
      return Fault(
        message: "The words begin in paragraph \(first.number) and end in paragraph \(last.number). "
          + "A citation stays within one paragraph: cite each by itself.")
    }
    // Of first and last words, the ones that are not there.
    let sought = cuts.last.map { paragraph.places(of: $0.first).isEmpty ? $0.first : $0.last } ?? typed
    return Fault(message: "Paragraph \(number) \(paragraph.progress(of: sought)).")
  }
}

/// A stretch of a post, folded as `Passage` folds, with the way back to the post's own scalars.
private struct FoldedStretch {
  private let post: PostText
  private var scalars: [Unicode.Scalar] = []
  /// For each of them the scalars of the post that it comes from.
  private var origins: [Range<Int>] = []

  init(_ post: PostText, _ range: Range<Int>) {
    self.post = post
    var folding = PassageFolding()
    var place = range.lowerBound
    // User-perceived characters never join over the bounds of a passage.
    for character in post.text(range) {
      let origin = place..<place + character.unicodeScalars.count
      for scalar in PassageFolding.normalised(String(character)) {
        folding.take(scalar) { folded in
          scalars.append(folded)
          origins.append(origin)
        }
      }
      place = origin.upperBound
    }
  }

  /// Where in the post a passage stands that folds to the same as a text.
  func places(of text: String) -> [Range<Int>] {
    let folded = Passage(text).folded
    let sought = Array(folded.unicodeScalars)
    guard let first = sought.first, sought.count <= scalars.count else { return [] }
    return (0...scalars.count - sought.count).compactMap { start in
      guard scalars[start] == first, scalars[start..<start + sought.count].elementsEqual(sought) else { return nil }
      let place = origins[start].lowerBound..<origins[start + sought.count - 1].upperBound
      // One scalar of the post may fold to several, and none is torn.
      return Passage(post.text(place)).folded == folded ? place : nil
    }
  }

  /// Where in the post a passage stands that begins with one text and ends with another.
  func places(from first: String, to last: String) -> [Range<Int>] {
    let ends = places(of: last)
    return places(of: first).flatMap { start in
      ends.filter { $0.lowerBound >= start.upperBound }.map { start.lowerBound..<$0.upperBound }
    }
  }

  /// How much of a text stands here, word by word: "has “told in June”, but not “2002” after it".
  func progress(of text: String) -> String {
    let words = Passage(text).folded.split(separator: " ").map(String.init)
    var held = 0
    while held < words.count, !places(of: words[...held].joined(separator: " ")).isEmpty { held += 1 }
    let next = words.indices.contains(held) ? words[held] : words.last ?? ""
    if held == 0 { return "does not have “\(next)”" }
    return "has “\(words[..<held].joined(separator: " "))”, but not “\(next)” after it"
  }
}
