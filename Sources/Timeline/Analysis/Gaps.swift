package import EDTF

/// A stretch of time in which no event certainly falls.
package struct Gap: Sendable {
  /// Positions of the events before and after it.
  package let before: Int
  package let after: Int
  /// The dates of those events.
  package let from: EDTFDate
  package let to: EDTFDate
  /// Days from the last day of the one to the first of the other: how long it lasted at least, at most.
  package let leastDays: Int
  package let mostDays: Int
  /// How many events only may fall in it, since their dates are wider.
  package let possible: Int
  /// How long, in words: "6 months", "between 5 and 7 months".
  package let length: String
}

/// The longest stretches without an event.
package struct Gaps: Sendable {
  /// Longest first, by the least that each lasted.
  package let gaps: [Gap]
  /// Events that could not be placed, since an end of their date is open or unknown on both sides.
  package let unplaced: Int

  /// - Parameter events: `chronology.events(agency:)` for one agency, or all events.
  ///
  /// Cost: one pass over the spans of the events, some nanoseconds each; decodes only the events beside the gaps that it
  /// returns.
  package init(in chronology: Chronology, among events: EventSet, limit: Int = 5) {
    let silences = Silences(chronology, events)
    unplaced = silences.unplaced
    gaps = silences.longest(limit).map { silence in
      let from = chronology.event(at: silence.before).date
      let to = chronology.event(at: silence.after).date
      return Gap(
        before: silence.before, after: silence.after, from: from, to: to, leastDays: silence.leastDays,
        mostDays: silence.mostDays, possible: silence.possible, length: from.elapsed(to: to))
    }
  }
}
