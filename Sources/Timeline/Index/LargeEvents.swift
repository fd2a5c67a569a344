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
  /// The number of links of an event from which they are cached by the event that they lead to, and the maximum number of
  /// links so cached.
  private static let manyLinks = 64
  private static let mostLinks = 1 << 18

  private struct Kept {
    var events: [Int: Event] = [:]
    var headings: [Int: EventHeading] = [:]
    /// By row and by the id of the other event, the relations of links.
    var relations: [Int: [String: [String]]] = [:]
    var linkCount = 0
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

  /// The relations that an event's links to another one name, in order. If it has many links, every event that it links to
  /// asks for its own.
  func relations(of event: Event, row: Int, to id: String) -> [String] {
    guard event.links.count >= Self.manyLinks else { return event.links.filter { $0.to == id }.map(\.relation) }
    if let relations = kept.withLock({ $0.relations[row] }) { return relations[id] ?? [] }
    let relations = Dictionary(grouping: event.links, by: \.to).mapValues { $0.map(\.relation) }
    kept.withLock { kept in
      if kept.linkCount + event.links.count > Self.mostLinks { (kept.relations, kept.linkCount) = ([:], 0) }
      kept.linkCount += event.links.count
      kept.relations[row] = relations
    }
    return relations[id] ?? []
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
