/// What a reader keeps about events: bookmarks, and a line of their own on each. It is kept beside a chronology, never in it.
package struct Notes: Equatable, Sendable {
  /// Ids of events.
  package var bookmarks: Set<String>
  /// One line, not blank, by the id of its event.
  package var texts: [String: String]

  package init(bookmarks: Set<String> = [], texts: [String: String] = [:]) {
    self.bookmarks = bookmarks
    self.texts = texts
  }

  /// What a row says of an event: "bookmarked", "noted".
  package func marks(of event: String) -> [String] {
    (bookmarks.contains(event) ? ["bookmarked"] : []) + (texts[event] == nil ? [] : ["noted"])
  }

  /// One change, to be stored.
  package enum Change: Equatable, Sendable {
    case bookmark(event: String, isOn: Bool)
    /// - Parameters:
    ///   - text: empty to remove the note.
    ///   - before: the note that the reader saw; empty for none. If another session has changed it meanwhile, both are kept.
    case note(event: String, text: String, before: String)
  }

  /// What a note becomes that has changed while the reader wrote another one in place of what it was.
  package static func joined(_ stored: String, _ text: String, before: String) -> String {
    if stored == before || stored.isEmpty || stored == text { return text }
    return text.isEmpty ? stored : "\(stored) | \(text)"
  }
}
