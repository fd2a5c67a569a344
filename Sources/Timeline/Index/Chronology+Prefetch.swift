internal import CByteSearch

/// A large file whose events are not in time order is read from all over the memory, and waiting for it would take as
/// long as the work done with it. So it is asked for some events ahead.
extension Chronology {
  /// How many events ahead the memory of an event is asked for. Where an event lies must be in the cache by then, so
  /// that is asked for twice as far ahead.
  private static let distance = 8
  /// In bytes of an event; processors fetch what follows by themselves.
  private static let length = 512
  private static let cacheLine = 64

  /// Asks for the events that are read after one, in time order.
  func prefetchEvents(after position: Int) {
    guard position + 2 * Self.distance < count, let start = index.bytes.buffer.baseAddress else { return }
    let far = row(at: position + 2 * Self.distance)
    index.offsets.withUnsafeBufferPointer { byte_prefetch($0.baseAddress.map { $0 + far }) }
    index.ids.prefetchEnd(of: far)
    let near = row(at: position + Self.distance)
    for line in stride(from: index.offsets[near], to: index.offsets[near] + Self.length, by: Self.cacheLine) {
      byte_prefetch(start + line)
    }
    index.ids.prefetch(near)
  }
}
