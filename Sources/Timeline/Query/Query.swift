/// What a person asked for, in the one query language of every front end.
package struct Query: Equatable, Sendable {
  package let text: String
  /// Parses a query; names are looked up in the chronology, so that an unknown agency is an error with a suggestion.
  package init(_ text: String, in chronology: Chronology) throws(QueryError) { self.text = text }
  package var isEmpty: Bool { text.isEmpty }
  /// The query as a person would say it: "agency Haringey Council, and dated 2004 to 2007".
  package var words: String { text }
  /// Where the free words and phrases of the query stand in a text shown on the screen.
  package func marks(in text: String) -> [Range<String.Index>] { [] }
  /// The query text with the top-level condition on `field` set to any of `values` (removed if empty).
  package static func setting(_ field: Field, to values: [String], in text: String) -> String { text }
  /// The values of the top-level condition on `field`.
  package static func values(of field: Field, in text: String) -> [String] { [] }

  package enum Field: String, CaseIterable, Sendable { case agency, person, source, kind, date, within, before, after }
}

package struct QueryError: Error, Equatable {
  /// What is wrong and what to do, one sentence.
  package var message: String
  /// Unicode scalars of the query, counted from 0.
  package var offset: Int
}

/// What a query found.
package struct Matches: Equatable, Sendable {
  /// The events that match, those that only may included.
  package var events: EventSet
  /// Of `events`, those that only may match: their date leaves it open.
  package var possible: EventSet
  /// How many events could not be placed by a condition on dates, because nothing is known of their date, and
  /// match the rest of the query.
  package var unplaced: Int
}

/// A query being answered, in slices, so that a key press never waits for it.
package struct Search: Sendable {
  /// - Parameter previous: a finished search over the same chronology; used to narrow when this query only
  ///   adds letters to it.
  package init(_ query: Query, in chronology: Chronology, after previous: Search? = nil) {
    self.query = query
    matches = Matches(events: EventSet(all: chronology.count), possible: EventSet([]), unplaced: 0)
  }
  package let query: Query
  /// What was found so far: complete when `isFinished`.
  package private(set) var matches: Matches
  package var isFinished: Bool { true }
  /// Part of the work done, 0 to 1.
  package var progress: Double { 1 }
  /// Does about a millisecond of work for each unit of `budget`.
  package mutating func advance(budget: Int = 4) {}
}
