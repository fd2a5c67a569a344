/// What a person asked for, in the one query language of every front end. `Query.help` says what it knows.
package struct Query: Equatable, Sendable {
  package let text: String
  let condition: Condition

  /// Parses a query; names are looked up in the chronology, so that an unknown agency is an error with a suggestion.
  package init(_ text: String, in chronology: Chronology) throws(QueryError) {
    self.text = text
    condition = try Condition(QuerySyntax(text), in: chronology)
  }

  /// The empty query, which every event matches.
  package static let everything = Query(text: "", condition: .all([]))

  private init(text: String, condition: Condition) {
    self.text = text
    self.condition = condition
  }

  package var isEmpty: Bool { condition == .all([]) }

  /// The query as a person would say it: `agency Haringey Council, and dated 2004 to 2007`; empty if it is.
  package var words: String { condition.words }

  package enum Field: String, CaseIterable, Sendable {
    case agency, person, source, kind, date, within, before, after

    var takesDate: Bool {
      switch self {
      case .agency, .person, .source, .kind: false
      case .date, .within, .before, .after: true
      }
    }

    /// What stands after its colon.
    var expectation: String {
      switch self {
      case .agency: "the name of an agency, or part of it"
      case .person: "the name of a person, or part of it"
      case .source: "the title of a source, or part of it"
      case .kind: "a kind of event, such as letter"
      case .date, .within, .before, .after: "a date, such as 2007, feb 2007 or 2004 to 2007"
      }
    }
  }
}
