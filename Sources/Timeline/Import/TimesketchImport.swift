internal import Glibc

/// Timesketch's JSON Lines.
struct TimesketchImport: ImportReader {
  mutating func read(into run: ImportRun) {
    let bytes = run.bytes
    guard let base = bytes.baseAddress else { return }
    var position = 0
    while true {
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
      guard position < bytes.count else { return }
      let start = position
      let feed = memchr(base + start, 0x0A, bytes.count - start)
      let end = feed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
      position = end
      run.record(at: start) { () throws(ImportFault) in
        .event(try Self.event(JSONCursor(bytes, from: start, to: end)))
      }
    }
  }

  private static func event(_ cursor: JSONCursor) throws(ImportFault) -> ImportedEvent {
    let start = cursor.position
    var record = TimesketchRecord()
    var places: [(field: String, offset: Int)] = []
    do throws(JSONFault) {
      var cursor = cursor
      guard cursor.peek == UInt8(ascii: "{") else { throw cursor.fault(.valueExpected) }
      cursor.position += 1
      if !cursor.take(UInt8(ascii: "}")) {
        repeat {
          let name = cursor.value(of: try cursor.key())
          places.append((name, cursor.position))
          try read(name, &cursor, into: &record)
        } while try cursor.next(in: .object)
      }
      cursor.skipSpace()
      if cursor.peek != nil { throw cursor.fault(.textAfterEnd) }
    } catch {
      throw ImportFault(offset: error.offset, path: "$", message: error.message, remedy: error.remedy)
    }
    do throws(TimesketchRecord.Fault) {
      return try record.event(at: start)
    } catch {
      throw ImportFault(
        offset: places.first { $0.field == error.field }?.offset ?? start, path: "$.\(error.field)",
        message: error.message, remedy: error.remedy)
    }
  }

  private static func read(
    _ name: String, _ cursor: inout JSONCursor, into record: inout TimesketchRecord
  ) throws(JSONFault) {
    switch name {
    case "message": record.message = try text(&cursor)
    case "datetime": record.datetime = try text(&cursor)
    case "timestamp": record.timestamp = try text(&cursor)
    case "timestamp_desc": record.description = try text(&cursor)
    case "event_id": record.reference = try text(&cursor)
    case "edtf": record.edtf = try text(&cursor)
    case "date_basis": record.basis = try text(&cursor)
    case "tag": record.tags = try texts(&cursor)
    case "agency": record.agencies = try texts(&cursor)
    case "person": record.people = try texts(&cursor)
    case "source": record.sources = try texts(&cursor)
    default:
      let text = try text(&cursor)
      record.others.append((name, text))
    }
  }

  /// A value as text on one line: the contents of a string, empty for null, and anything else as written.
  private static func text(_ cursor: inout JSONCursor) throws(JSONFault) -> String {
    cursor.skipSpace()
    if cursor.peek == UInt8(ascii: "\"") {
      let string = try cursor.string()
      if !string.hasEscapes { return ImportedText.line(cursor.bytes(of: string)) }
      return ImportedText.line(cursor.value(of: string))
    }
    let start = cursor.position
    if try cursor.takeNull() { return "" }
    try cursor.skipValue()
    return ImportedText.line(UnsafeBufferPointer(start: cursor.base + start, count: cursor.position - start))
  }

  /// A list of strings, or a single one.
  private static func texts(_ cursor: inout JSONCursor) throws(JSONFault) -> [String] {
    cursor.skipSpace()
    var texts: [String] = []
    if cursor.peek == UInt8(ascii: "[") {
      cursor.position += 1
      if cursor.take(UInt8(ascii: "]")) { return [] }
      repeat { texts.append(try text(&cursor)) } while try cursor.next(in: .array)
    } else {
      texts.append(try text(&cursor))
    }
    return texts.filter { !$0.isEmpty }
  }
}
