internal import EDTF

/// Finds the stretches of time in which no event certainly falls.
///
/// A silence runs from an event to one that certainly comes later, such that no event lies wholly between them: of
/// those that certainly come after the first, the second ends earliest, and of those that certainly come before the
/// second, the first begins latest. So a wide date ("2000 to 2009") hides no silence: it only may fall in one. Of
/// two that do equally, the more precise counts.
///
/// So only *narrow* spans stand beside a silence, those that hold no other: whatever is wider ends later, or begins
/// earlier, than the one it holds. Of these both ends ascend, and one walk in time order finds them.
struct Silences {
  struct Silence {
    let before: Int
    let after: Int
    let leastDays: Int
    let mostDays: Int
    let possible: Int
  }

  /// A span of which both ends are known, and the positions of the first and the last event that have it.
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
    for position in events {
      let span = spans[position]
      switch (DaySpan.days.contains(span.earliest), DaySpan.days.contains(span.latest)) {
      case (true, true): add(span, at: position)
      case (false, false): unplaced += 1
      default: break
      }
    }
  }

  /// - Parameter span: begins no earlier than those before it.
  private mutating func add(_ span: DaySpan, at position: Int) {
    while let before = narrow.last?.span {
      if before == span {
        narrow[narrow.count - 1].lastPosition = position
        return
      }
      if before.latest < span.latest { break }
      // It holds this one.
      narrow.removeLast()
    }
    // One that begins on the same day and ends earlier is held by this one.
    if let before = narrow.last?.span, before.earliest == span.earliest { return }
    narrow.append(Narrow(span: span, position: position, lastPosition: position))
  }

  /// The longest by the least that each lasted, then in time order.
  func longest(_ limit: Int) -> [Silence] {
    var silences: [(before: Int, after: Int)] = []
    var after = 0
    for before in narrow.indices {
      while after < narrow.count, narrow[after].first <= narrow[before].last { after += 1 }
      guard after < narrow.count else { break }
      // The next one begins later; if it ended before the silence did, it would stand before it.
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

  /// How many events can cover a day from `start` to `end`, but for those that can cover any. None lies wholly inside a
  /// silence.
  private func possible(_ start: Int, _ end: Int) -> Int {
    guard start <= end else { return 0 }
    let silence = Bounds(Day(number: start), Day(number: end))
    return chronology.events(mayFallWithin: silence).intersection(events).count - unplaced
  }
}
