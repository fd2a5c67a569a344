/// What a reader keeps about events: bookmarks, and a one-line note on each. Stored beside a chronology, never in it.
package struct Notes: Equatable, Sendable {
  /// Ids of events.
  package var bookmarks: Set<String>
  /// By event id; each is one line and not blank.
  package var texts: [String: String]

  package init(bookmarks: Set<String> = [], texts: [String: String] = [:]) {
    self.bookmarks = bookmarks
    self.texts = texts
  }

  /// The words with which a row marks an event: "bookmarked", "noted".
  package func marks(of event: String) -> [String] {
    (bookmarks.contains(event) ? ["bookmarked"] : []) + (texts[event] == nil ? [] : ["noted"])
  }

  /// One change, to be stored.
  package enum Change: Equatable, Sendable {
    case bookmark(event: String, isOn: Bool)
    /// - Parameters:
    ///   - text: empty to remove the note.
    ///   - before: the note that the reader saw; empty for none. If another session has changed it meanwhile, both
    ///     notes are kept.
    case note(event: String, text: String, before: String)
  }

  /// The note to store when the reader replaces `before` with `text`: both texts if another session has stored a
  /// different one meanwhile.
  package static func joined(_ stored: String, _ text: String, before: String) -> String {
    if stored == before || stored.isEmpty || stored == text { return text }
    return text.isEmpty ? stored : "\(stored) | \(text)"
  }
}
