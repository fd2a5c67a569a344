package import EDTF

/// A stretch of time in which no event certainly falls.
package struct Gap: Sendable {
  /// Positions of the events before and after it.
  package let before: Int
  package let after: Int
  /// The dates of those events.
  package let from: EDTFDate
  package let to: EDTFDate
  /// The minimum and maximum length in days, from the last day of one event to the first of the other.
  package let leastDays: Int
  package let mostDays: Int
  /// How many events may fall in it but need not, since their dates are wider.
  package let possible: Int
  /// The length in words: "6 months", "5 to 7 months".
  package let length: String
}

/// The longest stretches without an event.
package struct Gaps: Sendable {
  /// Longest first, by minimum length.
  package let gaps: [Gap]
  /// The number of events that could not be placed because both ends of their date are open or unknown.
  package let unplaced: Int

  /// - Parameter events: `chronology.events(agency:)` for one agency, or all events.
  ///
  /// Cost: one pass over the spans of the events, a few nanoseconds each; reads only the dates on either side of
  /// the gaps returned.
  package init(in chronology: Chronology, among events: EventSet, limit: Int = 5) {
    let silences = Silences(chronology, events)
    unplaced = silences.unplaced
    gaps = silences.longest(limit).map { silence in
      let from = chronology.date(at: silence.before)
      let to = chronology.date(at: silence.after)
      return Gap(
        before: silence.before, after: silence.after, from: from, to: to, leastDays: silence.leastDays,
        mostDays: silence.mostDays, possible: silence.possible, length: from.elapsed(to: to))
    }
  }
}
