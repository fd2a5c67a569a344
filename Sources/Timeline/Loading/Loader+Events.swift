internal import Glibc

/// The events, from a list or from JSON Lines.
extension Loader {
  /// Returns true if events follow, with the stage set for them.
  mutating func beginEvents(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    guard try beginList("events", &cursor) else { return false }
    position = cursor.position
    if ["agencies", "people", "sources"].allSatisfy({ seen.number(of: $0) != nil }) {
      stage = .events
    } else {
      postponed = position
      stage = .skippingEvents
    }
    return true
  }

  mutating func skipEvents() throws(JSONFault) {
    // Faults in strings are reported when the event itself is read.
    var cursor = JSONCursor(bytes.buffer, from: position, mendsTexts: true)
    try cursor.skipValue()
    cursor.mendsTexts = false
    elements += 1
    let isMore = try cursor.next(in: .array)
    position = cursor.position
    if isMore { return }
    elements = 0
    try endField(&cursor)
  }

  /// Reads one slice of events. The registry is copied into a local first: reading it from `self` for each event would
  /// cost a twentieth of the whole.
  mutating func events() throws(JSONFault) {
    let registry = registry
    let limit = position + Self.slice
    var cursor = JSONCursor(bytes.buffer, from: position)
    repeat {
      try event(&cursor, registry)
      elements += 1
      let isMore = try cursor.next(in: .array)
      position = cursor.position
      guard isMore else { return isSecondPass ? endReading() : try endField(&cursor) }
    } while position < limit
  }

  /// Reads one slice of lines, each an event.
  mutating func lines() {
    let registry = registry
    let limit = position + Self.slice
    while position < limit {
      var cursor = JSONCursor(bytes.buffer, from: position)
      cursor.skipSpace()
      guard cursor.position < bytes.count else { return endReading() }
      let line = cursor.base + cursor.position
      let feed = memchr(line, CInt(UInt8(ascii: "\n")), bytes.count - cursor.position)
      let end = feed.map { cursor.position + (UnsafeRawPointer($0) - UnsafeRawPointer(line)) } ?? bytes.count
      position = end
      cursor = JSONCursor(bytes.buffer, from: cursor.position, to: end)
      do throws(JSONFault) {
        try event(&cursor, registry)
        cursor.skipSpace()
        if cursor.peek != nil { throw cursor.fault(.textAfterEnd) }
      } catch {
        add(error, path: "$")
      }
    }
  }

  private mutating func event(_ cursor: inout JSONCursor, _ registry: Registry) throws(JSONFault) {
    cursor.skipSpace()
    let offset = cursor.position
    let isSound = quickly(&cursor) { loader, cursor throws(JSONFault) in
      try loader.scan.read(&cursor, registry, into: &loader.rows)
      return loader.rows.append(loader.scan, at: offset, cursor)
    }
    if isSound { return }
    rows.takeBack()
    let path = path(ofElement: elements)
    var decoding = Decoding(try tree(&cursor, at: path), at: path, room: faults.room)
    if let event = decoding.event(0, in: registry, .reading(earlier: rows.ids)) {
      rows.append(event, at: offset, linkTargets: decoding.linkTargets, registry: registry)
    } else {
      leftOut.append(elements)
    }
    faults.append(decoding.faults)
  }

  func path(ofElement element: Int) -> JSONPath {
    isLines ? JSONPath() : JSONPath(steps: [.field("events"), .index(element)])
  }
}
