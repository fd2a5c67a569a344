/// Reads a chronology from JSON, or from JSON Lines (a line without `events`, then one event a line), in slices, so
/// that whoever waits for it can do other things between.
///
/// It never stops at the first fault. What does not fit the format is noted and left out, the rest is read; where
/// the bytes are not JSON any more, reading ends (in JSON Lines only that line is lost) and what was sound before stays.
package struct Loader: Sendable {
  /// About a millisecond's work.
  private static let slice = 1 << 19

  /// After how many events their number is estimated, so that memory for the rest is taken once.
  private static let sample = 5000

  private static func estimate(_ bytes: Int, _ offset: Int) -> Int {
    min(bytes / (offset / sample + 1) / 8 * 9, 1 << 32)
  }

  private let bytes: Bytes
  private var position = 0
  private var stage = Stage.beginning
  private var faults = Faults()
  private var title: String?
  private var description: String?
  private var directory = Directory()
  private var rows = EventRows()
  private var scan = EventScan()
  private var seen: Set<String> = []
  /// The elements of `events` so far, and which of them were left out, so that a row's element is known again.
  private var elements = 0
  private var leftOut: [Int] = []
  /// Where the events begin, while what they refer to is read first.
  private var postponed: Int?
  private var isLines = false
  private var result: Chronology?

  private enum Stage { case beginning, fields, events, skippingEvents, lines, ordering, finished }

  package init(_ bytes: Bytes) { self.bytes = bytes }

  package var isFinished: Bool { stage == .finished }

  /// Part of the work done, 0 to 1.
  package var progress: Double {
    isFinished ? 1 : Double(position) / Double(max(bytes.count, 1))
  }

  /// How many events were read so far.
  package var count: Int { rows.count }

  /// Does about a millisecond of work for each unit of `budget`; a single huge value is read in one go.
  package mutating func advance(budget: Int = 4) {
    let start = position
    while !isFinished, abs(position - start) < budget * Self.slice {
      do throws(JSONFault) {
        try step()
      } catch {
        end(with: error)
      }
    }
  }

  /// What has been read so far, in time order. Costs as much as there are events; when all are read, nothing.
  package func chronology() -> Chronology {
    if let result { return result }
    return assemble().chronology
  }

  // MARK: The whole

  private mutating func step() throws(JSONFault) {
    switch stage {
    case .beginning: try begin()
    case .fields: try field()
    case .events: try events()
    case .skippingEvents: try skipEvents()
    case .lines: line()
    case .ordering: finish()
    case .finished: break
    }
  }

  private mutating func begin() throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer)
    if bytes.buffer.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.position = 3 }
    cursor.skipSpace()
    let start = cursor.position
    guard cursor.peek == UInt8(ascii: "{") else {
      if cursor.peek == nil { throw cursor.fault(.endOfFile) }
      _ = try JSONTree(&cursor)
      add(
        Fault(
          offset: start, path: "$", message: "A chronology is an object; this is something else.",
          remedy: "Put {\"title\": ..., \"events\": [...]} around it."))
      stage = .ordering
      return
    }
    cursor.position += 1
    position = cursor.position
    if cursor.take(UInt8(ascii: "}")) {
      position = cursor.position
      try endObject()
    } else {
      stage = .fields
    }
  }

  /// One field of the object that holds everything.
  private mutating func field() throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer, from: position)
    let key = try cursor.key()
    let name = cursor.value(of: key)
    position = cursor.position
    if !seen.insert(name).inserted {
      add(
        Fault(
          offset: key.start - 1, path: JSONPath(steps: [.field(name)]).description,
          message: "The field \(quoted(name)) stands here twice.", remedy: "Keep one of them; the first is used."))
      try cursor.skipValue()
    } else {
      switch name {
      case "title": title = try text(name, &cursor)
      case "description": description = try text(name, &cursor)
      case "$schema": _ = try text(name, &cursor)
      case "agencies":
        try each(name, &cursor) { decoding, directory in
          decoding.agency(0).map { ($0.id, directory.add($0)) }
        }
      case "people":
        try each(name, &cursor) { decoding, directory in
          decoding.person(0).map { ($0.id, directory.add($0)) }
        }
      case "sources":
        try each(name, &cursor) { decoding, directory in
          decoding.source(0).map { ($0.id, directory.add($0)) }
        }
      case "events":
        if try beginEvents(&cursor) { return }
      default:
        add(
          Fault(
            severity: .warning, offset: key.start - 1, path: JSONPath(steps: [.field(name)]).description,
            message: "There is no field \(quoted(name)) here.",
            remedy: "Delete it or correct its name. The fields here are title, description, agencies, people, "
              + "sources, events."))
        try cursor.skipValue()
      }
    }
    try endField(&cursor)
  }

  private mutating func endField(_ cursor: inout JSONCursor) throws(JSONFault) {
    let isMore = try cursor.next(in: .object)
    position = cursor.position
    if isMore { stage = .fields } else { try endObject() }
  }

  /// After the closing brace: the postponed events, or events one a line, or the end.
  private mutating func endObject() throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer, from: position)
    cursor.skipSpace()
    if let start = postponed {
      postponed = nil
      if cursor.peek != nil { add(JSONFault(reason: .textAfterEnd, offset: cursor.position), path: "$") }
      position = start
      stage = .events
      seen.insert("")
    } else if cursor.peek == nil {
      stage = .ordering
      if !seen.contains("events") { missing("events") }
    } else if seen.contains("events") {
      throw JSONFault(reason: .textAfterEnd, offset: cursor.position)
    } else {
      isLines = true
      stage = .lines
      position = cursor.position
    }
    if title == nil { missing("title") }
  }

  private mutating func missing(_ name: String) {
    add(
      Fault(
        offset: 0, path: "$." + name, message: "The field \"\(name)\" is missing.",
        remedy: name == "title" ? "Give the chronology a title." : "Add the list of events."))
  }

  /// The bytes are not JSON from here on: what was read stays.
  private mutating func end(with fault: JSONFault) {
    var path = JSONPath()
    if stage == .events || stage == .skippingEvents { path.steps = [.field("events"), .index(elements)] }
    add(fault, path: path.description)
    if let start = postponed {
      postponed = nil
      position = start
      elements = 0
      stage = .events
    } else {
      stage = .ordering
    }
  }

  private mutating func add(_ fault: Fault) { faults.append(fault) }

  private mutating func add(_ fault: JSONFault, path: String) {
    add(Fault(offset: fault.offset, path: path, message: fault.message, remedy: fault.remedy))
  }

  // MARK: Values at the top

  private mutating func text(_ name: String, _ cursor: inout JSONCursor) throws(JSONFault) -> String? {
    let tree = try JSONTree(&cursor)
    var decoding = Decoding(tree, at: JSONPath())
    if tree.kind(0) == .null { return nil }
    let text = decoding.text(0, .field(name))
    for fault in decoding.faults { add(fault) }
    return text
  }

  private mutating func each(
    _ name: String, _ cursor: inout JSONCursor,
    _ body: (inout Decoding, inout Directory) -> (id: String, isNew: Bool)?
  ) throws(JSONFault) {
    var index = 0
    guard try beginList(name, &cursor) else { return }
    repeat {
      let tree = try JSONTree(&cursor)
      var decoding = Decoding(tree, at: JSONPath(steps: [.field(name), .index(index)]))
      if let (id, isNew) = body(&decoding, &directory), !isNew {
        decoding.fault(
          "The id \(quoted(id)) is taken already.", at: 0, .field("id"),
          remedy: "Give this one another id; until then it is left out.")
      }
      for fault in decoding.faults { add(fault) }
      index += 1
      position = cursor.position
    } while try cursor.next(in: .array)
  }

  /// Steps into a list; false if it is empty, null or no list at all, and then the cursor is after it.
  private mutating func beginList(_ name: String, _ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    cursor.skipSpace()
    guard cursor.peek == UInt8(ascii: "[") else {
      let start = cursor.position
      let tree = try JSONTree(&cursor)
      if tree.kind(0) != .null {
        add(Fault(offset: start, path: "$." + name, message: "This should be a list.", remedy: "Write [...] here."))
      }
      return false
    }
    cursor.position += 1
    return !cursor.take(UInt8(ascii: "]"))
  }

  // MARK: Events

  /// True if events follow, with the stage set for them.
  private mutating func beginEvents(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
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

  private mutating func skipEvents() throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer, from: position)
    try cursor.skipValue()
    elements += 1
    let isMore = try cursor.next(in: .array)
    position = cursor.position
    if isMore { return }
    elements = 0
    try endField(&cursor)
  }

  private mutating func events() throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer, from: position)
    try event(&cursor)
    elements += 1
    let isMore = try cursor.next(in: .array)
    position = cursor.position
    if isMore { return }
    if seen.contains("") { stage = .ordering } else { try endField(&cursor) }
  }

  private mutating func line() {
    var cursor = JSONCursor(bytes.buffer, from: position)
    cursor.skipSpace()
    let start = cursor.position
    var end = start
    while end < bytes.count, bytes.buffer[end] != UInt8(ascii: "\n") { end += 1 }
    position = end
    if start == end {
      stage = .ordering
      return
    }
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

  private func path(ofElement element: Int) -> JSONPath {
    isLines ? JSONPath() : JSONPath(steps: [.field("events"), .index(element)])
  }

  // MARK: The end

  private mutating func finish() {
    let (chronology, faults) = assemble()
    result = chronology
    self.faults = faults
    rows = EventRows()
    position = bytes.count
    stage = .finished
  }

  private func assemble() -> (chronology: Chronology, faults: Faults) {
    let index = EventIndex(rows, bytes: bytes, directory: directory)
    var faults = faults
    // Before all is read, an event that is not there may still come.
    if stage == .ordering {
      for row in index.rowsWithDanglingLinks {
        var cursor = JSONCursor(bytes.buffer, from: rows.offsets[row])
        guard let tree = try? JSONTree(&cursor) else { continue }
        var decoding = Decoding(tree, at: path(ofElement: element(ofRow: row)))
        _ = decoding.event(0, in: directory, .showing(all: rows.ids))
        for number in decoding.danglingLinks { faults.append(decoding.faults[number]) }
      }
    }
    let chronology = Chronology(
      title: title ?? "", description: description, index: index, findings: faults.findings(in: bytes.buffer),
      findingCount: faults.count)
    return (chronology, faults)
  }

  /// Where in `events` a row stands, the elements left out before it counted.
  private func element(ofRow row: Int) -> Int {
    // `leftOut[n] - n` elements before the n-th one left out were taken in.
    var low = 0
    var high = leftOut.count
    while low < high {
      let middle = (low + high) / 2
      if leftOut[middle] - middle <= row { low = middle + 1 } else { high = middle }
    }
    return row + low
  }
}

extension Chronology {
  /// Reads all of it at once.
  package static func load(_ bytes: Bytes) -> Chronology {
    var loader = Loader(bytes)
    while !loader.isFinished { loader.advance(budget: 1000) }
    return loader.chronology()
  }
}
