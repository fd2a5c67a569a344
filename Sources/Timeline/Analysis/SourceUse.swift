/// What rests on a source: its events in the order of its paragraphs, and the paragraphs that no event uses.
///
/// Cost: decodes only the events that cite the source.
package struct SourceUse: Sendable {
  /// One event and the places of the source on which it rests.
  package struct Use: Sendable {
    package let position: Int
    package let event: String
    /// Its citations of this source, numbered from 1 among all of the event's citations, in paragraph order.
    package let citations: [Int]
    /// The paragraphs of those citations, each once, in order; empty for a record.
    package let paragraphs: [Int]
  }

  /// One paragraph and what rests on it.
  package struct ParagraphUse: Sendable {
    package let number: Int
    /// What it says in the chronology's own words, if the outline covers it.
    package let outline: OutlineLine?
    /// Positions of the events that cite it, in time order.
    package let events: [Int]
  }

  package let source: Source
  /// In the order of the first paragraph that each uses, then in time order.
  package let uses: [Use]
  /// Every paragraph of the source from 1, including those on which nothing rests.
  package let paragraphs: [ParagraphUse]

  package init(of source: Source, in chronology: Chronology) {
    self.source = source
    var uses: [Use] = []
    var byParagraph: [Int: [Int]] = [:]
    for position in chronology.events(source: source.id) {
      let event = chronology.event(at: position)
      let cited = event.citations.enumerated().filter { $0.element.source == source.id }
        .map { (number: $0.offset + 1, paragraph: $0.element.paragraph) }
        .sorted { ($0.paragraph ?? 0, $0.number) < ($1.paragraph ?? 0, $1.number) }
      let paragraphs = cited.compactMap(\.paragraph).uniqued
      for paragraph in paragraphs { byParagraph[paragraph, default: []].append(position) }
      uses.append(Use(position: position, event: event.id, citations: cited.map(\.number), paragraphs: paragraphs))
    }
    self.uses = uses.sorted { ($0.paragraphs.first ?? 0, $0.position) < ($1.paragraphs.first ?? 0, $1.position) }
    let outline = Dictionary(source.outline.map { ($0.paragraph, $0) }, uniquingKeysWith: { first, _ in first })
    let numbers = Set(1...max(source.paragraphs ?? 1, 1)).union(outline.keys).union(byParagraph.keys)
    let isEmpty = source.paragraphs == nil && outline.isEmpty && byParagraph.isEmpty
    paragraphs = (isEmpty ? [] : numbers.sorted()).map {
      ParagraphUse(number: $0, outline: outline[$0], events: byParagraph[$0] ?? [])
    }
  }

  /// Numbers of the paragraphs that an event cites.
  package var used: [Int] { paragraphs.filter { !$0.events.isEmpty }.map(\.number) }
  /// Numbers of the paragraphs that no event cites.
  package var unused: [Int] { paragraphs.filter(\.events.isEmpty).map(\.number) }
  /// The unused paragraphs with content: neither headings nor what the page's software added.
  package var unusedText: [Int] {
    paragraphs.filter { $0.events.isEmpty && ($0.outline.map { $0.part != .heading && $0.part != .furniture } ?? true) }
      .map(\.number)
  }
}
