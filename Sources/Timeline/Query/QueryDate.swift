/// A date in a query: what was typed, and how it was understood.
struct QueryDate: Equatable, Sendable {
  var bounds: Bounds
  /// "February 2007".
  var words: String

  init(_ value: QuerySyntax.Value) throws(QueryError) {
    do {
      let date = try TypedDate(value.text)
      bounds = date.edtf.bounds
      words = date.words
    } catch {
      let instead = error.suggestion.map { "; did you mean \($0)?" } ?? "."
      throw QueryError(
        message: "“\(value.text)” is no date: \(error.reason)\(instead)", offset: value.offset + error.offset)
    }
  }

  private static func isDate(_ text: String) -> Bool { (try? TypedDate(text)) != nil }

  /// Words of the longest date that may be typed without quotes.
  private static let mostWords = 12

  /// The end of the longest run of words from `start` that is a date; commas may stand in it. Where there is none,
  /// the end of the run of words that were probably meant as one, so that the error speaks of all of them.
  static func longest(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var ends: [Int] = []
    var meant = start
    var seemsDate = true
    var at = start
    while at < scalars.count, ends.count < mostWords * 2 {
      let word = at
      while at < scalars.count, !QueryParser.ends(scalars[at]) {
        if scalars[at] == ",", at > word { ends.append(at) }
        at += 1
      }
      if at == word { break }
      ends.append(at)
      if seemsDate, isDatelike(scalars[word..<at]) { meant = at } else { seemsDate = false }
      while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
    }
    for end in ends.reversed() where isDate(String(String.UnicodeScalarView(scalars[start..<end]))) { return end }
    return meant > start && !scalars[start..<meant].contains(",") ? meant : nil
  }

  private static let dateWords: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu",
    "fri",
    "sat", "sun", "spr", "sum", "aut", "win", "ear", "mid", "lat", "cir", "abo", "fir", "sec", "hal", "of", "to", "bet",
    "and",
    "sin", "unt", "bef", "aft", "-", "–",
  ]

  /// Whether a word may be part of a date: it has a digit, or begins as the words of dates do.
  private static func isDatelike(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.contains { ("0"..."9").contains($0) }
      || dateWords.contains(String(String.UnicodeScalarView(word.prefix(3))).lowercased())
  }
}
