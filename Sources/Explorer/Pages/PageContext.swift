package import Timeline

/// What a page depends on besides its subject and the chronology.
package struct PageContext: Sendable {
  /// The posts' texts; nil if only outlines are available.
  package var evidence: Evidence?
  /// The events under the current filter, for counts that depend on it.
  package var shown: EventSet
  /// The last query, whose words are highlighted.
  package var query: Query?
  /// For the chooser of agencies: the ids chosen, and the letters that narrow it.
  package var marked: Set<String>
  package var narrowing: String
  /// The reader's bookmarks and notes.
  package var notes = Notes()
  /// Why the file's current content cannot be read.
  package var unread: String?
  /// Whether to avoid signs that do not speak well, and numbers before rows.
  package var isScreenReader: Bool
  /// Whether what a passage says goes into a row of its own below its citation, because single-line rows have no room
  /// for it.
  package var splitsCitations = false
  /// Whether citations give only their place and stance.
  package var isBrief = false
  /// The maximum number of rows of a list, before a row that says how many more there are: suits a screen, unless the
  /// page is printed in full.
  package var limit = 200
  package var keys = KeyBindings()

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
