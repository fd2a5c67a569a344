internal import Synchronization

/// Caches events that take long to decode, and headings that take long to find. Many others may refer to such an event,
/// and a page about these would otherwise read it once for each.
final class LargeEvents: Sendable {
  /// The number of bytes read from the file from which an event, or a heading, is cached; most events have less than a
  /// kilobyte.
  static let least = 1 << 13
  /// The maximum total size in bytes of the file of all cached events, and the number of cached headings; when full, the
  /// cache is cleared.
  private static let most = 1 << 25
  private static let mostHeadings = 1 << 12

  private struct Kept {
    var events: [Int: Event] = [:]
    var headings: [Int: EventHeading] = [:]
    var bytes = 0
  }

  private let kept = Mutex(Kept())
  /// Whether nothing was ever cached, as in most chronologies: saves locking for each event that is shown.
  private let isUnused = Atomic(true)

  /// The event of a row, if cached.
  subscript(row: Int) -> Event? {
    isUnused.load(ordering: .acquiring) ? nil : kept.withLock { $0.events[row] }
  }

  /// The heading of a row, if it or the whole event is cached.
  func heading(ofRow row: Int, isDisputed: Bool) -> EventHeading? {
    if isUnused.load(ordering: .acquiring) { return nil }
    return kept.withLock { $0.headings[row] ?? $0.events[row].map { EventHeading($0, isDisputed: isDisputed) } }
  }

  /// - Parameter bytes: how many bytes of the file were read for it.
  func keep(_ event: Event, row: Int, bytes: Int) {
    guard bytes >= Self.least else { return }
    kept.withLock { kept in
      if kept.bytes + bytes > Self.most { kept = Kept() }
      kept.bytes += bytes
      kept.events[row] = event
    }
    isUnused.store(false, ordering: .releasing)
  }

  /// - Parameter bytes: how many bytes of the file were read for it.
  func keep(_ heading: EventHeading, row: Int, bytes: Int) {
    guard bytes >= Self.least else { return }
    kept.withLock { kept in
      if kept.headings.count >= Self.mostHeadings { kept.headings = [:] }
      kept.headings[row] = heading
    }
    isUnused.store(false, ordering: .releasing)
  }
}
