package import Timeline

/// What the reader is doing. Changed only by `apply`; painted by `Painter`, put into words by `Narrator`.
package struct State: Sendable {
  package internal(set) var chronology: Chronology
  /// The fraction of the file read so far, 0 to 1; nil when it is complete.
  package internal(set) var progress: Double?
  /// Why the file's current content cannot be read; nil if what is shown is what it contains.
  package internal(set) var unread: String?
  /// The texts of posts that were found beside the chronology, and what they prove; nil without texts, and until it is
  /// known.
  package internal(set) var texts: [PostText]
  package internal(set) var evidence: Evidence?
  /// The proof in progress; nil when it is complete, and without texts.
  var proofBuilder: ProofBuilder?
  package internal(set) var preferences: Preferences
  /// The reader's bookmarks and notes, as they are stored or about to be.
  package internal(set) var notes = Notes()
  package internal(set) var size: Size
  /// The widths of what the list shows, by which the screen is divided.
  package internal(set) var measure: ListMeasure
  package internal(set) var filter: Filter
  /// The event selected in the list, by id, so that a filter keeps it; nil if no event is shown.
  package internal(set) var selection: String?
  /// The event that the detail pane, the axis and the counters show: follows the selection when the keys rest.
  package internal(set) var settled: String?
  /// The stack of open views: the list at the bottom, the one being read on top. Never empty.
  package internal(set) var views: [View]
  package internal(set) var prompt: Prompt?
  package internal(set) var message: Message?
  /// Whether the message, or the prompt's interpretation, is hidden until the keys rest: it is the same as before, and
  /// a screen reader only announces what is new.
  package internal(set) var isWithheld = false
  /// Lines typed at each prompt, oldest first.
  package internal(set) var history: [CommandName: [String]]
  /// How often another part or version of the file has been adopted.
  var generation = 0
  /// Earlier places, for `undo`, most recent last.
  var past: [ReturnPoint]
  /// Where the reader was when the prompt opened: restored if the line is abandoned.
  var origin: ReturnPoint?
  /// The last line entered, until another command: it comes back if the front end reports a fault in it.
  var submitted: Prompt?
  /// In text mode, how many rows from the cursor on have just been read out: `more` continues after them.
  var toldRows: Int

  /// What `undo`, or Esc at a prompt, restores.
  package struct ReturnPoint: Sendable {
    var views: [View]
    var filter: Filter
    var selection: String?
    /// The generation of the file on which the filter was run.
    var generation: Int
  }
}

extension State {
  package internal(set) var view: View {
    get { views[views.count - 1] }
    set { views[views.count - 1] = newValue }
  }
  /// How to invoke a command here: "Press c" in the browser, "Type clear" in text mode.
  package func way(to name: CommandName) -> String {
    guard let key = preferences.keys.name(of: name), !preferences.isText else { return "Type \(name)" }
    return "Press \(key)"
  }

  /// Why nothing can be done with an event, and how to get one.
  var noEventShown: String {
    chronology.count == 0
      ? "This chronology has no events." : "No event is shown. \(way(to: .clear)) to show them all."
  }

  /// A query as interpreted here, including the words of the available posts.
  func query(_ text: String) throws(QueryError) -> Query {
    try Query(text, in: chronology, with: evidence?.passages)
  }

  /// The number of events a query finds; nil if counting takes more than a millisecond.
  func count(_ text: String) -> Int? {
    guard let query = try? query(text) else { return 0 }
    var search = Search(query, in: chronology)
    search.advance(budget: 1)
    return search.isFinished ? search.matches.events.count : nil
  }

  /// Whether a search or a proof is in progress, or a search has found nothing and suggestions are pending.
  package var hasWork: Bool {
    !filter.search.isFinished || filter.suggestions == nil || proofBuilder != nil
      || view.others?.isFinished == false
  }

  /// Whether the next steps of work will report a result to a screen reader, which would otherwise hear the screen
  /// before it and then again.
  package var isAboutToReport: Bool { preferences.isScreenReader && filter.isReportDue }

  package var isInList: Bool { views.count == 1 }
  /// Whether something on the screen has yet to follow the selection.
  package var isUnsettled: Bool {
    let follows =
      settled != selection || view.settledTop != view.top && !isInList || view.lanes?.settled != view.lanes?.event
    return isWithheld || follows && !preferences.isScreenReader || message?.isStale == true
  }
}
