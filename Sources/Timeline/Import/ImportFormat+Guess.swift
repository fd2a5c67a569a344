/// Recognises a format by a file's content.
extension ImportFormat {
  /// Nil if no format is recognised.
  /// - Parameters:
  ///   - bytes: UTF-8, without a byte order mark.
  ///   - name: the file's name, for a table without a known heading.
  init?(of bytes: UnsafeBufferPointer<UInt8>, name: String) {
    if let format = Self(ofJSON: bytes) {
      self = format
      return
    }
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return nil }
    let beginning = UnsafeBufferPointer(rebasing: bytes[start...])
    let name = name.lowercased()
    if Self.begins(beginning, "BEGIN:V") {
      self = .ics
    } else if TimelineJSImport.padding(of: beginning) != nil {
      self = .timelinejs
    } else if let table = CSVTable(bytes) {
      self = table.isTimesketch ? .timesketchCSV : .csv
    } else if name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
      self = .csv
    } else if name.hasSuffix(".ics") {
      self = .ics
    } else {
      return nil
    }
  }

  /// Nil if the bytes do not begin like a JSON object. A byte order mark is allowed.
  init?(ofJSON bytes: UnsafeBufferPointer<UInt8>) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = bytes[start...].firstIndex(where: { $0 > 0x20 }), bytes[first] == UInt8(ascii: "{") else {
      return nil
    }
    self = Self.ofJSON(JSONCursor(bytes, from: first))
  }

  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    bytes.count >= text.utf8CodeUnitCount
      && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[$0] & 0xDF == text.utf8Start[$0] & 0xDF }
  }

  /// Decides by the first field names that are distinctive. Broken JSON is treated as the chronology's own format,
  /// whose reader reports what is wrong.
  private static func ofJSON(_ cursor: JSONCursor) -> ImportFormat {
    var cursor = cursor
    cursor.position += 1
    do throws(JSONFault) {
      while true {
        let key = try cursor.key()
        switch cursor.value(of: key) {
        case "timeline", "scale", "eras": return .timelinejs
        case "message", "datetime", "timestamp", "timestamp_desc": return .timesketch
        case "title" where cursor.peek == UInt8(ascii: "{"): return .timelinejs
        case "agencies", "people", "sources", "$schema": return .json
        case "events": return try hasDatesInParts(&cursor) ? .timelinejs : .json
        default: try cursor.skipValue()
        }
        if try !cursor.next(in: .object) { return .json }
      }
    } catch {
      return .json
    }
  }

  /// Whether the first event of a list has the fields of TimelineJS.
  private static func hasDatesInParts(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    guard cursor.take(UInt8(ascii: "[")), cursor.take(UInt8(ascii: "{")) else { return false }
    repeat {
      switch cursor.value(of: try cursor.key()) {
      case "start_date", "end_date", "unique_id": return true
      case "text": return cursor.peek == UInt8(ascii: "{")
      default: try cursor.skipValue()
      }
    } while try cursor.next(in: .object)
    return false
  }
}
