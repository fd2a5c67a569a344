internal import Synchronization

/// Who knew of an event and why, kept for events about which much is said: each agency that knew of one asks for it anew.
final class GroundsMemo: Sendable {
  /// How many agencies, citations and reports an event must have to be kept; few enough are put together as fast as kept.
  static let least = 64
  /// Grounds of all that are kept; beyond that they are put together anew.
  private static let most = 1 << 18

  private struct Kept {
    var grounds: [Int: [String?: Known.Entry]] = [:]
    var count = 0
  }

  private let kept = Mutex(Kept())

  /// The grounds of the event at a position.
  func grounds(_ event: Event, at position: Int, _ make: () -> [String?: Known.Entry]) -> [String?: Known.Entry] {
    guard event.agencies.count + event.citations.count + event.known.count >= Self.least else { return make() }
    if let grounds = kept.withLock({ $0.grounds[position] }) { return grounds }
    let grounds = make()
    kept.withLock { kept in
      if kept.count + grounds.count > Self.most { kept = Kept() }
      kept.count += grounds.count
      kept.grounds[position] = grounds
    }
    return grounds
  }
}
