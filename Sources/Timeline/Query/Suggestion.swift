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
    Wording.didYouMean(suggestions.map(\.text).joined(separator: " or "))
  }

  /// Looks for everything at once; see `SuggestionSearch` for a search in steps.
  package static func all(
    for text: String, in chronology: Chronology, with passages: PassageIndex? = nil
  ) -> [Suggestion] {
    var search = SuggestionSearch(for: text, in: chronology, with: passages)
    while !search.isFinished { search.advance() }
    return search.found
  }
}
