internal import EDTF
package import Timeline

extension State {
  /// The number of lines of the list or the topmost page on the screen; in text mode, of an answer.
  package var pageHeight: Int {
    if preferences.isText { return answerLines }
    let plan = ScreenPlan(self)
    return max(1, isInList ? plan.listHeight : plan.pageHeight)
  }

  /// The number of columns to which pages are wrapped.
  var pageWidth: Int { preferences.isText ? .max : max(1, ScreenPlan(self).pageWidth) }

  /// The total number of lines of the topmost view.
  package var lineCount: Int { isInList ? filter.matches.events.count : view.layout.lines.count }

  mutating func move(_ motion: Motion) {
    if !preferences.isText, case .lanes = view.subject, !preferences.isScreenReader {
      moveBetweenLanes(motion)
      return
    }
    defer { followLane() }
    let height = pageHeight
    switch motion {
    case .next: step(1)
    case .previous: step(-1)
    case .pageDown where preferences.isText: tellMore()
    case .pageDown: scroll(by: height)
    case .pageUp: scroll(by: -height)
    case .halfDown: scroll(by: max(1, height / 2))
    case .halfUp: scroll(by: -max(1, height / 2))
    case .first: view.cursor == 0 ? step(-1) : place(cursor: 0)
    case .last: view.cursor >= lineCount - 1 ? step(1) : place(cursor: lineCount - 1)
    case .nextChoice: stepToChoice(forward: true)
    case .previousChoice: stepToChoice(forward: false)
    }
  }

  /// Moves by one line, skipping blank ones and the continuation lines of an entry. Says so at the end.
  private mutating func step(_ direction: Int) {
    var line = view.cursor + direction
    if !isInList {
      while view.layout.lines.indices.contains(line), isPassedOver(line) { line += direction }
    }
    guard (0..<lineCount).contains(line) else {
      if lineCount == 0 {
        message = Message("No event is shown. \(way(to: .clear)) to show them all.")
        return
      }
      let end = direction > 0 ? "This is the last" : "This is the first"
      message = Message(isInList ? "\(end) event." : "\(end) line.")
      return
    }
    place(cursor: line, isStep: true)
  }

  private func isPassedOver(_ line: Int) -> Bool {
    let line = view.layout.lines[line]
    let role = view.page.rows[line.row].role
    return role == .blank || role == .entry && !line.isFirst
  }

  /// Continues after what was read out. Says so at the end.
  private mutating func tellMore() {
    let next = view.cursor + toldRows
    guard next < lineCount else {
      message = Message(isInList ? "That was the last event." : "That was the last line.")
      return
    }
    place(cursor: next)
  }

  mutating func scroll(by lines: Int) {
    guard lineCount > 0 else { return }
    let last = lineCount - 1
    if (lines > 0 && view.cursor == last) || (lines < 0 && view.cursor == 0) {
      step(lines.signum())
      return
    }
    // In screen-reader mode the next window begins where this one ends.
    let isWindow = preferences.isScreenReader && abs(lines) >= pageHeight
    let line = min(max(0, (isWindow ? view.top : view.cursor) + lines), last)
    // What is already visible is not scrolled: a screen reader would read the lines that come into view instead.
    if !preferences.isScreenReader, !isInSight(line) {
      view.top = min(max(0, view.top + lines), max(0, lineCount - (preferences.isText ? 1 : pageHeight)))
    }
    let direction = lines.signum()
    var full = line
    while !isInList, view.layout.lines.indices.contains(full), isPassedOver(full) { full += direction }
    place(cursor: view.layout.lines.indices.contains(full) ? full : line)
  }

  private mutating func stepToChoice(forward: Bool) {
    guard !isInList else {
      open()
      return
    }
    let row = view.layout.row(ofLine: view.cursor)
    let choices = view.page.choices
    if let next = forward ? choices.first(where: { $0 > row }) : choices.last(where: { $0 < row }) {
      place(cursor: view.layout.line(ofRow: next))
    } else {
      message = Message(forward ? "No further link on this page." : "No link before this one.")
    }
  }

  /// Puts the cursor on a line, scrolling as little as necessary, and in the list selects its event.
  ///
  /// In screen-reader mode only a step scrolls by a line: any other line that is out of view becomes the first of the
  /// window, so that it is read before what follows it.
  mutating func place(cursor line: Int, isStep: Bool = false) {
    view.cursor = min(max(0, line), max(0, lineCount - 1))
    if preferences.isScreenReader, !isStep, !isInSight(view.cursor) { view.top = view.cursor }
    keepInSight()
    if isInList { selection = lineCount > 0 ? chronology.id(at: filter.matches.events.select(view.cursor)) : nil }
  }

