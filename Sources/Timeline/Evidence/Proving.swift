/// The proof of a chronology's citations, made in steps so that keys are still answered.
package struct Proving: Sendable {
  private let chronology: Chronology
  private let posts: [Source]
  private let texts: [PostText]
  /// By post id, the text that is the very file that was cited.
  private let same: [String: PostText]
  /// The events that cite a post, and how many of them have been read.
  private let events: EventSet
  private var done = 0
  private var cited: [CitedPassage] = []

  package init(of chronology: Chronology, in texts: [PostText]) {
    self.chronology = chronology
    self.texts = texts
    posts = chronology.sources.filter { $0.kind == .post }
    // Without texts there is nothing to look up.
    events = texts.isEmpty ? EventSet([]) : posts.reduce(EventSet([])) { $0.union(chronology.events(source: $1.id)) }
    same = Dictionary(
      posts.compactMap { post in
        guard let digest = post.sha256.flatMap(Digest.init) else { return nil }
        return texts.first { $0.digest == digest }.map { (post.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads this many events, some hundredths of a millisecond each, and compares their passages with the texts that
  /// are the very files cited.
  /// - Returns: the proof once all are read. That last step also looks for passages that have moved, in one search of
  ///   each text (some milliseconds for ten kilobytes).
  package mutating func advance(events count: Int = 200) -> Proof? {
    let end = min(done + max(1, count), events.count)
    for row in done..<end {
      let position = events.select(row)
      let event = chronology.event(at: position)
      for (index, citation) in event.citations.enumerated() where posts.contains(where: { $0.id == citation.source }) {
        cited.append(
          CitedPassage(citation, number: index + 1, of: event, at: position, in: same[citation.source]))
      }
    }
    done = end
    return done == events.count ? Proof(posts, cited, texts) : nil
  }
}
