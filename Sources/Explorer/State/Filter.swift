package import Timeline

/// Which events are shown: the query, and its answer as far as it has come.
package struct Filter: Sendable {
  /// As it was typed; empty when every event is shown.
  package var text: String
  package var search: Search
  /// The last query that was asked, kept when the filter is cleared, so that its matches can still be walked.
  package var last: Search?
  /// What a query that finds nothing may have been meant for; nil until that is known.
  package var suggestions: [Suggestion]? = []

  package var matches: Matches { search.matches }
  package var isActive: Bool { !search.query.isEmpty }
}
