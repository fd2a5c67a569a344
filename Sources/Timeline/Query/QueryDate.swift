internal import EDTF

/// A date in a query: what was typed, and how it was understood.
struct QueryDate: Equatable, Sendable {
  var bounds: Bounds
  /// "February 2007".
  var words: String

  init(_ value: QuerySyntax.Value, of field: Query.Field) throws(QueryError) {
    do {
      let date = try NaturalDate(value.text)
      bounds = date.edtf.bounds
      words = date.words
    } catch {
      throw QueryError(
        message: "“\(value.text)” is not a date: \(error.explanation)", offset: value.offset + error.offset,
        isUnfinished: value.isLast && error.suggestion == nil)
    }
    if field == .before && bounds.earliest == .open || field == .after && bounds.latest == .open {
      let end = field == .before ? "beginning" : "end"
      throw QueryError(
        message: "“\(value.text)” has no \(end) that something can be \(field.rawValue): use date: or within:.",
        offset: value.offset)
    }
  }

  private static func isDate(_ text: String) -> Bool { (try? NaturalDate(text)) != nil }

  /// The maximum number of words in a date typed without quotes.
  private static let mostWords = 12

  /// The end of the longest run of words from `start` that is a date. Commas separate dates; one inside a date is
  /// accepted only if there is no date without it. If there is no date, or a "to" follows it without a second one,
  /// returns the end of the words that were probably meant as a date, so that the error refers to all of them.
  static func longest(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var plain: [Int] = []
    var withCommas: [Int] = []
    var words: [Range<Int>] = []
    var hasComma = false
    var at = start
    while at < scalars.count, words.count < mostWords {
      let word = at
      while at < scalars.count, !QueryParser.ends(scalars[at]) {
        if scalars[at] == "," {
          if hasComma { withCommas.append(at) } else { plain.append(at) }
          hasComma = true
        }
        at += 1
      }
      if at == word { break }
      if hasComma { withCommas.append(at) } else { plain.append(at) }
      words.append(word..<at)
      while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
    }
    let meant = words.prefix { isDatelike(scalars[$0]) && !scalars[$0].contains(",") }.last?.upperBound
    for end in plain.reversed() + withCommas.reversed() where isDate(text(scalars[start..<end])) {
      guard let next = words.firstIndex(where: { $0.lowerBound > end }), let meant, meant > end else { return end }
      let isOpen = ["to", "until", "-", "–"].contains(text(scalars[words[next]]).lowercased())
      if isOpen && (next + 1 == words.count || words[next].upperBound < meant) { return meant }
      // "2004 to 31 feb 2007": 31 is a day that February does not have, never the year 2031.
      let lastWord = words[..<next].last.map { scalars[$0] } ?? []
      let isDay = lastWord.count <= 2 && lastWord.allSatisfy { ("0"..."9").contains($0) }
      return isDay && months.contains(text(scalars[words[next]].prefix(3)).lowercased()) ? meant : end
    }
    return meant
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static let months = Set(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(separator: " ").map(String.init))

  private static let dateWords = Set(
    """
    jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun spr sum aut win ear mid lat cir abo fir \
    sec hal of to bet and sin unt bef aft - –
    """.split(separator: " ").map(String.init))

  /// Whether a word may be part of a date: it has a digit, or begins like a word used in dates.
  private static func isDatelike(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.contains { ("0"..."9").contains($0) }
      || dateWords.contains(text(word.prefix(3)).lowercased())
  }
}
