/// How well the chronology is supported: citations by event and by source, and what is thinly or not supported.
///
/// Cost: one pass over numbers, some nanoseconds an event; decodes none.
package struct Coverage: Sendable {
  package struct SourceCover: Sendable {
    package let source: String
    package private(set) var citations = 0
    package let events: Int
    /// Paragraphs cited, of how many there are, where that is known.
    package fileprivate(set) var paragraphsCited = 0
    package let paragraphs: Int?

    fileprivate init(_ source: Source, events: Int) {
      self.source = source.id
      self.events = events
      paragraphs = source.paragraphs
    }

    fileprivate mutating func cite() { citations += 1 }
  }

  /// In the order of the file.
  package private(set) var sources: [SourceCover]
  /// Citations in all, of posts and of records.
  package let citations: Int
  /// Events that rest on one source only.
  package let single: EventSet
  /// Events with citations, of which none states the date.
  package let undated: EventSet
  /// Events without a citation.
  package let uncited: EventSet

  private let chronology: Chronology

  package init(of chronology: Chronology) {
    self.chronology = chronology
    let cited = chronology.cited
    citations = cited.paragraphs.count
    sources = chronology.sources.map { SourceCover($0, events: chronology.positions(source: $0.id).count) }
    var single = EventSet.words(filling: chronology.count)
    var uncited = single
    for position in 0..<chronology.count {
      let places = cited.sources[chronology.row(at: position)]
      let bit: UInt64 = 1 << UInt64(position & 63)
      if !places.isEmpty { uncited[position >> 6] &= ~bit }
      if places.isEmpty || places.contains(where: { $0 != places.first }) { single[position >> 6] &= ~bit }
    }
    self.single = EventSet(words: single)
    self.uncited = EventSet(words: uncited)
    undated = EventSet(all: chronology.count).subtracting(chronology.dated).subtracting(self.uncited)
    countParagraphs(cited)
  }

  /// How often a position's event is cited.
  package func citations(at position: Int) -> Int {
    chronology.cited.sources[chronology.row(at: position)].count
  }

  /// How many events have citations, and the positions of those with most, in time order where they have as many.
  package func mostCited(_ limit: Int) -> (count: Int, first: [Int]) {
    var first: [(position: Int, citations: Int)] = []
    for position in 0..<chronology.count {
      let count = citations(at: position)
      guard count > 0, first.count < limit || count > first[limit - 1].citations else { continue }
      if first.count == limit { first.removeLast() }
      let place = first.lastIndex { $0.citations >= count }.map { $0 + 1 } ?? 0
      first.insert((position, count), at: place)
    }
    return (chronology.count - uncited.count, first.map(\.position))
  }

  private mutating func countParagraphs(_ cited: CitedPlaces) {
    /// For each source its paragraphs, a bit each; those far beyond what is usual in a set.
    var usual = [[UInt64]](repeating: [], count: sources.count)
    var far = [Set<UInt32>](repeating: [], count: sources.count)
    for (source, paragraph) in zip(cited.sources.items, cited.paragraphs) {
      let source = Int(source)
      sources[source].cite()
      guard paragraph > 0 else { continue }
      let word = Int(paragraph >> 6)
      if word >= 64 {
        far[source].insert(paragraph)
      } else {
        if word >= usual[source].count { usual[source] += repeatElement(0, count: word + 1 - usual[source].count) }
        usual[source][word] |= 1 << UInt64(paragraph & 63)
      }
    }
    for source in sources.indices {
      sources[source].paragraphsCited = usual[source].reduce(far[source].count) { $0 + $1.nonzeroBitCount }
    }
  }
}
