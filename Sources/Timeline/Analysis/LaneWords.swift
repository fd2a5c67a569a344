/// The lanes as sentences, for text mode.
struct LaneWords {
  init(_ lanes: Lanes, window: Lanes.Window?, limit: Int) {}
  var sentences: [String] { [] }
}
