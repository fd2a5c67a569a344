internal import EDTF

/// Finds the stretches of time in which no event certainly falls.
///
/// A silence runs from one event to another that certainly comes later, with no event certainly between them: among
/// the events certainly after the first, the second ends earliest, and among those certainly before the second, the
/// first begins latest. So a wide date ("2000 to 2009") that may lie outside does not hide a silence: it only may fall
/// in it. Of two events that end (or begin) on the same day the wider counts: it ends the silence, on whichever day it
/// was.
///
/// So only *narrow* spans can border a silence: those that contain no other span that begins later and ends earlier.
/// Both their ends are monotone in time order, so a single walk finds them.
struct Silences {
  struct Silence {
    let before: Int
    let after: Int
    let leastDays: Int
    let mostDays: Int
    let possible: Int
  }

  /// A span with both ends known, and the positions of the first and the last event that have it.
  private struct Narrow {
    let span: DaySpan
    let position: Int
    var lastPosition: Int

    var first: Int { Int(span.earliest) }
    var last: Int { Int(span.latest) }
  }

  private let chronology: Chronology
  private let events: EventSet
  private var narrow: [Narrow] = []
  private(set) var unplaced = 0

  init(_ chronology: Chronology, _ events: EventSet) {
    self.chronology = chronology
    self.events = events
    let spans = chronology.spans
    // Spans that begin on the same day, which are ordered by precision.
    var together: [Narrow] = []
    for position in events {
      let span = spans[position]
      switch (span.hasStart, DaySpan.days.contains(span.latest)) {
      case (true, true):
        if let day = together.first?.first, day != Int(span.earliest) { add(&together) }
        together.append(Narrow(span: span, position: position, lastPosition: position))
      case (false, false): unplaced += 1
      default: break
      }
    }
    add(&together)
  }

  /// Adds spans that begin on one day, no earlier than those added before, and empties the list.
  private mutating func add(_ together: inout [Narrow]) {
    together.sort { ($0.last, $0.position) < ($1.last, $1.position) }
    guard let least = together.first else { return }
    // Earlier spans that end later contain it.
    while let before = narrow.last, before.last > least.last { narrow.removeLast() }
    for span in together {
      if narrow.last?.span == span.span {
        narrow[narrow.count - 1].lastPosition = span.position
      } else {
        narrow.append(span)
      }
    }
    together.removeAll(keepingCapacity: true)
  }

  /// The longest by minimum length, then in time order.
  func longest(_ limit: Int) -> [Silence] {
    var silences: [(before: Int, after: Int)] = []
    var after = 0
    for before in narrow.indices {
      while after < narrow.count, narrow[after].first <= narrow[before].last { after += 1 }
      guard after < narrow.count else { break }
      // The next one begins later; if it ended before the silence did, it would come before it.
      if narrow[before + 1].last >= narrow[after].first { silences.append((before, after)) }
    }
    return silences.sorted { (-least($0), $0.before) < (-least($1), $1.before) }.prefix(limit).map { pair in
      let (before, after) = (narrow[pair.before], narrow[pair.after])
      return Silence(
        before: before.lastPosition, after: after.position, leastDays: after.first - before.last,
        mostDays: after.last - before.first, possible: possible(before.last + 1, after.first - 1))
    }
  }

  private func least(_ pair: (before: Int, after: Int)) -> Int { narrow[pair.after].first - narrow[pair.before].last }

  /// How many events can cover a day from `start` to `end`, excluding those that can cover any day. None lies wholly
  /// inside a silence.
  private func possible(_ start: Int, _ end: Int) -> Int {
    guard start <= end else { return 0 }
    let silence = Bounds(Day(number: start), Day(number: end))
    return chronology.events(mayFallWithin: silence).intersection(events).count - unplaced
  }
}
