/// What a person asked for, in the one query language of every front end. `Query.help` lists what it understands.
package struct Query: Equatable, Sendable {
  package let text: String
  let condition: Condition
  /// The words and phrases that make an event match, each once.
  let sought: [ByteSearch]

  /// Parses a query; names are looked up in the chronology, so that an unknown agency is an error with a suggestion.
  ///
  /// - Parameter passages: those of the available texts, whose words are searched as well.
  package init(_ text: String, in chronology: Chronology, with passages: PassageIndex? = nil) throws(QueryError) {
    self.init(text: text, condition: try Condition(QuerySyntax(text), in: chronology, with: passages))
  }

  /// Words to be found in a text, taken literally rather than as a query.
  package init(wordsOf text: String) {
    let terms = text.split(whereSeparator: \.isWhitespace).map(String.init).compactMap { word -> Condition? in
      let folded = Folding.bytes(word)
      return folded.isEmpty ? nil : .text(Condition.Term(search: ByteSearch(folded), shown: word))
    }
    self.init(text: text, condition: terms.count == 1 ? terms[0] : .all(terms))
  }

  /// The empty query, which every event matches.
  package static let everything = Query(text: "", condition: .all([]))

  fileprivate init(text: String, condition: Condition) {
    self.text = text
    self.condition = condition
    sought = condition.sought.map(\.search).uniqued
  }

  package var isEmpty: Bool { condition == .all([]) }

  /// Whether it consists only of words.
  package var isWords: Bool { condition.areWords }

  /// Numbers of the agencies, people, sources or kinds, of which every event found has one.
  package func named(_ field: Field) -> [Int] { condition.named(field) }

  /// The query as a person would say it: `agency Haringey Council, and dated 2004 to 2007`; empty for the empty query.
  package var words: String { condition.words }

  package enum Field: String, CaseIterable, Sendable {
    case text, title, agency, person, source, kind, date, within, before, after

    var takesDate: Bool {
      switch self {
      case .text, .title, .agency, .person, .source, .kind: false
      case .date, .within, .before, .after: true
      }
    }

    /// What is expected after its colon.
    package var expectation: String {
      switch self {
      case .text: "a word of what is said of an event"
      case .title: "a word of a title"
      case .agency: "the name of an agency, or part of it"
      case .person: "the name of a person, or part of it"
      case .source: "the title of a source, or part of it"
      case .kind: "a kind of event, such as letter"
      case .date, .within, .before, .after: "a date, such as 2007, feb 2007 or 2004 to 2007"
      }
    }
  }
}

extension Chronology {
  /// The events with all these words in their titles.
  package func events(titled words: String) -> EventSet {
    let terms = words.split(whereSeparator: \.isWhitespace).map { Folding.bytes(String($0)) }.filter { !$0.isEmpty }
    guard !terms.isEmpty else { return EventSet([]) }
    let conditions = terms.map {
      Condition.text(Condition.Term(search: ByteSearch($0), shown: String(decoding: $0, as: UTF8.self), scope: .title))
    }
    var search = Search(Query(text: words, condition: .all(conditions)), in: self)
    while !search.isFinished { search.advance(budget: 1000) }
    return search.matches.events
  }
}
