/// The spans of a lane's events, arranged so that the events that run into a day are found without passing all that
/// began before it.
struct LaneSpans: Sendable {
  /// Days that every event which can be placed lies in; nil where none can.
  let days: ClosedRange<Int>?

  init(_ chronology: Chronology, _ events: EventSet) {
    days = nil
  }
}

extension DaySpan {
  /// A day to sort and measure by: the first that is known.
  var start: Int32 { bounds.earliest.day != nil ? earliest : bounds.latest.day != nil ? latest : 0 }
}
