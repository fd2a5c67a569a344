/// Finds the stretches of time in which no event certainly falls.
///
/// A silence runs from an event to one that certainly comes later, such that no event lies wholly between them: of
/// those that certainly come after the first, the second ends earliest, and of those that certainly come before the
/// second, the first begins latest. So a wide date ("2000 to 2009") hides no silence: it only may fall in one. Of
/// two that do equally, the more precise counts.
struct Silences {
  struct Silence {
    let before: Int
    let after: Int
    let leastDays: Int
    let mostDays: Int
    let possible: Int
  }

  /// Spans that have both ends, by their first days, the wider before the narrower.
  private var placed: [(position: Int, first: Int, last: Int)] = []
  private var wide: [(first: Int, last: Int)] = []
  private(set) var unplaced = 0

  init(_ chronology: Chronology, _ events: EventSet) {
    for position in events {
      let bounds = chronology.span(at: position).bounds
      switch (bounds.earliest, bounds.latest) {
      case (.day(let first), .day(let last)): placed.append((position, first.number, last.number))
      case (.day(let first), _): wide.append((first.number, Int.max))
      case (_, .day(let last)): wide.append((Int.min, last.number))
      default: unplaced += 1
      }
    }
    placed.sort { ($0.first, -$0.last, $0.position) < ($1.first, -$1.last, $1.position) }
  }

  /// The longest by the least that each lasted, then in time order.
  func longest(_ limit: Int) -> [Silence] {
    let byEnd = placed.indices.sorted { (placed[$0].last, $0) < (placed[$1].last, $1) }
    // For each index into `placed`, the event at or after it that ends first.
    var endsFirst = Array(placed.indices)
    for index in placed.indices.dropLast().reversed() {
      let (here, later) = (placed[index], placed[endsFirst[index + 1]])
      if (later.last, -later.first) < (here.last, -here.first) { endsFirst[index] = endsFirst[index + 1] }
    }
    // For each index into `byEnd`, the event at or before it that begins last.
    var beginsLast = byEnd
    for index in byEnd.indices.dropFirst() where beginsLast[index - 1] > byEnd[index] {
      beginsLast[index] = beginsLast[index - 1]
    }
    var silences: [(before: Int, after: Int)] = []
    for before in placed.indices {
      let next = partition(placed.count) { placed[$0].first > placed[before].last }
      guard next < placed.count else { continue }
      let after = endsFirst[next]
      let earlier = partition(byEnd.count) { placed[byEnd[$0]].last >= placed[after].first }
      if earlier > 0, beginsLast[earlier - 1] == before { silences.append((before, after)) }
    }
    return silences.sorted { (-least($0), $0.before) < (-least($1), $1.before) }.prefix(limit).map { pair in
      let (first, last) = (placed[pair.before], placed[pair.after])
      return Silence(
        before: first.position, after: last.position, leastDays: last.first - first.last,
        mostDays: last.last - first.first, possible: possible(first.last + 1, last.first - 1))
    }
  }

  private func least(_ pair: (before: Int, after: Int)) -> Int { placed[pair.after].first - placed[pair.before].last }

  /// How many events can cover a day from `start` to `end`. None lies wholly inside a silence.
  private func possible(_ start: Int, _ end: Int) -> Int {
    guard start <= end else { return 0 }
    return placed.lazy.filter { $0.first <= end && $0.last >= start }.count
      + wide.lazy.filter { $0.first <= end && $0.last >= start }.count
  }

  /// The first index at which the condition holds, of a range in which it holds from some index on.
  private func partition(_ count: Int, _ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
