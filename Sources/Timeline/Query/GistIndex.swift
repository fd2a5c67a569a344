/// The outlines of the sources, folded: finds the paragraphs whose gist contains a word. Built once per chronology.
struct GistIndex: Sendable {
  /// For each gist the number of its source, and its paragraph.
  private let places: [(source: Int, paragraph: Int)]
  private let gists: FoldedNames

  init(_ sources: [Source]) {
    places = sources.enumerated().flatMap { number, source in
      source.outline.map { (source: number, paragraph: $0.paragraph) }
    }
    gists = FoldedNames(sources.flatMap(\.outline).map { [$0.gist] })
  }

  /// Numbers, ascending, of the gists that contain a text.
  func containing(_ search: ByteSearch) -> [Int] { gists.owners(of: search) { _, _ in true } }

  /// The text of all gists, folded, one per line.
  var text: [UInt8] { gists.text }

  /// Calls `body` with the position of each event that cites a paragraph with one of these gists, possibly more than
  /// once. Costs a few nanoseconds for each citation of their sources.
  func forEachEvent(citing numbers: [Int], in chronology: Chronology, _ body: (Int) -> Void) {
    for (source, numbers) in Dictionary(grouping: numbers, by: { places[$0].source }) {
      let paragraphs = Set(numbers.map { UInt32(clamping: places[$0].paragraph) })
      let cited = chronology.cited
      for position in chronology.positions(source: chronology.sources[source].id) {
        for index in cited.sources.range(of: chronology.row(at: Int(position)))
        where Int(cited.sources.items[index]) == source && paragraphs.contains(cited.paragraphs[index]) {
          body(Int(position))
        }
      }
    }
  }
}
