internal import Glibc

/// The events, from a list or one a line.
extension Loader {
  /// True if events follow, with the stage set for them.
  mutating func beginEvents(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    guard try beginList("events", &cursor) else { return false }
    position = cursor.position
    if seen.isSuperset(of: ["agencies", "people", "sources"]) {
      stage = .events
    } else {
      postponed = position
      stage = .skippingEvents
    }
    return true
  }

  mutating func skipEvents() throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer, from: position)
    try cursor.skipValue()
    elements += 1
    let isMore = try cursor.next(in: .array)
    position = cursor.position
    if isMore { return }
    elements = 0
    try endField(&cursor)
  }

  mutating func events() throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer, from: position)
    try event(&cursor)
    elements += 1
    let isMore = try cursor.next(in: .array)
    position = cursor.position
    if isMore { return }
    if isSecondPass { endReading() } else { try endField(&cursor) }
  }

  mutating func line() {
    var cursor = JSONCursor(bytes.buffer, from: position)
    cursor.skipSpace()
    let start = cursor.position
    guard start < bytes.count else {
      endReading()
      return
    }
    let rest = cursor.base + start
    let feed = memchr(rest, CInt(UInt8(ascii: "\n")), bytes.count - start)
    let end = feed.map { start + (UnsafeRawPointer($0) - UnsafeRawPointer(rest)) } ?? bytes.count
    position = end
    cursor = JSONCursor(bytes.buffer, from: start, to: end)
    do throws(JSONFault) {
      try event(&cursor)
      cursor.skipSpace()
      if cursor.peek != nil { throw cursor.fault(.textAfterEnd) }
    } catch {
      add(error, path: "$")
    }
  }

  private mutating func event(_ cursor: inout JSONCursor) throws(JSONFault) {
    cursor.skipSpace()
    let offset = cursor.position
    var attempt = cursor
    if scan.read(&attempt, directory), rows.append(scan, at: offset, attempt) {
      cursor = attempt
      if rows.count == Self.sample { rows.reserve(Self.estimate(bytes.count, offset)) }
      return
    }
    let tree = try JSONTree(&cursor)
    var decoding = Decoding(tree, at: path(ofElement: elements))
    if let event = decoding.event(0, in: directory, .reading(earlier: rows.ids)) {
      rows.append(event, at: offset, linkTargets: decoding.linkTargets, directory: directory)
    } else {
      leftOut.append(elements)
    }
    for fault in decoding.faults { add(fault) }
  }

  func path(ofElement element: Int) -> JSONPath {
    isLines ? JSONPath() : JSONPath(steps: [.field("events"), .index(element)])
  }
}
