/// Finds the text of each post and the place of each cited passage.
struct ProofSearch {
  let identifications: [Proof.Identification]
  let entries: [Proof.Entry]

  init(_ posts: [Source], _ cited: [CitedPassage], _ texts: [PostText]) {
    let bySource = Dictionary(grouping: cited, by: \.citation.source)

    var matches = Array(repeating: Match?.none, count: posts.count)
    for (index, post) in posts.enumerated() {
      guard let digest = post.sha256.flatMap(Digest.init) else { continue }
      matches[index] = texts.firstIndex { $0.digest == digest }.map { Match(text: $0, basis: .digest, places: nil) }
    }
    ProofSearch.matchByContent(posts, bySource, texts, &matches)

    var outcomes: [CitedPassage.Key: Proof.Outcome] = [:]
    for (index, post) in posts.enumerated() {
      let passages = bySource[post.id] ?? []
      let found = matches[index].map { ProofSearch.outcomes(of: passages, in: texts[$0.text], $0.places) }
      for (place, passage) in passages.enumerated() {
        outcomes[passage.key] = passage.digest == nil ? .unproven : found?[place] ?? .noText
      }
    }
    entries = cited.map { $0.entry(outcomes[$0.key] ?? .noText) }
    identifications = zip(posts, matches).map { post, match in
      Proof.Identification(
        source: post.id, text: match?.text, name: match.map { texts[$0.text].name }, basis: match?.basis)
    }
  }

  private struct Match {
    let text: Int
    let basis: Proof.Identification.Basis
    /// Where each cited digest occurs in the text; nil if not searched yet.
    let places: [Digest: [Range<Int>]]?
  }

  /// Matches each post that has no text yet to the one that contains most of its cited passages: at least a third, or
  /// fewer if the title is also near its top, or the title alone if no other post claims the text.
  private static func matchByContent(
    _ posts: [Source], _ cited: [String: [CitedPassage]], _ texts: [PostText], _ matches: inout [Match?]
  ) {
    let open = matches.indices.filter { matches[$0] == nil }
    let taken = Set(matches.compactMap { $0?.text })
    let wanted = CitedPassage.wanted(open.flatMap { cited[posts[$0].id] ?? [] })
    var candidates: [(post: Int, text: Int, found: Int, total: Int, title: Bool)] = []
    var places: [Int: [Digest: [Range<Int>]]] = [:]
    for text in texts.indices where !open.isEmpty && !taken.contains(text) {
      let found = FoldedPost(texts[text]).places(of: wanted)
      places[text] = found
      let top = TitleLines(of: texts[text])
      for post in open {
        let digests = Set((cited[posts[post].id] ?? []).compactMap(\.digest))
        candidates.append(
          (post, text, digests.count { found[$0] != nil }, digests.count, top.hold(posts[post].title)))
      }
    }
    candidates.sort { ($0.found, $0.title ? 1 : 0, $1.text) > ($1.found, $1.title ? 1 : 0, $0.text) }
    var used: Set<Int> = []
    for candidate in candidates where matches[candidate.post] == nil {
      let (post, text, found, total, title) = candidate
      guard found * 3 >= total && found > 0 || title && (found > 0 || !used.contains(text)) else { continue }
      let basis = Proof.Identification.Basis.content(found: found, of: total, title: title)
      matches[post] = Match(text: text, basis: basis, places: places[text])
      used.insert(text)
    }
  }

  /// The outcome of each passage in the text matched to its source.
  private static func outcomes(
    of passages: [CitedPassage], in text: PostText, _ known: [Digest: [Range<Int>]]?
  ) -> [Proof.Outcome] {
    let stands = passages.map { $0.stands ?? $0.citation.stands(in: text, as: $0.digest) }
    let astray = zip(passages, stands).filter { !$1 }.map(\.0)
    let places = known ?? (astray.isEmpty ? [:] : FoldedPost(text).places(of: CitedPassage.wanted(astray)))
    let shift = ProofSearch.shift(of: passages, to: places)
    return zip(passages, stands).map { passage, stands in
      if stands { return .verified }
      let expected = passage.start + shift
      guard let digest = passage.digest,
        let range = places[digest]?.min(by: { abs($0.lowerBound - expected) < abs($1.lowerBound - expected) })
      else { return .missing }
      return .moved(Proof.Place(paragraph: text.paragraph(at: range.lowerBound)?.number ?? 0, range: range))
    }
  }

  /// How far most passages have moved, in scalars (the median), judging by those that occur only once. It tells which
  /// of several equal passages is meant.
  private static func shift(of passages: [CitedPassage], to places: [Digest: [Range<Int>]]) -> Int {
    let shifts = passages.compactMap { passage -> Int? in
      guard let digest = passage.digest, let found = places[digest], found.count == 1 else { return nil }
      return found[0].lowerBound - passage.start
    }.sorted()
    return shifts.isEmpty ? 0 : shifts[shifts.count / 2]
  }
}

/// The top of a text, where the title is, perhaps with a date or the blog's name beside it.
private struct TitleLines {
  private let paragraphs: [String]

  init(of text: PostText) {
    paragraphs = text.paragraphs.prefix(10).map { Passage(text.text($0.range)).folded.lowercased() }
  }

  func hold(_ title: String) -> Bool {
    let title = Passage(title).folded.lowercased()
    return !title.isEmpty && paragraphs.contains { $0.contains(title) }
  }
}
