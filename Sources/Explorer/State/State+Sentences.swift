internal import Timeline

/// Where the reader is, in sentences: for messages, and for narration.
extension State {
  /// "Event 3 of 57." and so on: what the cursor is on.
  package var positionSentence: String {
    if let lanes = view.lanes, lanes.model.lanes.indices.contains(lanes.lane) {
      let event = lanes.event.map { Speech.event(chronology.event(at: $0), in: chronology, counted: true) }
      return Speech.sentences([
        "Lane \(lanes.lane + 1) of \(lanes.model.lanes.count)", lanes.model.lanes[lanes.lane].agency.name,
        event ?? "No event here",
      ])
    }
    if !isInList {
      let row = view.layout.row(ofLine: view.cursor)
      let place = "\(view.page.title.sentence) Line \(row + 1) of \(view.page.rows.count)."
      return [place, view.row?.speech ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return (filter.isActive ? "Filter: \(filter.search.query.words). " : "") + eventSentence
  }

  /// "4 of 57 events match agency Haringey Council." plus how many may match and how many could not be placed.
  package var matchSentence: String { Speech.count(of: filter.matches, for: filter.search.query, in: chronology) }

  /// "2004. Ms Kemal warns the council. Haringey Council. 2 citations. Event 2 of 4."
  package var eventSentence: String {
    guard let selection, let position = chronology.position(of: selection) else {
      return "No event is shown. \(way(to: .clear)) for all of them."
    }
    let events = filter.matches.events
    return sentence(ofEventAt: position) + " Event \(events.rank(position) + 1) of \(events.count)."
  }

  /// The selected row as screen-reader mode shows it in the list, or the row of a page.
  package var rowSentence: String {
    guard isInList else { return view.row?.speech ?? "" }
    guard let selection, let position = chronology.position(of: selection) else { return eventSentence }
    let row = Speech.row(
      chronology.heading(at: position), in: chronology, mayMatch: filter.matches.possible.contains(position))
    return (row.text + row.tail + notes.marks(of: selection).map { ", \($0)" }.joined()).sentence
  }

  /// One event, with the reason why the search found it.
  package func sentence(ofEventAt position: Int) -> String {
    let marks = notes.marks(of: chronology.id(at: position)).map { " \($0.capitalised)." }.joined()
    return Speech.event(
      at: position, in: chronology, matching: filter.search, evidence: evidence, isBrief: preferences.isBrief) + marks
  }
}
