internal import EDTF
package import Timeline

/// The result of a search, in sentences.
extension Speech {
  /// "4 of 57 events: agency Haringey Council." plus how many may match and how many could not be placed.
  package static func count(of matches: Matches, for query: Query, in chronology: Chronology) -> String {
    var text =
      matches.events.isEmpty
      ? nothingFound(by: query)
      : "\(matches.events.count) of \(count(chronology.count, "event")): \(query.words)."
    if matches.possible.count > 0 { text += " " + possible(matches.possible.count) }
    if matches.unplaced > 0 { text += " \(matches.unplaced) could not be placed, for want of a date." }
    return text
  }

  /// "No event has “lettr”.", "No event matches agency Haringey Council, and “lettr”."
  package static func nothingFound(by query: Query) -> String {
    "No event \(query.isWords ? "has" : "matches") \(query.words)."
  }

  /// One event as one line, with the reason why the search found it.
  package static func event(
    at position: Int, in chronology: Chronology, matching search: Search, evidence: Evidence?, isBrief: Bool = false
  ) -> String {
    let event = chronology.event(at: position)
    let found = MatchWords.of(
      search.query, in: event, at: position, of: chronology, evidence: evidence,
      seen: MatchWords.row(event, in: chronology), spoken: true)
    let mayMatch = search.matches.possible.contains(position)
    let brief = [event.date.brief, event.title, chronology.isDisputed(event) ? "Disputed" : ""]
    return [
      isBrief ? sentences(brief) : self.event(event, in: chronology, counted: true),
      found.isEmpty ? "" : "Found \(found).",
      mayMatch ? possible : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
