package import Timeline

/// What the reader is doing. Changed only by `apply`; painted by `Painter`, told by `Narrator`.
package struct State: Sendable {
  package internal(set) var chronology: Chronology
  /// Part of the file read so far, 0 to 1; nil when all of it is there.
  package internal(set) var progress: Double?
  /// Why the file cannot be read as it is by now; nil while what is shown is what it holds.
  package internal(set) var unread: String?
  /// The texts of posts that were found beside the chronology, and what they prove; nil without any, and until that is known.
  package internal(set) var texts: [PostText]
  package internal(set) var evidence: Evidence?
  /// The proof that is being made; nil when it is there, and without texts.
  var proving: Proving?
  package internal(set) var preferences: Preferences
  package internal(set) var size: Size
  /// How wide what the list shows is: what divides the screen.
  package internal(set) var measure: ListMeasure
  package internal(set) var filter: Filter
  /// The event selected in the list, by id, so that a filter keeps it; nil when no event is shown.
  package internal(set) var selection: String?
  /// The event that the detail pane, the axis and the counters show: follows the selection when the keys rest.
  package internal(set) var settled: String?
  /// What is open: the list at the bottom, the view that is read on top. Never empty.
  package internal(set) var views: [View]
  package internal(set) var prompt: Prompt?
  package internal(set) var message: Message?
  /// Whether the message, or the reading of the prompt, stands back until the keys rest: it is the same as before, and
  /// a screen reader says only what is new.
  package internal(set) var isWithheld = false
  /// Lines typed at each prompt, oldest first.
  package internal(set) var history: [CommandName: [String]]
  /// How often more of the file, or another state of it, was taken in.
  var generation = 0
  /// Where the reader was before, for `undo`, the last place at the end.
  var past: [ReturnPoint]
  /// Where the reader was when the prompt opened: what an abandoned line goes back to.
  var origin: ReturnPoint?
  /// The line that was entered last, until another command: it comes back if the world finds it at fault.
  var submitted: Prompt?
  /// In text mode, how many rows from the cursor on have just been told: what `more` goes past.
  var toldRows: Int

  /// What `undo`, or Esc at a prompt, restores.
  package struct ReturnPoint: Sendable {
    var views: [View]
    var filter: Filter
    var selection: String?
    /// Which state of the file the filter was asked of.
    var generation: Int
  }
}

extension State {
  package internal(set) var view: View {
    get { views[views.count - 1] }
    set { views[views.count - 1] = newValue }
  }
  /// How a command is asked for here: "Press c" in the browser, "Type clear" in text mode.
  package func way(to name: CommandName) -> String {
    let key = Vocabulary.entry(name).keys.lazy.compactMap(\.name).first
    guard let key, !preferences.isText else { return "Type \(name)" }
    return "Press \(key)"
  }

  /// Why nothing can be done with an event, and the way to have one.
  var noEventShown: String {
    chronology.count == 0
      ? "This chronology has no events." : "No event is shown. \(way(to: .clear)) to show them all."
  }

  /// A query as it is understood here, the words of the posts at hand included.
  func query(_ text: String) throws(QueryError) -> Query {
    try Query(text, in: chronology, with: evidence?.passages)
  }

  /// How many events a query finds; nil where that is not counted in a millisecond.
  func count(_ text: String) -> Int? {
    guard let query = try? query(text) else { return 0 }
    var search = Search(query, in: chronology)
    search.advance(budget: 1)
    return search.isFinished ? search.matches.events.count : nil
  }

  /// Whether a search or a proof is going on, or a search has found nothing and may do with another word.
  package var hasWork: Bool {
    !filter.search.isFinished || filter.suggestions == nil || proving != nil || view.others?.isFinished == false
  }

  package var isInList: Bool { views.count == 1 }
  /// Whether something on the screen has still to follow the selection.
  package var isUnsettled: Bool {
    let follows =
      settled != selection || view.settledTop != view.top && !isInList || view.lanes?.settled != view.lanes?.event
    return isWithheld || follows && !preferences.isScreenReader || message?.isStale == true
  }
}
