/// The spans of a lane's events, arranged so that the events that run into a day are found without passing all that
/// began before it: a tree over blocks of 64 events, each node the latest end of what lies under it.
struct LaneSpans: Sendable {
  private static let block = 64

  private let chronology: Chronology
  private let events: EventSet
  /// The latest day of each placed event, by row.
  private let ends: [Int32]
  /// A complete binary tree: node 1 is the root, `2 n` and `2 n + 1` lie under `n`, and the leaves are the blocks.
  private let latest: [Int32]
  /// How many events have a place in time. Those of which it is unknown when they began stand after them.
  let placed: Int
  /// From the first to the last day that a placed event is known to cover; nil where there is none.
  let days: ClosedRange<Int>?

  init(_ chronology: Chronology, _ events: EventSet) {
    self.chronology = chronology
    self.events = events
    placed = events.rank(chronology.firstPosition(onOrAfter: Int32.max))
    let blocks = (placed + LaneSpans.block - 1) / LaneSpans.block
    var leaves = 1
    while leaves < blocks { leaves *= 2 }
    var latest = [Int32](repeating: DaySpan.unknown, count: 2 * leaves)
    var ends: [Int32] = []
    ends.reserveCapacity(placed)
    var first = Int32.max
    var last = Int32.min
    for (row, position) in events.enumerated() {
      guard row < placed else { break }
      let span = chronology.span(at: position)
      let leaf = leaves + row / LaneSpans.block
      ends.append(span.latest)
      latest[leaf] = max(latest[leaf], span.latest)
      if DaySpan.days.contains(span.earliest) { (first, last) = (min(first, span.earliest), max(last, span.earliest)) }
      if DaySpan.days.contains(span.latest) { (first, last) = (min(first, span.latest), max(last, span.latest)) }
    }
    days = first <= last ? Int(first)...Int(last) : nil
    for node in (1..<leaves).reversed() { latest[node] = max(latest[2 * node], latest[2 * node + 1]) }
    self.ends = ends
    self.latest = latest
  }

  /// The rows of the events that begin on a day from `start` up to `end`, `end` excluded.
  func rows(from start: Int32, to end: Int32) -> Range<Int> {
    let first = events.rank(chronology.firstPosition(onOrAfter: start))
    return first..<max(first, events.rank(chronology.firstPosition(onOrAfter: end)))
  }

  /// The last row before `row` whose event ends on or after a day, or never; nil where there is none. An event of
  /// which it is unknown when it ended is not said to run on.
  func last(before row: Int, runningInto day: Int32) -> Int? {
    let row = min(row, placed)
    let whole = row / LaneSpans.block
    return scan(whole * LaneSpans.block..<row, day)
      ?? lastBlock(before: whole, runningInto: day).flatMap {
        scan($0 * LaneSpans.block..<($0 + 1) * LaneSpans.block, day)
      }
  }

  private func scan(_ rows: Range<Int>, _ day: Int32) -> Int? {
    ends[rows].lastIndex { $0 >= day }
  }

  private func lastBlock(before block: Int, runningInto day: Int32) -> Int? {
    let leaves = latest.count / 2
    if block >= leaves { return latest[1] < day ? nil : descend(from: 1, day) }
    var node = leaves + block
    while node > 1 {
      if node % 2 == 1, latest[node - 1] >= day { return descend(from: node - 1, day) }
      node /= 2
    }
    return nil
  }

  /// The last block under a node that has such an event.
  private func descend(from node: Int, _ day: Int32) -> Int {
    let leaves = latest.count / 2
    var node = node
    while node < leaves { node = latest[2 * node + 1] >= day ? 2 * node + 1 : 2 * node }
    return node - leaves
  }
}

extension DaySpan {
  /// The days among the two ends.
  var days: [Int] { [earliest, latest].filter(DaySpan.days.contains).map(Int.init) }
}
