internal import Timeline

/// Bookmarks and notes. The state changes at once; storing the change is an effect.
extension State {
  /// Bookmarks the current event, or removes its bookmark.
  mutating func toggleBookmark() -> [Effect] {
    guard let position = currentEvent else { return noEventToMark() }
    let event = chronology.heading(at: position)
    let isOn = notes.bookmarks.insert(event.id).inserted
    if !isOn { notes.bookmarks.remove(event.id) }
    rebuildPages()
    message = Message(isOn ? "Bookmarked: \(event.title.sentence)" : "No longer bookmarked: \(event.title.sentence)")
    return [.note(.bookmark(event: Notes.Subject(event), isOn: isOn))]
  }

  /// Writes a note on the current event; nothing, or a hyphen, removes it.
  mutating func note(_ line: String) -> [Effect] {
    guard let position = currentEvent else { return noEventToMark() }
    let event = chronology.heading(at: position)
    let before = notes.texts[event.id] ?? ""
    let text = line.trimmed == "-" ? "" : Printable.line(line).trimmed
    guard text != before else {
      message = Message(text.isEmpty ? "This event has no note." : "The note stays as it is.")
      return []
    }
    notes.texts[event.id] = text.isEmpty ? nil : text
    rebuildPages()
    let done = text.isEmpty ? "The note is removed from" : "Noted on"
    // What is replaced can be read, and written again.
    let replaced = before.isEmpty ? "" : " It was: \(before.sentence)"
    message = Message("\(done) \(event.title.sentence)\(replaced)")
    return [.note(.note(event: Notes.Subject(event), text: text, before: before))]
  }

  /// The note on the current event; empty for none.
  var currentNote: String { currentEvent.flatMap { notes.texts[chronology.id(at: $0)] } ?? "" }

  /// Adopts what is stored, including what other sessions have stored.
  mutating func take(_ stored: Notes) {
    guard notes != stored else { return }
    notes = stored
    rebuildPages()
  }

  private mutating func noEventToMark() -> [Effect] {
    message = Message(isInList ? noEventShown : "No event is under the cursor.", isError: true)
    return []
  }
}
