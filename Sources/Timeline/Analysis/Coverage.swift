/// How well the chronology is supported: citations by event and by source, and what has little or no support.
///
/// Cost: one pass over numbers, a few nanoseconds per event; decodes no event.
package struct Coverage: Sendable {
  package struct SourceCover: Sendable {
    package let source: String
    package fileprivate(set) var citations = 0
    package let events: Int
    /// The number of paragraphs cited, out of how many, if that is known.
    package fileprivate(set) var paragraphsCited = 0
    package let paragraphs: Int?

    fileprivate init(_ source: Source, events: Int) {
      self.source = source.id
      self.events = events
      paragraphs = source.paragraphs
    }
  }

  /// In file order.
  package private(set) var sources: [SourceCover]
  /// The total number of citations, of posts and of records.
  package let citations: Int
  /// Events that rest on passages of one post only.
  package let single: EventSet
  /// Events whose date is stated by no post.
  package let undated: EventSet
  /// Events that rest on no passage of a post.
  package let unsupported: EventSet

  private let chronology: Chronology

  package init(of chronology: Chronology) {
    self.chronology = chronology
    let cited = chronology.cited
    citations = cited.paragraphs.count
    sources = chronology.sources.map { SourceCover($0, events: chronology.positions(source: $0.id).count) }
    var single = EventSet.Members(chronology.count)
    var unsupported = single
    let (lists, order) = (cited.sources, chronology.index.order)
    for row in 0..<lists.count {
      let places = lists.range(of: row)
      let position = order.position(ofRow: row)
      if let first = places.first(where: { cited.supports[$0] }) {
        let isSingle = places.allSatisfy { !cited.supports[$0] || lists.items[$0] == lists.items[first] }
        if isSingle { single.insert(position) }
      } else {
        unsupported.insert(position)
      }
    }
    self.single = single.set
    self.unsupported = unsupported.set
    undated = EventSet(all: chronology.count).subtracting(chronology.dated)
    countParagraphs(cited)
  }

  /// The number of citations of the event at a position.
  package func citations(at position: Int) -> Int {
    chronology.cited.sources.range(of: chronology.row(at: position)).count
  }

  /// How many events have citations, and the positions of the most cited; ties are in time order.
  package func mostCited(_ limit: Int) -> (count: Int, first: [Int]) {
    var first: [(position: Int, citations: Int)] = []
    var citedCount = 0
    let (lists, order) = (chronology.cited.sources, chronology.index.order)
    for position in 0..<chronology.count {
      let count = lists.range(of: order.row(at: position)).count
      if count > 0 { citedCount += 1 }
      guard count > 0, first.count < limit || count > first[limit - 1].citations else { continue }
      if first.count == limit { first.removeLast() }
      let place = first.lastIndex { $0.citations >= count }.map { $0 + 1 } ?? 0
      first.insert((position, count), at: place)
    }
    return (citedCount, first.map(\.position))
  }

  private mutating func countParagraphs(_ cited: CitedPlaces) {
    // For each source, a bit for each of the paragraphs that it declares; paragraphs beyond those go into a set.
    var starts = [0]
    for source in sources {
      starts.append(starts[starts.count - 1] + min(max(0, source.paragraphs ?? 0), 1 << 16) / 64 + 1)
    }
    var bits = [UInt64](repeating: 0, count: starts[sources.count])
    var beyond = [Set<UInt32>](repeating: [], count: sources.count)
    var citations = [Int](repeating: 0, count: sources.count)
    for (source, paragraph) in zip(cited.sources.items, cited.paragraphs) {
      let source = Int(source)
      citations[source] += 1
      let word = starts[source] + Int(paragraph >> 6)
      if word < starts[source + 1] {
        bits[word] |= 1 << UInt64(paragraph & 63)
      } else {
        beyond[source].insert(paragraph)
      }
    }
    for source in sources.indices {
      // Paragraph 0 marks a source without paragraphs.
      bits[starts[source]] &= ~1
      sources[source].citations = citations[source]
      sources[source].paragraphsCited =
        bits[starts[source]..<starts[source + 1]].reduce(beyond[source].count) { $0 + $1.nonzeroBitCount }
    }
  }
}
