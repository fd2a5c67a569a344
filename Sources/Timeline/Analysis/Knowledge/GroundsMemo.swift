internal import Synchronization

/// Caches who knew of large events and why, since each agency that knew of one asks for it again.
final class GroundsMemo: Sendable {
  /// The number of agencies, citations and reports from which an event is cached; smaller ones are as fast to
  /// recompute.
  static let least = 64
  /// The maximum number of cached entries; when full, the cache is cleared.
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
