/// Makes the proof of a chronology's citations, in steps so that keys are still answered.
package struct ProofBuilder: Sendable {
  private let chronology: Chronology
  private let posts: [Source]
  private let texts: [PostText]
  /// By post id, the text that is the very file that was cited.
  private let same: [String: PostText]
  /// The events that cite a post, and how many of them have been read.
  private let events: EventSet
  private var done = 0
  private var cited: [CitedPassage] = []
  /// What follows once all are read.
  private var search: ProofSearch?

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

  /// The fraction of the work done, 0 to 1; reading the events is a small part of it.
  package var progress: Double { search?.progress ?? 0 }

  /// Reads this many events, some hundredths of a millisecond each, and compares their passages with the texts that
  /// are the very files cited. Once all are read, a step looks for the passages of the other posts in a piece of one
  /// text, which takes some milliseconds.
  /// - Returns: the proof, from the step that completes it.
  package mutating func advance(events count: Int = 200) -> Proof? {
    guard done == events.count else {
      read(count)
      return nil
    }
    if search == nil { search = ProofSearch(posts, cited, texts) }
    search?.advance()
    return search?.proof
  }

  private mutating func read(_ count: Int) {
    let end = done + min(max(1, count), events.count - done)
    for row in done..<end {
      let position = events.select(row)
      let event = chronology.event(at: position)
      for (index, citation) in event.citations.enumerated() where posts.contains(where: { $0.id == citation.source }) {
        cited.append(
          CitedPassage(citation, number: index + 1, of: event, at: position, in: same[citation.source]))
      }
    }
    done = end
  }
}
