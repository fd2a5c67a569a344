internal import EDTF

/// What a query that finds nothing may have been meant to say: the same with misspelt words replaced, each by a whole
/// word of the chronology.
package struct Suggestion: Equatable, Sendable {
  /// The corrected query.
  package let query: String
  /// The words substituted, or the whole query if more than words differ.
  package let words: String
  /// The number of events it finds; nil if counting them would keep the reader waiting.
  package let count: Int?

  /// "letter (6)".
  package var text: String { count.map { "\(words) (\($0))" } ?? words }

  /// "Did you mean letter (6) or latter (1)?"
  package static func question(_ suggestions: [Suggestion]) -> String {
    "Did you mean \(suggestions.map(\.text).joined(separator: " or "))?"
  }

  private static let most = 3
  /// Milliseconds of searching allowed for each.
  private static let budget = 6

  /// Up to three, the most likely first. None for a query that cannot be parsed, or whose words all occur.
  ///
  /// Cost: some milliseconds for the words of the chronology, the first time; then as much for each suggestion.
  package static func all(
    for text: String, in chronology: Chronology, with passages: PassageIndex? = nil
  ) -> [Suggestion] {
    let meant = [withColons(text), asDate(text)].compactMap { $0 }.compactMap { meant in
      suggestion(meant, showing: meant, in: chronology, with: passages)
    }
    if !meant.isEmpty { return Array(meant.prefix(1)) }
    return respelt(text, in: chronology, with: passages)
  }

  // MARK: Correcting words

  private static func respelt(
    _ text: String, in chronology: Chronology, with passages: PassageIndex?
  ) -> [Suggestion] {
    guard let syntax = try? QuerySyntax(text) else { return [] }
    let scalars = Array(text.unicodeScalars)
    var choices: [(range: Range<Int>, words: [String])] = []
    for range in syntax.wordRanges(in: scalars) {
      let word = String(String.UnicodeScalarView(scalars[range]))
      guard count(word, in: chronology, with: passages) == 0 else { continue }
      let near = near(word, in: chronology, with: passages)
      if near.isEmpty || choices.count == most { return [] }
      choices.append((range, near))
    }
    guard let first = choices.first else { return [] }
    // Each guess for the first word, with the likeliest for the others.
    return first.words.prefix(most).compactMap { guess in
      let words = [guess] + choices.dropFirst().map { $0.words[0] }
      var respelt = scalars
      for (choice, word) in zip(choices, words).reversed() {
        respelt.replaceSubrange(choice.range, with: Array(word.unicodeScalars))
      }
      return suggestion(
        String(String.UnicodeScalarView(respelt)), showing: words.joined(separator: " "), in: chronology, with: passages
      )
    }
  }

  private static func near(_ word: String, in chronology: Chronology, with passages: PassageIndex?) -> [String] {
    let folded = Folding.string(word)
    let found = chronology.words.near(folded) + (passages?.words.near(folded) ?? [])
    return found.sorted { ($0.distance, -$0.count, $0.word) < ($1.distance, -$1.count, $1.word) }.map(\.word).uniqued
  }

  // MARK: Correcting conditions

  /// Adds the colon to conditions written without it ("agency haringey before 2005"); nil if there are none.
  private static func withColons(_ text: String) -> String? {
    var words = text.split(separator: " ").map(String.init)
    let fields = Set(Query.Field.allCases.map(\.rawValue))
    for index in words.indices.dropLast().reversed() where fields.contains(words[index].lowercased()) {
      words[index] = words[index].lowercased() + ":" + words.remove(at: index + 1)
    }
    let meant = words.joined(separator: " ")
    return meant == text ? nil : meant
  }

  private static func asDate(_ text: String) -> String? {
    (try? NaturalDate(text)).map { Query.setting(.date, to: [$0.edtf.description], in: "") }
  }

  // MARK: Counting matches

  /// Nil if it finds nothing.
  private static func suggestion(
    _ text: String, showing words: String, in chronology: Chronology, with passages: PassageIndex?
  ) -> Suggestion? {
    let count = count(text, in: chronology, with: passages)
    return count == 0 ? nil : Suggestion(query: text, words: words, count: count)
  }

  /// 0 also for a text that is not a query; nil if counting would take too long.
  private static func count(_ text: String, in chronology: Chronology, with passages: PassageIndex?) -> Int? {
    guard let query = try? Query(text, in: chronology, with: passages) else { return 0 }
    var search = Search(query, in: chronology)
    search.advance(budget: budget)
    return search.isFinished ? search.matches.events.count : nil
  }
}

extension QuerySyntax {
  /// The ranges of the words that must be found, excluding phrases and names: in scalars of the query, in order.
  fileprivate func wordRanges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    switch kind {
    case .text(let word): word.unicodeScalars.count == range.count && !isGrouped ? [range] : []
    case .field(.text, let values), .field(.title, let values):
      values.filter { scalars[$0.offset] != "\"" && scalars[$0.offset] != "“" }
        .map { $0.offset..<$0.offset + $0.text.unicodeScalars.count }
    case .field, .not: []
    case .all(let parts), .any(let parts): parts.flatMap { $0.wordRanges(in: scalars) }
    }
  }
}
