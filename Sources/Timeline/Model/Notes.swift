internal import EDTF

/// What a reader keeps about events: bookmarks, and a one-line note on each. Stored beside a chronology, never in it.
package struct Notes: Equatable, Sendable {
  /// Ids of events.
  package var bookmarks: Set<String>
  /// By event id; each is one line and not blank.
  package var texts: [String: String]
  /// Those of an event whose id another event has now. They are shown as such, and belong to no event.
  package var strays: [Stray]

  package struct Stray: Equatable, Sendable {
    /// The title of the event that was meant.
    package var title: String
    /// Empty for a bookmark alone.
    package var text: String

    package init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  package init(bookmarks: Set<String> = [], texts: [String: String] = [:], strays: [Stray] = []) {
    self.bookmarks = bookmarks
    self.texts = texts
    self.strays = strays
  }

  /// The words with which a row marks an event: "bookmarked", "noted".
  package func marks(of event: String) -> [String] {
    (bookmarks.contains(event) ? ["bookmarked"] : []) + (texts[event] == nil ? [] : ["noted"])
  }

  /// One change, to be stored.
  package enum Change: Equatable, Sendable {
    case bookmark(event: Subject, isOn: Bool)
    /// - Parameters:
    ///   - text: empty to remove the note.
    ///   - before: the note that the reader saw; empty for none. If another session has changed it meanwhile, both
    ///     notes are kept.
    case note(event: Subject, text: String, before: String)
  }

  /// The event that something is kept about. Its id alone could be that of another event, in another chronology of the
  /// same title or in the same one after it was edited.
  package struct Subject: Equatable, Sendable, ExpressibleByStringInterpolation {
    package var id: String
    /// The date in EDTF; empty if it was not recorded.
    package var date: String
    package var title: String

    package init(id: String, date: String = "", title: String = "") {
      self.id = id
      self.date = date
      self.title = title
    }

    package init(stringLiteral id: String) { self.init(id: id) }

    /// In bytes.
    private static let longestCompared = 200

    /// Whether it is the same event, perhaps edited since: it still has its title, or its date and nearly its title.
    package func isSame(as other: Subject) -> Bool {
      guard id == other.id else { return false }
      if date.isEmpty || other.date.isEmpty || title == other.title { return true }
      // Comparing longer titles would cost too much.
      guard date == other.date, max(title.utf8.count, other.title.utf8.count) <= Self.longestCompared else {
        return false
      }
      let (one, two) = (Folding.string(title), Folding.string(other.title))
      return one.contains(two) || two.contains(one)
        || EditDistance.distance(one, two) <= EditDistance.slips(in: one.count)
    }
  }

  /// The note to store when the reader replaces `before` with `text`: both texts if another session has stored a
  /// different one meanwhile.
  package static func joined(_ stored: String, _ text: String, before: String) -> String {
    if stored == before || stored.isEmpty || stored == text { return text }
    return text.isEmpty ? stored : "\(stored) | \(text)"
  }
}

extension Notes.Subject {
  package init(_ heading: EventHeading) {
    self.init(id: heading.id, date: heading.date.description, title: heading.title)
  }
}

extension Chronology {
  /// The event that an id stands for; nil if there is none.
  package func subject(ofNotesOn id: String) -> Notes.Subject? {
    position(of: id).map { Notes.Subject(heading(at: $0)) }
  }
}
