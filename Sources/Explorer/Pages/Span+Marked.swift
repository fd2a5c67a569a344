internal import Timeline

extension Span {
  /// A text in one style, with the words of a query highlighted.
  static func marked(_ text: String, _ style: Style = .plain, by query: Query?) -> [Span] {
    let text = Printable.line(text)
    guard let query, !query.isEmpty else { return [Span(text, style)] }
    var spans: [Span] = []
    var place = text.startIndex
    for range in query.marks(in: text) where range.lowerBound >= place {
      if range.lowerBound > place { spans.append(Span(String(text[place..<range.lowerBound]), style)) }
      var match = style
      match.tone = .match
      spans.append(Span(String(text[range]), match))
      place = range.upperBound
    }
    if place < text.endIndex { spans.append(Span(String(text[place...]), style)) }
    return spans
  }
}
