/// Marks the cited passages in a post's text.
struct PassageMarker {
  private struct Passage {
    let number: Int
    /// Scalars of the post.
    let range: Range<Int>
    let supports: [SourceText.Support]
  }

  private let text: PostText
  private let passages: [Passage]

  init(_ text: PostText, _ entries: [Proof.Entry]) {
    self.text = text
    var supports: [Range<Int>: [SourceText.Support]] = [:]
    for entry in entries {
      guard let place = entry.place else { continue }
      supports[place, default: []].append(
        SourceText.Support(event: entry.event, position: entry.position, number: entry.number))
    }
    let inOrder = supports.sorted { ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound) }
    passages = inOrder.enumerated().map { Passage(number: $0 + 1, range: $1.key, supports: $1.value) }
  }

  var paragraphs: [SourceText.Paragraph] {
    text.paragraphs.map(marked)
  }

  func marked(_ paragraph: Paragraph) -> SourceText.Paragraph {
    let line = CleanLine(text.scalars, paragraph.range)
    let marks = passages.compactMap { passage -> SourceText.Mark? in
      let range = line.characters(of: passage.range)
      return range.isEmpty ? nil : SourceText.Mark(number: passage.number, range: range, supports: passage.supports)
    }
    return SourceText.Paragraph(
      number: paragraph.number, text: line.text, marks: marks, runs: PassageMarker.runs(line.count, marks))
  }

  /// Splits a line of this many characters wherever a mark begins or ends.
  private static func runs(_ count: Int, _ marks: [SourceText.Mark]) -> [SourceText.Run] {
    let cuts = Set(marks.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [0, count]).sorted()
    return zip(cuts, cuts.dropFirst()).map { start, end in
      SourceText.Run(range: start..<end, marks: marks.filter { $0.range.contains(start) }.map(\.number))
    }
  }
}
