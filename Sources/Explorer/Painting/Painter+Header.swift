internal import EDTF
internal import Timeline

/// The first line: the title, and which part of the chronology is shown.
extension Painter {
  mutating func paintHeader() {
    guard let row = plan.header else { return }
    if state.preferences.isScreenReader { return paintSpokenHeader(row) }
    let title = shown(plan.isTitleInHeader ? state.view.page.title : state.chronology.title)
    let most = max(0, canvas.size.columns - min(CellWidth.of(title), state.filter.isActive ? 12 : 24) - 2)
    let status = plan.isTitleInHeader ? pageStatus(within: most) : status(within: most)
    let start = putRight(status, row: row, before: canvas.size.columns, width: most)
    let isQuiet = !plan.page.isEmpty && !plan.isTitleInHeader
    canvas.put(
      clipped(title, to: max(0, start - 2)), at: Point(row: row, column: 0), style: isQuiet ? .plain : .heading)
    if state.filter.isActive {
      canvas.restyle(row: row, columns: start..<canvas.size.columns) { $0.tone = .accent }
    }
  }

  /// If a page's title is in the header, its filter is shown; otherwise the page's own status.
  private func pageStatus(within width: Int) -> String {
    let place = placeInPage
    let tail = place.isEmpty ? "" : "   \(place)"
    let status =
      state.filter.isActive ? filterStatus(within: width - CellWidth.of(tail)) : state.view.page.status
    return status.isEmpty ? place : status + tail
  }

  /// The first line for a screen reader: sentences, and nothing that changes on a move.
  private mutating func paintSpokenHeader(_ row: Int) {
    var parts: [String] = []
    if plan.isTitleInHeader {
      parts = [state.view.page.title, state.view.page.status.capitalised, filterStatus(within: 50)]
    } else if state.filter.isActive {
      parts = [filterStatus(within: canvas.size.columns - 2)]
    } else {
      parts = [state.chronology.title] + spokenMode + notes.map(\.capitalised)
    }
    let text = parts.filter { !$0.isEmpty }.map { shown($0).sentence }.joined(separator: " ")
    canvas.put(clipped(text, to: canvas.size.columns), at: Point(row: row, column: 0), style: .bold)
  }

  private var spokenMode: [String] {
    ["Screen-reader mode"] + (state.preferences.keys.name(of: .help).map { ["\($0) for keys"] } ?? [])
  }

  /// What is shown, and any notes about it: as much as fits, the most important last.
  private func status(within width: Int) -> String {
    let notes = notes
    for count in stride(from: notes.count, through: 0, by: -1) {
      let tail = Array(notes.prefix(count)).joined(separator: "   ")
      let room = count == 0 ? width : width - CellWidth.of(tail) - 3
      // Notes are dropped before the filter's words are.
      if count > 0, state.filter.isActive, room < 40 { continue }
      let main = state.filter.isActive ? filterStatus(within: room) : span(within: room)
      if let main { return count == 0 ? main : tail + "   " + main }
    }
    return ""
  }

  /// Notes on the state of the data; usually empty.
  private var notes: [String] {
    var notes: [String] = []
    if let progress = state.progress, progress.isFinite {
      notes.append("loading \(Int(min(max(progress, 0), 1) * 100)) %")
    }
    if state.unread != nil { notes.append("edit not read, F") }
    let findings = state.chronology.findingCount
    if findings > 0 { notes.append(findings == 1 ? "1 finding, F" : "\(findings) findings, F") }
    let unplaced = state.filter.matches.unplaced
    if unplaced > 0 { notes.append("\(unplaced) undated") }
    return notes
  }

  /// "57 events, 2000 to 2011", or only its first half; nil if not even that fits.
  private func span(within width: Int) -> String? {
    let count = state.chronology.count == 1 ? "1 event" : "\(state.chronology.count) events"
    if let years = YearSpan.range(of: state.chronology) {
      let long = "\(count), \(years)"
      if CellWidth.of(long) <= width { return long }
    }
    return CellWidth.of(count) <= width ? count : nil
  }

  /// "agency Haringey and 2004: 9 of 57   Esc clears", with the query shortened if necessary; nil if the counts do not
  /// fit.
  private func filterStatus(within width: Int) -> String? {
    let search = state.filter.search
    let count = search.isFinished ? "\(search.matches.events.count)" : "\(search.matches.events.count) so far,"
    let counts = ": \(count) of \(Wording.grouped(state.chronology.count))"
    let words = shown(search.query.words)
    // On a page Esc goes back; screen readers use Esc themselves.
    let isSpoken = state.preferences.isScreenReader
    let key = !state.isInList ? nil : state.preferences.keys.name(of: isSpoken ? .clear : .back)
    let clears = key.map { (isSpoken ? ". " : "   ") + "\($0) clears" } ?? ""
    for tail in [counts + clears, counts] {
      let room = width - CellWidth.of(tail)
      if room >= min(12, CellWidth.of(words)) { return clipped(words, to: room) + tail }
    }
    let short = String(counts.dropFirst(2))
    return CellWidth.of(short) <= width ? short : nil
  }

  /// Empty if there is no filter.
  private func filterStatus(within width: Int) -> String {
    state.filter.isActive ? filterStatus(within: width) ?? "" : ""
  }
}
