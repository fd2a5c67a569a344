/// Finds the text of each post and the place of each cited passage, a piece of a text at a time.
struct ProofSearch: Sendable {
  private typealias Places = [Digest: [Range<Int>]]

  /// What was found; nil until all is.
  private(set) var proof: Proof?

  private let posts: [Source]
  private let texts: [PostText]
  private let cited: [CitedPassage]
  private let bySource: [String: [CitedPassage]]
  private var matches: [Match?]
  /// The posts without a text of their own, as indices, and the texts that may be theirs, the next one last.
  private let open: [Int]
  private var unread: [Int]
  private var candidates: [Candidate] = []
  /// Where each digest cited from an open post occurs, by text.
  private var places: [Int: Places] = [:]
  private var outcomes: [CitedPassage.Key: Proof.Outcome] = [:]
  /// How many posts have their outcomes.
  private var done = 0
  /// Whether each passage of post `done` is where it was cited, as far as that is known.
  private var stands: [Bool] = []
  /// The search in progress: in the last of `unread`, or in the text of post `done`.
  private var search: PassageSearch?
  /// Whether the last of `unread` may be the text of an open post, so that all cited passages are searched for.
  private var isLikely = false

  /// The number of passages looked at in one step.
  private static let most = 200

  private struct Match {
    let text: Int
    let basis: Proof.Identification.Basis
  }

  private struct Candidate {
    let post: Int
    let text: Int
    /// How many of the distinct passages cited from the post the text contains.
    let found: Int
    let total: Int
    let hasTitle: Bool
  }

  init(_ posts: [Source], _ cited: [CitedPassage], _ texts: [PostText]) {
    self.posts = posts
    self.cited = cited
    self.texts = texts
    bySource = Dictionary(grouping: cited, by: \.citation.source)
    let matches = posts.map { post -> Match? in
      guard let digest = post.sha256.flatMap(Digest.init) else { return nil }
      return texts.firstIndex { $0.digest == digest }.map { Match(text: $0, basis: .digest) }
    }
    self.matches = matches
    open = matches.indices.filter { matches[$0] == nil }
    let taken = Set(matches.compactMap { $0?.text })
    unread = open.isEmpty ? [] : texts.indices.filter { !taken.contains($0) }.reversed()
  }

  /// Searches a piece of one text, or settles the outcomes of one post; does nothing once there is a proof.
  mutating func advance() {
    if let text = unread.last {
      read(text)
    } else if done < posts.count {
      settle(done)
    } else if proof == nil {
      finish()
    }
  }

  /// Takes a step of the search in progress.
  /// - Returns: what it found, once it has come to its end.
  private mutating func searched() -> Places? {
    search?.advance()
    guard search?.isFinished == true else { return nil }
    defer { search = nil }
    return search?.places
  }

  /// The fraction of the work done, 0 to 1, by the length of the texts that are searched for moved passages.
  var progress: Double {
    guard proof == nil, let current = unread.last else { return 1 }
    let count = texts.reduce(0) { $0 + $1.scalars.count }
    let left = unread.reduce(0) { $0 + texts[$1].scalars.count }
    // A text is searched at most twice.
    let passes = (isLikely ? 1 : 0) + (search?.progress ?? 0)
    return (Double(count - left) + Double(texts[current].scalars.count) * passes / 2) / Double(max(count, 1))
  }

  // MARK: The text of each post

  /// Searches a piece of a text for the passages of the open posts. Long passages cost most: for each word at which
  /// one may begin, every word up to its length is tried as its end. So the shorter ones are searched for first, and the
  /// others only if one of these occurs, or a title does.
  private mutating func read(_ text: Int) {
    if search == nil {
      let top = TitleLines(of: texts[text])
      isLikely = isLikely || open.contains { top.hold(posts[$0].title) }
      let passages = open.map { bySource[posts[$0].id] ?? [] }
      search = PassageSearch(
        for: CitedPassage.wanted(passages.flatMap { isLikely ? $0 : CitedPassage.telling($0) }), in: texts[text])
    }
    guard let found = searched() else { return }
    if !isLikely, !found.isEmpty {
      isLikely = true
      return
    }
    isLikely = false
    unread.removeLast()
    consider(text, found)
    if unread.isEmpty { match() }
  }

  private mutating func consider(_ text: Int, _ found: Places) {
    places[text] = found
    let top = TitleLines(of: texts[text])
    for post in open {
      let digests = Set((bySource[posts[post].id] ?? []).compactMap(\.digest))
      candidates.append(
        Candidate(
          post: post, text: text, found: digests.count { found[$0] != nil }, total: digests.count,
          hasTitle: top.hold(posts[post].title)))
    }
  }

  /// Matches each post that has no text yet to the one that contains most of its cited passages: at least a third, or
  /// fewer if the title is also near its top, or the title alone if no other post claims the text.
  private mutating func match() {
    candidates.sort { ($0.found, $0.hasTitle ? 1 : 0, $1.text) > ($1.found, $1.hasTitle ? 1 : 0, $0.text) }
    var used: Set<Int> = []
    for candidate in candidates where matches[candidate.post] == nil {
      let (found, total, title) = (candidate.found, candidate.total, candidate.hasTitle)
      guard found * 3 >= total && found > 0 || title && (found > 0 || !used.contains(candidate.text)) else { continue }
      let basis = Proof.Identification.Basis.content(found: found, of: total, title: title)
      matches[candidate.post] = Match(text: candidate.text, basis: basis)
      used.insert(candidate.text)
    }
  }

  // MARK: The outcome of each passage

  /// Looks at some of a post's passages where they were cited, then for those that are not there; then settles the
  /// outcomes of all.
  private mutating func settle(_ post: Int) {
    let passages = bySource[posts[post].id] ?? []
    guard let match = matches[post] else { return record(passages) { _ in .noText } }
    let text = texts[match.text]
    guard stands.count == passages.count else {
      stands += passages.dropFirst(stands.count).prefix(Self.most).map {
        $0.stands ?? $0.citation.stands(in: text, as: $0.digest)
      }
      return
    }
    let stands = stands
    var found = places[match.text]
    if found == nil {
      if search == nil {
        search = PassageSearch(for: CitedPassage.wanted(zip(passages, stands).filter { !$1 }.map(\.0)), in: text)
      }
      found = searched()
    }
    guard let found else { return }
    let shift = ProofSearch.shift(of: passages, to: found)
    record(passages) { index in
      if stands[index] { return .verified }
      let expected = passages[index].start + shift
      guard let digest = passages[index].digest,
        let range = found[digest]?.min(by: { abs($0.lowerBound - expected) < abs($1.lowerBound - expected) })
      else { return .missing }
      return .moved(Proof.Place(paragraph: text.paragraph(at: range.lowerBound)?.number ?? 0, range: range))
    }
  }

  private mutating func record(_ passages: [CitedPassage], _ outcome: (Int) -> Proof.Outcome) {
    for (index, passage) in passages.enumerated() {
      outcomes[passage.key] = passage.digest == nil ? .unproven : outcome(index)
    }
    stands = []
    done += 1
  }

  private mutating func finish() {
    proof = Proof(
      entries: cited.map { $0.entry(outcomes[$0.key] ?? .noText) },
      posts: zip(posts, matches).map { post, match in
        Proof.Identification(
          source: post.id, text: match?.text, name: match.map { texts[$0.text].name }, basis: match?.basis)
      })
  }

  /// How far most passages have moved, in scalars (the median), judging by those that occur only once. It tells which
  /// of several equal passages is meant.
  private static func shift(of passages: [CitedPassage], to places: Places) -> Int {
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
