internal import EDTF

/// The lanes as sentences, for text mode.
struct LaneWords {
  let lanes: Lanes
  let window: Lanes.Window?
  /// The maximum number of dates named in a sentence.
  let limit: Int

  init(_ lanes: Lanes, window: Lanes.Window?, limit: Int) {
    self.lanes = lanes
    self.window = window
    self.limit = max(1, limit)
  }

  /// - Parameter count: how many lanes to describe, the first ones.
  func sentences(_ count: Int) -> [String] {
    // An event of many agencies is read once for all of them.
    var known: [Int: String] = [:]
    return lanes.lanes.indices.prefix(count).compactMap { sentence($0, &known) }
  }

  /// - Parameter known: the words of the dates of events.
  private func sentence(_ lane: Int, _ known: inout [Int: String]) -> String? {
    let (first, count) = events(of: lane)
    guard count > 0 else { return nil }
    // Repeated dates are given once, with a count.
    var dates: [(words: String, times: Int)] = []
    for position in first {
      let words = known[position] ?? lanes.chronology.date(at: position).words
      known[position] = words
      if dates.last?.words == words { dates[dates.count - 1].times += 1 } else { dates.append((words, 1)) }
    }
    let named = dates.map { $0.times == 1 ? $0.words : "\($0.words) \($0.times) times" }
    let more = count > limit ? ", and \(count - limit) more" : ""
    return "\(lanes.lanes[lane].agency.name), \(count) event\(count == 1 ? "" : "s"): "
      + named.joined(separator: ", ") + more + "."
  }

  /// The first events, and how many there are.
  private func events(of lane: Int) -> (first: [Int], count: Int) {
    let all = lanes.lanes[lane].events
    guard let window else { return (all.prefix(limit).map(Int.init), all.count) }
    let events = lanes.events(lane, in: window, limit: .max).sorted()
    return (Array(events.prefix(limit)), events.count)
  }
}
