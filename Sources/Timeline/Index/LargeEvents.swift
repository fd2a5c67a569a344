internal import Synchronization

/// Events that take long to read, kept when they have been: many others may refer to one, and a page about these would read
/// it once for each.
final class LargeEvents: Sendable {
  /// Bytes of the file from which on an event is kept; one of a usual chronology has less than a kilobyte.
  static let least = 1 << 13
  /// Bytes of the file of all that are kept; beyond that they are read anew.
  private static let most = 1 << 25

  private struct Kept {
    var events: [Int: Event] = [:]
    var bytes = 0
  }

  private let kept = Mutex(Kept())

  /// The event of a row, if it is kept.
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
