internal import EDTF
internal import Timeline

extension State {
  /// Shows the events that match a query. A malformed query leaves the screen as it is and reports where it is wrong.
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

  /// Shows the result of a query: in the list, or in the lanes if these are open.
  mutating func ask(_ query: Query, text: String) {
    showInPlace()
    filter.ask(query, text: text, in: chronology)
    selectForemost()
    rebuildLanes()
  }

  /// Keeps the selected event if it matches; otherwise selects an event that is about what was searched for rather
  /// than one that merely mentions it. If the results are read out, reading starts at the first.
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

  /// The lanes stay open under another filter; any other page closes to reveal the list.
  private mutating func showInPlace() {
    if case .lanes = view.subject { return }
    closeAllViews()
  }

  /// Takes the next step of looking for likely corrections of a query that finds nothing, and reports the result if it
  /// has been waiting for them.
  mutating func suggest() {
    if filter.suggestionSearch == nil {
      filter.suggestionSearch = SuggestionSearch(for: filter.text, in: chronology, with: evidence?.passages)
    }
    filter.suggestionSearch?.advance()
    guard let search = filter.suggestionSearch, search.isFinished else { return }
    filter.suggestionSearch = nil
    filter.suggestions = search.found
    let isDue = filter.isReportDue && prompt == nil
    filter.isReportDue = false
    if isDue { reportMatches() }
  }

  /// Reports the result of a search on the message line; if it has found nothing, once suggestions are known.
  mutating func reportMatches() {
    guard filter.isActive else { return }
    filter.isReportDue = filter.suggestions == nil
    guard !filter.isReportDue else { return }
    if filter.matches.events.isEmpty {
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
    // While letters are typed, the page itself shows what remains.
    if prompt == nil { message = Message(view.page.status.capitalised.sentence) }
  }

  /// Filters by the agencies marked here, or by the one under the cursor, in addition to the other filters. Marks that
  /// only reflect the current filter do not count: they were there before the reader chose.
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
  /// Where the fault is: by column for display, by the word at that place for speech.
  fileprivate func place(in text: String) -> String {
    let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(offset)))
    let word = rest.split(separator: " ").first.map { ", at “\(String($0).shortened)”" } ?? ", the end"
    return "The fault is at column \(offset + 1)\(word)."
  }
}
