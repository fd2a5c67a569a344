internal import Synchronization

/// Caches events that take long to decode. Many others may refer to one, and a page about these would otherwise decode
/// it once for each.
final class LargeEvents: Sendable {
  /// The size in bytes of the file from which an event is cached; most events have less than a kilobyte.
  static let least = 1 << 13
  /// The maximum total size in bytes of the file of all cached events; when full, the cache is cleared.
  private static let most = 1 << 25

  private struct Kept {
    var events: [Int: Event] = [:]
    var bytes = 0
  }

  private let kept = Mutex(Kept())

  /// The event of a row, if cached.
  subscript(row: Int) -> Event? { kept.withLock { $0.events.isEmpty ? nil : $0.events[row] } }

  func keep(_ event: Event, row: Int, bytes: Int) {
    guard bytes >= Self.least else { return }
    kept.withLock { kept in
      if kept.bytes + bytes > Self.most { kept = Kept() }
      kept.bytes += bytes
      kept.events[row] = event
    }
  }
}
