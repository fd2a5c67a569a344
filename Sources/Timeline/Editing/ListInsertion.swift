/// Adds elements to the lists of a chronology's file and leaves every other byte unchanged.
package struct ListInsertion {
  /// Why nothing can be added: the file is not a chronology, or the field is not a list.
  package struct Fault: Error, Equatable {
    package let message: String
  }

  package private(set) var bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Adds an element after the last one and in the same style: on a line of its own with the same indentation, and over
  /// several lines if the last one is.
  /// - Parameter json: as `JSONWriter` writes it.
  package mutating func add(_ json: String, to list: String) throws(Fault) {
    let file = Bytes(bytes)
    do throws(JSONFault) {
      let places = try Places(file.buffer, list)
      let (offset, length, text) = try insertion(json, list, places)
      bytes.replaceSubrange(offset..<offset + length, with: text.utf8)
    } catch {
      throw Fault(message: error.message)
    }
  }

  private func insertion(
    _ json: String, _ list: String, _ places: Places
  ) throws(JSONFault) -> (offset: Int, length: Int, text: String) {
    if places.isLines, list == "events" {
      let isOpen = bytes.last != UInt8(ascii: "\n")
      return (bytes.count, 0, (isOpen ? lineEnd : "") + json + lineEnd)
    }
    guard let first = places.first else {
      let outer = places.key.flatMap(indentBefore) ?? places.firstKey.flatMap(indentBefore)
      let unit = outer.flatMap { $0.isEmpty ? nil : $0 } ?? "  "
      let value =
        outer.map { "[\(lineEnd)\($0)\(unit)\(laidOut(json, $0 + unit, unit))\(lineEnd)\($0)]" } ?? "[\(json)]"
      if let empty = places.value { return (empty.lowerBound, empty.count, value) }
      // The list is missing: insert it before the first field, so that it precedes whatever refers to it.
      guard let key = places.firstKey else { throw JSONFault(reason: .keyExpected, offset: 1) }
      return (key, 0, "\"\(list)\": \(value)," + (outer.map { lineEnd + $0 } ?? " "))
    }
    guard let indent = indentBefore(first.lowerBound) else { return (places.end, 0, ", " + json) }
    let isFlat = !bytes[places.last ?? first].contains(UInt8(ascii: "\n"))
    let inner = innerIndent(places.last ?? first) ?? indent + "  "
    let unit = inner.hasPrefix(indent) ? String(inner.dropFirst(indent.count)) : "  "
    let text = isFlat ? json : laidOut(json, indent, unit.isEmpty ? "  " : unit)
    return (places.end, 0, "," + lineEnd + indent + text)
  }

  private func laidOut(_ json: String, _ indent: String, _ unit: String) -> String {
    var layout = JSONLayout()
    (layout.indent, layout.unit, layout.lineEnd) = (indent, unit, lineEnd)
    return layout.text(of: json)
  }

  private var lineEnd: String {
    guard let feed = bytes.firstIndex(of: UInt8(ascii: "\n")), feed > 0 else { return "\n" }
    return bytes[feed - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  /// The indentation before an offset; nil if other text precedes it.
  private func indentBefore(_ place: Int) -> String? {
    let before = bytes[..<place].trailingSpace
    guard before.startIndex > 0, bytes[before.startIndex - 1] == UInt8(ascii: "\n") else { return nil }
    return String(decoding: before, as: UTF8.self)
  }

  /// The indentation of the second line of an element; nil if it has only one.
  private func innerIndent(_ element: Range<Int>) -> String? {
    guard let feed = bytes[element].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    return String(decoding: bytes[(feed + 1)...].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// The spaces and tabs at its end.
  fileprivate var trailingSpace: ArraySlice<UInt8> {
    self[(lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? startIndex)...]
  }
}

/// The places of a list in the root object, in bytes of the file.
private struct Places {
  /// The first field of the root object, and the list's own; each at the opening quote of its name.
  private(set) var firstKey: Int?
  private(set) var key: Int?
  /// The value if it is an empty list or null.
  private(set) var value: Range<Int>?
  private(set) var first: Range<Int>?
  private(set) var last: Range<Int>?
  /// The end of the last element.
  private(set) var end = 0
  /// Whether the file has one event per line.
  private(set) var isLines = false

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ list: String) throws(JSONFault) {
    var cursor = JSONCursor(buffer)
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.position = 3 }
    cursor.skipSpace()
    guard cursor.take(UInt8(ascii: "{")) else { throw cursor.fault(.valueExpected) }
    var hasEvents = false
    if !cursor.take(UInt8(ascii: "}")) {
      repeat {
        cursor.skipSpace()
        let start = cursor.position
        if firstKey == nil { firstKey = start }
        let name = cursor.value(of: try cursor.key())
        if name == "events" { hasEvents = true }
        if name == list, key == nil {
          key = start
          try elements(&cursor)
        } else {
          try cursor.skipValue()
        }
      } while try cursor.next(in: .object)
    }
    isLines = !hasEvents
  }

  private mutating func elements(_ cursor: inout JSONCursor) throws(JSONFault) {
    let start = cursor.position
    if cursor.peek == UInt8(ascii: "n") {
      try cursor.skipValue()
      value = start..<cursor.position
      return
    }
    guard cursor.take(UInt8(ascii: "[")) else { throw cursor.fault(.valueExpected) }
    if cursor.take(UInt8(ascii: "]")) {
      value = start..<cursor.position
      return
    }
    repeat {
      cursor.skipSpace()
      let element = cursor.position
      try cursor.skipValue()
      last = element..<cursor.position
      if first == nil { first = last }
      end = cursor.position
    } while try cursor.next(in: .array)
  }
}
