package import Timeline

/// Which events are shown: the query, and its result so far.
package struct Filter: Sendable {
  /// As typed; empty if every event is shown.
  package var text: String
  package var search: Search
  /// The last query, kept when the filter is cleared, so that its matches can still be visited.
  package var last: Search?
  /// What a query that finds nothing may have been meant to say; nil until that is known.
  package var suggestions: [Suggestion]? = []
  /// The search for them, while it is in progress.
  var suggestionSearch: SuggestionSearch?
  /// Whether the result is to be reported once they are known.
  var isReportDue = false

  package var matches: Matches { search.matches }
  package var isActive: Bool { !search.query.isEmpty }
}
