internal import EDTF

/// Looks for what a query that finds nothing may have been meant to say, in steps so that keys are still answered.
package struct SuggestionSearch: Sendable {
  /// What was found, the most likely first: at most three, and complete once `isFinished`. None for a query that cannot
  /// be parsed, or whose words all occur.
  package private(set) var found: [Suggestion] = []
  /// What is still to be tried, the next one last. A query has as many steps as it has words, and up to five more.
  private var steps: [Step]

  private let chronology: Chronology
  private let passages: PassageIndex?
  private let scalars: [Unicode.Scalar]
  /// The words that occur nowhere, and what may have been meant by each: never empty.
  private var choices: [(range: Range<Int>, words: [String])] = []

  private enum Step {
    /// The whole query meant differently.
    case meaning(String)
    /// Whether the word in this range occurs, and what it may have been meant to be.
    case word(Range<Int>)
    /// The query with this for its first misspelt word, and the likeliest for the others.
    case guess(String)
  }

  private static let most = 3
  /// Milliseconds of searching allowed for each step.
  private static let budget = 6

  package init(for text: String, in chronology: Chronology, with passages: PassageIndex? = nil) {
    self.chronology = chronology
    self.passages = passages
    scalars = Array(text.unicodeScalars)
    let ranges = (try? QuerySyntax(text))?.wordRanges(in: scalars) ?? []
    let meanings = [Self.withColons(text), Self.asDate(text)].compactMap(\.self)
    steps = (meanings.map(Step.meaning) + ranges.map(Step.word)).reversed()
  }

  package var isFinished: Bool { steps.isEmpty }

  /// Makes one search of some milliseconds at most. The first misspelt word costs as much again: the chronology's words
  /// are collected then.
  package mutating func advance() {
    switch steps.popLast() {
    case nil: break
    case .meaning(let text):
      guard let meant = suggestion(text, showing: text) else { break }
      found = [meant]
      steps = []
    case .word(let range): look(at: range)
    case .guess(let word): respell(with: word)
    }
  }

  // MARK: Correcting words

  private mutating func look(at range: Range<Int>) {
    let word = String(String.UnicodeScalarView(scalars[range]))
    if count(word) == 0 {
      let near = near(word)
      guard !near.isEmpty, choices.count < Self.most else {
        steps = []
        return
      }
      choices.append((range, near))
    }
    guard steps.isEmpty, let first = choices.first else { return }
    steps = first.words.prefix(Self.most).reversed().map(Step.guess)
  }

  private func near(_ word: String) -> [String] {
    let folded = Folding.string(word)
    let found = chronology.words.near(folded) + (passages?.words.near(folded) ?? [])
    return found.sorted { ($0.distance, -$0.count, $0.word) < ($1.distance, -$1.count, $1.word) }.map(\.word).uniqued
  }

  private mutating func respell(with guess: String) {
    let words = [guess] + choices.dropFirst().map { $0.words[0] }
    var respelt = scalars
    for (choice, word) in zip(choices, words).reversed() {
      respelt.replaceSubrange(choice.range, with: Array(word.unicodeScalars))
    }
    let text = String(String.UnicodeScalarView(respelt))
    if let meant = suggestion(text, showing: words.joined(separator: " ")) { found.append(meant) }
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
  private func suggestion(_ text: String, showing words: String) -> Suggestion? {
    let count = count(text)
    return count == 0 ? nil : Suggestion(query: text, words: words, count: count)
  }

  /// 0 also for a text that is not a query; nil if counting would take too long.
  private func count(_ text: String) -> Int? {
    guard let query = try? Query(text, in: chronology, with: passages) else { return 0 }
    var search = Search(query, in: chronology)
    search.advance(budget: Self.budget)
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
