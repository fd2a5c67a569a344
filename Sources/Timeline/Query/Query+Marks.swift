extension Query {
  /// Whether a text contains all words that must be found.
  package func isHeld(by text: String) -> Bool {
    let folded = Folding.bytes(text)
    return condition.terms.allSatisfy { ByteSearch($0).isFound(in: folded) }
  }

  /// The ranges of the query's free words and phrases in a text shown on the screen, in order and without overlaps.
  /// Negated ones are not marked.
  package func marks(in text: String) -> [Range<String.Index>] {
    let terms = condition.terms
    if terms.isEmpty { return [] }
    let folded = Folding.mapped(text)
    var marked = [Bool](repeating: false, count: folded.bytes.count)
    for term in terms {
      let search = ByteSearch(term)
      var at = 0
      while let found = search.first(in: folded.bytes, from: at) {
        for i in found..<found + term.count { marked[i] = true }
        at = found + 1
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

  /// The folded words and phrases that make an event match.
  var terms: [[UInt8]] {
    switch self {
    case .text(let term): [term.folded]
    case .named, .dated, .not: []
    case .all(let parts), .any(let parts): parts.flatMap(\.terms)
    }
  }
}
