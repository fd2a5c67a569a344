internal import EDTF
internal import Timeline

extension State {
  /// Shows the events that a query finds. A wrong query leaves what was shown and says where it is wrong.
  mutating func find(_ text: String) {
    let query: Query
    do { query = try Query(text.trimmed, in: chronology) } catch {
      message = Message("\(error.message.sentence) \(error.place(in: text.trimmed))", isError: true)
      return
    }
    if !isInList { trail.append(ReturnPoint(views: views, filter: filter, selection: selection)) }
    closeAllViews()
    if query.isEmpty {
      clearFilter()
      return
    }
    filter.ask(query, text: text.trimmed, in: chronology)
    keepSelection()
    if filter.search.isFinished { reportMatches() }
  }

  /// What a search found, on the message line.
  mutating func reportMatches() {
    guard filter.isActive else { return }
    let matches = filter.matches
    if matches.events.isEmpty {
      let meant = (withColons(filter.text) ?? withShorterWords(filter.text)).map { " Did you mean \($0)?" } ?? ""
      message = Message(
        "No event matches \(filter.search.query.words).\(meant) \(way(to: "clear")) to show all \(chronology.count) again."
      )
    } else {
      message = Message(Narrator.matchCount(self))
    }
  }

  /// A query of which no word is found as it stands, with words cut short until something is: "warned" finds nothing
  /// where "warn" does. Nil when that does not help.
  private func withShorterWords(_ text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count <= 4, words.allSatisfy({ $0.allSatisfy(\.isLetter) }) else { return nil }
    let shorter = words.map { word in
      (0...3).lazy.map { String(word.dropLast($0)) }.first { $0.count >= 4 && finds($0) } ?? word
    }
    let meant = shorter.joined(separator: " ")
    return shorter != words && finds(meant) ? meant : nil
  }

  private func finds(_ text: String) -> Bool {
    guard let query = try? Query(text, in: chronology) else { return false }
    var search = Search(query, in: chronology)
    search.advance(budget: Filter.firstSlice)
    return !search.matches.events.isEmpty
  }

  /// A query in which conditions were written without their colon ("agency haringey before 2005"), or a date alone, with
  /// it; nil when there is none, or when that finds nothing either.
  private func withColons(_ text: String) -> String? {
    var words = text.split(separator: " ").map(String.init)
    let fields = Set(Query.Field.allCases.map(\.rawValue))
    for index in words.indices.dropLast().reversed() where fields.contains(words[index].lowercased()) {
      words[index] = words[index].lowercased() + ":" + words.remove(at: index + 1)
    }
    var meant = words.joined(separator: " ")
    if let date = try? NaturalDate(text) { meant = Query.setting(.date, to: [date.edtf.description], in: "") }
    return meant != text && finds(meant) ? meant : nil
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
    trail = []
    let last = filter.last
    filter = Filter(everythingIn: chronology)
    filter.last = last
    selection = selected
    closeAllViews()
    keepSelection()
    message = Message(chronology.count == 1 ? "The only event." : "All \(chronology.count) events.")
  }

  // MARK: The chooser of agencies

  mutating func mark() {
    guard case .agencies = view.subject, let id = view.row?.key else {
      message = Message(
        "\(way(to: "agencies")) first, then \(way(to: "mark").uncapitalised) to choose the one under the cursor.")
      return
    }
    if view.marked.remove(id) == nil { view.marked.insert(id) }
    let isMarked = view.marked.contains(id)
    rebuildPages()
    let name = chronology.agency(id)?.name ?? id
    message = Message(
      "\(name) \(isMarked ? "chosen" : "not chosen"). \(view.marked.count) chosen. \(way(to: "open")) to apply.")
  }

  mutating func narrow(_ letters: String) {
    guard case .agencies = view.subject else {
      message = Message("\(way(to: "agencies")) first, to narrow them.")
      return
    }
    view.narrowing = letters
    rebuildPages()
    place(cursor: view.layout.line(ofRow: view.page.choices.first ?? 0))
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
