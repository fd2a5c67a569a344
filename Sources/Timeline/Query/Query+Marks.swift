extension Query {
  /// Whether a text contains all words that must be found.
  package func isHeld(by text: String) -> Bool {
    let folded = Folding.bytes(text)
    return sought.allSatisfy { $0.isFound(in: folded) }
  }

  /// Whether a text contains one of them.
  package func isMarked(in text: String) -> Bool {
    let folded = Folding.bytes(text)
    return sought.contains { $0.isFound(in: folded) }
  }

  /// The ranges of the query's free words and phrases in a text shown on the screen, in order and without overlaps.
  /// Negated ones are not marked.
  package func marks(in text: String) -> [Range<String.Index>] {
    if sought.isEmpty { return [] }
    let folded = Folding.mapped(text)
    var marked = [Bool](repeating: false, count: folded.bytes.count)
    for search in sought {
      var (at, end) = (0, 0)
      while let found = search.first(in: folded.bytes, from: at) {
        at = found + 1
        let start = max(found, end)
        end = found + search.term.count
        for i in start..<end { marked[i] = true }
      }
    }
    var ranges: [Range<String.Index>] = []
    var at = 0
    while let start = marked[at...].firstIndex(of: true) {
      at = marked[start...].firstIndex(of: false) ?? marked.count
      // A mark extends to the next scalar outside it: "s" marks all of "ß".
      var end = at
      while end < folded.bytes.count, folded.origins[end] == folded.origins[at - 1] { end += 1 }
      let utf8 = text.utf8
      let from = utf8.index(utf8.startIndex, offsetBy: folded.origins[start])
      let to = utf8.index(utf8.startIndex, offsetBy: folded.origins[end])
      if let last = ranges.last, last.upperBound >= from {
        ranges[ranges.count - 1] = last.lowerBound..<max(to, last.upperBound)
      } else {
        ranges.append(from..<to)
      }
    }
    return ranges
  }
}

extension Condition {
  var areWords: Bool {
    switch self {
    case .text: true
    case .named, .dated, .not, .any: false
    case .all(let parts): parts.allSatisfy(\.areWords)
    }
  }

  /// The words and phrases that make an event match.
  var sought: [Term] {
    switch self {
    case .text(let term): [term]
    case .named, .dated, .not: []
    case .all(let parts), .any(let parts): parts.flatMap(\.sought)
    }
  }
}
