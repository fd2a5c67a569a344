internal import EDTF
internal import Timeline

extension State {
  /// Shows the events that a query finds. A wrong query leaves what was shown and says where it is wrong.
  mutating func find(_ text: String) {
    let query: Query
    do { query = try self.query(text.trimmed) } catch {
      message = Message("\(error.message.sentence) \(error.place(in: text.trimmed))", isError: true)
      return
    }
    if query.isEmpty {
      clearFilter()
      return
    }
    ask(query, text: text.trimmed)
    if filter.search.isFinished { reportMatches() }
  }

  /// Shows what a query finds: in the list, or in the lanes where these are open.
  mutating func ask(_ query: Query, text: String) {
    showInPlace()
    filter.ask(query, text: text, in: chronology)
    selectForemost()
    rebuildLanes()
  }

  /// Stays on the event selected, where it is among those found; otherwise goes to one that is what was searched for,
  /// rather than one that only speaks of it. Where the answers are read out they are read from the first.
  mutating func selectForemost() {
    let here = selection.flatMap(chronology.position(of:)) ?? 0
    let found = filter.matches.events
    if !preferences.isText, !found.contains(here),
      let foremost = filter.search.query.foremost(of: found, from: here, in: chronology)
    {
      selection = chronology.id(at: foremost)
    }
    keepSelection()
  }

  /// Lanes stay open under another filter; from any other page it leads to the list.
  private mutating func showInPlace() {
    if case .lanes = view.subject { return }
    closeAllViews()
  }

  /// Looks for words that may have been meant where a query finds nothing.
  mutating func suggest() {
    guard filter.suggestions == nil else { return }
    filter.suggestions = Suggestion.all(for: filter.text, in: chronology, with: evidence?.passages)
  }

  /// What a search found, on the message line.
  mutating func reportMatches() {
    guard filter.isActive else { return }
    if filter.matches.events.isEmpty {
      suggest()
      message = Message("\(nothingFound) \(way(to: .clear)) to show all \(chronology.count) again.")
    } else {
      message = Message(matchSentence)
    }
  }

  /// "No event has “lettr”. Did you mean letter (6)? Enter takes it."
  package var nothingFound: String {
    let suggestions = filter.suggestions ?? []
    let taking = suggestions.count > 1 ? " Enter takes the first." : " Enter takes it."
    let meant = suggestions.isEmpty ? "" : " " + Suggestion.question(suggestions) + taking
    return matchSentence + meant
  }

  mutating func filterDates(_ text: String) {
    do {
      let typed = try NaturalDate(text)
      find(Query.setting(.date, to: [typed.edtf.description], in: filter.text))
    } catch {
      message = Message(error.sentence, isError: true)
    }
  }

  mutating func clearFilter() {
    let selected = selection
    let last = filter.last
    filter = Filter(everythingIn: chronology)
    filter.last = last
    selection = selected
    showInPlace()
    keepSelection()
    rebuildLanes()
    message = Message(allEvents)
  }

  // MARK: The chooser of agencies

  mutating func mark() {
    guard case .agencies = view.subject, let id = view.row?.key else {
      message = Message(
        "\(way(to: .agencies)) first, then \(way(to: .mark).uncapitalised) to choose the one under the cursor.")
      return
    }
    if view.marked.remove(id) == nil { view.marked.insert(id) }
    let isMarked = view.marked.contains(id)
    rebuildPages()
    let name = chronology.agency(id)?.name ?? id
    message = Message(
      "\(name) \(isMarked ? "chosen" : "not chosen"). \(view.marked.count) chosen. \(way(to: .open)) to apply.")
  }

  mutating func narrow(_ letters: String) {
    guard case .agencies = view.subject else {
      message = Message("\(way(to: .agencies)) first, to narrow them.")
      return
    }
    view.narrowing = letters
    rebuildPages()
    place(cursor: view.layout.line(ofRow: view.page.choices.first ?? 0))
    if preferences.isScreenReader { beginWindow() }
    // While the letters are typed, the page itself shows what they leave.
    if prompt == nil { message = Message(view.page.status.capitalised.sentence) }
  }

  /// Filters by the agencies marked here, or by the one under the cursor, within the other filters. Marks that only
  /// tell of the present filter do not count: they were there before the reader chose.
  mutating func applyChooser() {
    let isAsBefore = view.marked == Set(Query.values(of: .agency, in: filter.text))
    chooseAgencies(isAsBefore || view.marked.isEmpty ? [view.row?.key].compactMap { $0 } : view.marked.sorted())
  }

  mutating func chooseAgencies(_ chosen: [String]) {
    guard !chosen.isEmpty else {
      message = Message("Move to an agency first.")
      return
    }
    find(Query.setting(.agency, to: chosen, in: filter.text))
  }
}

extension QueryError {
  /// Where the fault is: for the eye by its column, for the ear by the word that stands there.
  fileprivate func place(in text: String) -> String {
    let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(offset)))
    let word = rest.split(separator: " ").first.map { ", at “\(String($0).shortened)”" } ?? ", the end"
    return "The fault is at column \(offset + 1)\(word)."
  }
}
