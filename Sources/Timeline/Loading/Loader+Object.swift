/// The root object: its fields, and what follows it.
extension Loader {
  mutating func begin() throws(JSONFault) {
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
      endReading()
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

  /// Reads one field of the root object.
  mutating func field() throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer, from: position)
    let key = try mending(&cursor, at: JSONPath()) { cursor throws(JSONFault) in try cursor.key() }
    let name = cursor.value(of: key)
    position = cursor.position
    if seen.insert(name) == nil {
      add(
        Fault(
          offset: key.start - 1, path: JSONPath(steps: [.field(name)]).description,
          message: "The field \(quoted(name)) is repeated here.", remedy: "Keep one of them; the first is used."))
      try skip(name, &cursor)
    } else {
      switch name {
      case "title": title = try text(name, &cursor)
      case "description": description = try text(name, &cursor)
      case "$schema": schema = try text(name, &cursor)
      case "agencies", "people", "sources":
        if let list = List(rawValue: name), try beginList(name, &cursor) {
          position = cursor.position
          stage = .listing(list)
          return
        }
      case "events":
        if try beginEvents(&cursor) { return }
      default:
        add(
          Fault(
            severity: .warning, offset: key.start - 1, path: JSONPath(steps: [.field(name)]).description,
            message: "There is no field \(quoted(name)) here.",
            remedy: unknownField(
              name, among: ["title", "description", "agencies", "people", "sources", "events"])))
        try skip(name, &cursor)
      }
    }
    try endField(&cursor)
  }

  mutating func endField(_ cursor: inout JSONCursor) throws(JSONFault) {
    let isMore = try cursor.next(in: .object)
    position = cursor.position
    if isMore { stage = .fields } else { try endObject() }
  }

  /// After the closing brace: the postponed events, or JSON Lines of events, or the end.
  private mutating func endObject() throws(JSONFault) {
    var cursor = JSONCursor(bytes.buffer, from: position)
    cursor.skipSpace()
    if postponed != nil {
      if cursor.peek != nil { add(JSONFault(reason: .textAfterEnd, offset: cursor.position), path: "$") }
      readPostponed()
    } else if cursor.peek == nil {
      endReading()
      if seen.number(of: "events") == nil { missing("events") }
    } else if seen.number(of: "events") != nil {
      throw JSONFault(reason: .textAfterEnd, offset: cursor.position)
    } else {
      isLines = true
      stage = .lines
      position = cursor.position
    }
    if title?.utf8.allSatisfy({ $0 == 0x20 }) ?? true { missing("title") }
  }

  private mutating func missing(_ name: String) {
    add(
      Fault(
        offset: 0, path: "$." + name, message: "The field \"\(name)\" is missing.",
        remedy: name == "title"
          ? "Give the chronology a title. The line to add: \"title\": \"What it is about\","
          : "Add the list of events. The line to add: \"events\": []"))
  }

  // MARK: Values at the top

  private mutating func text(_ name: String, _ cursor: inout JSONCursor) throws(JSONFault) -> String? {
    var value: String?
    let isSound = quickly(&cursor) { _, cursor throws(JSONFault) in
      value = try cursor.takeNull() ? nil : cursor.value(of: try cursor.text(TextLimit.of(name)))
      return true
    }
    if isSound { return value }
    let tree = try tree(&cursor, at: JSONPath(steps: [.field(name)]))
    var decoding = Decoding(tree, at: JSONPath(), room: faults.room)
    if tree.kind(0) == .null { return nil }
    let text = decoding.text(0, .field(name))
    faults.append(decoding.faults)
    return text
  }

  private mutating func skip(_ name: String, _ cursor: inout JSONCursor) throws(JSONFault) {
    try mending(&cursor, at: JSONPath(steps: [.field(name)])) { cursor throws(JSONFault) in try cursor.skipValue() }
  }

  /// Reads a value the thorough way.
  mutating func tree(_ cursor: inout JSONCursor, at path: @autoclosure () -> JSONPath) throws(JSONFault) -> JSONTree {
    try mending(&cursor, at: path()) { cursor throws(JSONFault) in try JSONTree(&cursor) }
  }

  /// Reads something that may contain a string that is not Unicode. Such a string is a fault, but it is repaired so
  /// that everything around it can be read. Only the first is reported.
  private mutating func mending<Value>(
    _ cursor: inout JSONCursor, at path: @autoclosure () -> JSONPath,
    _ read: (inout JSONCursor) throws(JSONFault) -> Value
  ) throws(JSONFault) -> Value {
    let start = cursor
    do throws(JSONFault) {
      return try read(&cursor)
    } catch {
      guard error.isInText else { throw error }
      cursor = start
      cursor.mendsTexts = true
      let value = try read(&cursor)
      cursor.mendsTexts = false
      add(Fault(offset: error.offset, path: path().description, message: error.message, remedy: error.remedy))
      return value
    }
  }

  /// Enters a list; returns false if it is empty, null or not a list, in which case the cursor is after it.
  mutating func beginList(_ name: String, _ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    cursor.skipSpace()
    guard cursor.peek == UInt8(ascii: "[") else {
      let start = cursor.position
      let tree = try tree(&cursor, at: JSONPath(steps: [.field(name)]))
      // `events` is the only required list.
      if tree.kind(0) != .null || name == "events" {
        add(Fault(offset: start, path: "$." + name, message: "This should be a list.", remedy: "Write [...] here."))
      }
      return false
    }
    cursor.position += 1
    return !cursor.take(UInt8(ascii: "]"))
  }
}
