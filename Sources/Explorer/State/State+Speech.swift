internal import Timeline

/// How things are spoken: how much at a time, and letter by letter.
extension State {
  /// The maximum number of lines of an answer in text mode.
  package var answerLines: Int { preferences.rows ?? size.rows }

  mutating func setLines(_ count: Int) {
    preferences.rows = count == 0 ? nil : count
    let what = preferences.isText ? "An answer has" : "Screen-reader mode shows"
    let lines = preferences.isText ? Speech.count(count, "line") : Speech.count(count, "row")
    let most = count == 0 ? "as many \(preferences.isText ? "lines" : "rows") as fit" : "at most \(lines)"
    message = Message("\(what) \(most).")
    beginWindow()
  }

  mutating func setBrief(_ on: Bool) {
    preferences.isBrief = on
    rebuildPages()
    message = Message(
      on ? "Brief: events by date and title, passages by their place." : "Verbose: events and passages in full.")
  }

  /// Spells a word, or else the name that the cursor is on: of an agency or a person, or of the selected event's first
  /// agency.
  mutating func spell(_ word: String) {
    let text = word.isEmpty ? nameUnderCursor : word
    guard let text, !text.isEmpty else {
      message = Message("There is no name here. Type \(CommandName.spell) and a word.")
      return
    }
    message = Message("\(text.shortened): \(Initials.spelt(text.shortened)).")
  }

  private var nameUnderCursor: String? {
    let agency: String?
    switch (view.row?.target?.subject, view.subject) {
    case (.agency(let id), _), (_, .agency(let id)): agency = id
    case (.person(let id), _), (_, .person(let id)): return chronology.person(id)?.name
    case (_, .agencies): agency = view.row?.key
    default:
      let event = selection.flatMap(chronology.position(of:)).map(chronology.event)
      agency = event?.agencies.first
      if agency == nil { return event?.people.first.flatMap { chronology.person($0)?.name } }
    }
    return agency.flatMap { chronology.agency($0) }.map { agency in
      agency.short ?? agency.name
    }
  }
}
