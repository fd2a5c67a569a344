package import Timeline

/// What a page depends on beside its subject and the chronology.
package struct PageContext: Sendable {
  /// The posts' texts; nil when only outlines are at hand.
  package var evidence: Evidence?
  /// The events under the present filter, for counts that follow it.
  package var shown: EventSet
  /// The last query, whose words are marked where they stand.
  package var query: Query?
  /// Of the chooser of agencies: the ids chosen, and the letters that narrow it.
  package var marked: Set<String>
  package var narrowing: String
  /// Why the file cannot be read as it is by now.
  package var unread: String?
  /// No signs that do not speak well, no numbers before rows.
  package var isScreenReader: Bool
  /// What a passage says stands in a row of its own below its citation: rows that are one line each have no room for it.
  package var splitsCitations = false
  /// Citations by their place and stance alone.
  package var isBrief = false
  /// The rows of one list at most, before a row that says how many more there are: what suits a screen, unless the page
  /// is printed whole.
  package var limit = 200

  package init(
    evidence: Evidence? = nil, shown: EventSet, query: Query? = nil, marked: Set<String> = [], narrowing: String = "",
    isScreenReader: Bool = false
  ) {
    self.evidence = evidence
    self.shown = shown
    self.query = query
    self.marked = marked
    self.narrowing = narrowing
    self.isScreenReader = isScreenReader
  }
}