  /// The event in a row of the list.
  package func event(inRow row: Int) -> Event { chronology.event(at: filter.matches.events.select(row)) }

  private func isInSight(_ line: Int) -> Bool {
    !preferences.isText && line >= view.top && line < view.top + pageHeight
  }

  /// Begins the window at the cursor's line in screen-reader mode: on an all-new screen it is then read first.
  mutating func beginWindow() {
    if preferences.isScreenReader { view.top = view.cursor }
    keepInSight()
  }

  mutating func keepInSight() {
    let height = pageHeight
    view.cursor = min(max(0, view.cursor), max(0, lineCount - 1))
    if view.cursor < view.top { view.top = view.cursor }
    if view.cursor >= view.top + height { view.top = view.cursor - height + 1 }
    // A paragraph that was jumped to may be first even if the page then ends above the bottom of the screen.
    let start = view.page.startsOnTop ? view.layout.line(ofRow: view.page.start) : 0
    if !preferences.isText, !preferences.isScreenReader {
      view.top = max(0, min(view.top, max(start, lineCount - height)))
    }
  }

  /// After the shown events have changed: stays on the selected event if it is among them, otherwise moves to the next
  /// one.
  mutating func keepSelection() {
    let events = filter.matches.events
    let position = selection.flatMap(chronology.position(of:)) ?? 0
    views[0].cursor = events.isEmpty ? 0 : min(events.rank(position), events.count - 1)
    selection = events.isEmpty ? nil : chronology.id(at: events.select(views[0].cursor))
    if isInList { keepInSight() }
  }

  /// Moves to the next or previous match of the last search; on a page, to the next line with a match.
  mutating func moveToMatch(forward: Bool) {
    if !isInList, let search = view.search {
      moveToMarkedLine(search, forward: forward)
      return
    }
    guard let last = filter.last else {
      message = Message("Nothing has been searched for yet. \(way(to: .find)) to search.")
      return
    }
    if !isInList {
      moveToMarkedLine(last.query, forward: forward)
      return
    }
    guard let selection, let here = chronology.position(of: selection) else { return }
    let found = last.matches.events
    let rank = found.rank(here)
    let row = forward ? (found.contains(here) ? rank + 1 : rank) : rank - 1
    guard (0..<found.count).contains(row) else {
      message = Message(forward ? "No match after this one." : "No match before this one.")
      return
    }
    place(cursor: filter.matches.events.rank(found.select(row)))
  }

  /// Goes to the first event that may fall on the typed date, or the first after it.
  mutating func go(to text: String) {
    let typed: NaturalDate
    do { typed = try NaturalDate(text) } catch {
      message = Message(error.sentence, isError: true)
      return
    }
    let bounds = typed.edtf.bounds
    guard let day = bounds.earliest.day ?? bounds.latest.day else {
      message = Message("\(typed.words.capitalised) names no day to go to.", isError: true)
      return
    }
    if showsLanes {
      goInLanes(to: day, typed)
      return
    }
    closeAllViews()
    let events = filter.matches.events
    guard !events.isEmpty else {
      message = Message(noEventShown)
      return
    }
    let first = chronology.firstPosition(onOrAfter: DaySpan(Bounds(earliest: .day(day), latest: .day(day))).earliest)
    let row = min(events.rank(first), events.count - 1)
    if !preferences.isScreenReader, !preferences.isText, !(view.top..<view.top + pageHeight).contains(row) {
      view.top = max(0, row - pageHeight / 3)
    }
    place(cursor: row)
    let event = event(inRow: row)
    let note = typed.note.map { " \($0.sentence)" } ?? ""
    let words = typed.words.capitalised
    let among = filter.isActive ? "Among the \(Speech.count(events.count, "event")) shown, " : ""
    if events.rank(first) == events.count {
      message = Message(
        "\(words). \(among)\(among.isEmpty ? "No" : "no") event begins then or later; this is the last.\(note)")
    } else if event.date.bounds.mayFall(within: bounds) {
      message = Message("\(words).\(note)")
    } else {
      message = Message(
        "\(words). \(among)\(among.isEmpty ? "No" : "no") event begins then; the next is \(event.date.words).\(note)")
    }
  }
}

extension NaturalDateError {
  /// The reason, and the date that was probably meant.
  package var sentence: String { explanation.capitalised }
}
