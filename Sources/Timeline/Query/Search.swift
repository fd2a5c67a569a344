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
