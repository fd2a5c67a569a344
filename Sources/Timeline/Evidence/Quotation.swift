/// Finds in a post the words of a passage as a person types them. White space, quotation marks and dashes may differ.
/// The passage may be given whole, or as its first and last words with `…` or three full stops between.
package struct Quotation {
  /// Why no passage was found, and what to do: a sentence or two.
  package struct Fault: Error, Equatable {
    package let message: String
  }

  /// A passage that occurs exactly once in its paragraph.
  package struct Found: Equatable, Sendable {
    package let paragraph: Int
    /// Unicode scalars of the post.
    package let range: Range<Int>
    package let digest: Digest
    /// Exactly as in the post.
    package let text: String
  }

  private let typed: String

  package init(_ typed: String) { self.typed = typed }

  /// Finds the passage in a paragraph, counted from 1.
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
        message: "The words occur \(places.count) times in paragraph \(number). Add the word before or after them.")
    }
    let text = post.text(place)
    return Found(paragraph: number, range: place, digest: Passage(text).digest, text: text)
  }

  /// The first and last words, for each place where an ellipsis may stand for the words between.
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
      return Fault(message: "The words are in paragraph \(other.number), not in paragraph \(number).")
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
    // If only one end is missing, name that one.
    let sought = cuts.last.map { paragraph.places(of: $0.first).isEmpty ? $0.first : $0.last } ?? typed
    return Fault(message: "Paragraph \(number) \(paragraph.progress(of: sought)).")
  }
}

/// A stretch of a post, folded as `Passage` folds, with a mapping to the post's scalars.
private struct FoldedStretch {
  private let post: PostText
  private var scalars: [Unicode.Scalar] = []
  /// For each of `scalars`, the scalars of the post that it comes from.
  private var origins: [Range<Int>] = []

  init(_ post: PostText, _ range: Range<Int>) {
    self.post = post
    var folding = PassageFolding()
    var place = range.lowerBound
    // Grapheme clusters never join across the bounds of a passage.
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

  /// The ranges whose folded form equals `text`.
  func places(of text: String) -> [Range<Int>] {
    let folded = Passage(text).folded
    let sought = Array(folded.unicodeScalars)
    guard let first = sought.first, sought.count <= scalars.count else { return [] }
    return (0...scalars.count - sought.count).compactMap { start in
      guard scalars[start] == first, scalars[start..<start + sought.count].elementsEqual(sought) else { return nil }
      let place = origins[start].lowerBound..<origins[start + sought.count - 1].upperBound
      // A match must not split the folding of one scalar.
      return Passage(post.text(place)).folded == folded ? place : nil
    }
  }

  /// The ranges that begin with one text and end with another.
  func places(from first: String, to last: String) -> [Range<Int>] {
    let ends = places(of: last)
    return places(of: first).flatMap { start in
      ends.filter { $0.lowerBound >= start.upperBound }.map { start.lowerBound..<$0.upperBound }
    }
  }

  /// How many words of a text occur here in sequence: "has “told in June”, but not “2002” after it".
  func progress(of text: String) -> String {
    let words = Passage(text).folded.split(separator: " ").map(String.init)
    var held = 0
    while held < words.count, !places(of: words[...held].joined(separator: " ")).isEmpty { held += 1 }
    let next = words.indices.contains(held) ? words[held] : words.last ?? ""
    if held == 0 { return "does not have “\(next)”" }
    return "has “\(words[..<held].joined(separator: " "))”, but not “\(next)” after it"
  }
}
