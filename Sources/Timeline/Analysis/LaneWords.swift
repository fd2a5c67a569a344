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
    let named = events.prefix(limit).map { lanes.chronology.event(at: $0).date.words }
    let more = events.count > limit ? ", and \(events.count - limit) more" : ""
    return "\(lane.agency.name), \(events.count) event\(events.count == 1 ? "" : "s"): "
      + named.joined(separator: ", ") + more + "."
  }

  private func events(of lane: Lanes.Lane) -> [Int] {
    guard let window else { return Array(lane.events) }
    return LaneRow(lane, window, lanes.chronology).events(limit: .max).sorted()
  }
}
