/// The lanes as sentences, for text mode.
struct LaneWords {
  let lanes: Lanes
  let window: Lanes.Window?
  /// How many dates a sentence names.
  let limit: Int

  init(_ lanes: Lanes, window: Lanes.Window?, limit: Int) {
    self.lanes = lanes
    self.window = window
    self.limit = max(1, limit)
  }

  var sentences: [String] { lanes.lanes.compactMap(sentence) }

  private func sentence(_ lane: Lanes.Lane) -> String? {
    let events = events(of: lane)
    guard !events.isEmpty else { return nil }
    // The same date several times is said once, with a count.
    var dates: [(words: String, times: Int)] = []
    for position in events.prefix(limit) {
      let words = lanes.chronology.event(at: position).date.words
      if dates.last?.words == words { dates[dates.count - 1].times += 1 } else { dates.append((words, 1)) }
    }
    let named = dates.map { $0.times == 1 ? $0.words : "\($0.words) \($0.times) times" }
    let more = events.count > limit ? ", and \(events.count - limit) more" : ""
    return "\(lane.agency.name), \(events.count) event\(events.count == 1 ? "" : "s"): "
      + named.joined(separator: ", ") + more + "."
  }

  private func events(of lane: Lanes.Lane) -> [Int] {
    guard let window else { return Array(lane.events) }
    return LaneRow(lane, window, lanes.chronology).events(limit: .max).sorted()
  }
}
