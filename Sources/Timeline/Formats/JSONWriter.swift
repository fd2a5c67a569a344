/// Writes JSON (RFC 8259), compact, in the order of the calls.
package struct JSONWriter {
  /// The JSON written so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var isFirst = true

  package init() {}

  /// The JSON written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Discards the JSON written so far, but keeps the capacity for the next value.
  package mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isFirst = true
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) { group("{", "}", body) }

  package mutating func array<Element>(
    _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    group("[", "]") { writer in
      for element in elements {
        writer.separate()
        body(&writer, element)
      }
    }
  }

  /// Writes a field of the current object; `value` writes one value.
  /// - Parameter name: must not contain anything that JSON escapes.
  package mutating func field(_ name: StaticString, _ value: (inout JSONWriter) -> Void) {
    separate()
    raw("\"")
    raw(name)
    raw("\": ")
    value(&self)
  }

  package mutating func field(_ name: StaticString, _ value: String?) {
    field(name) { writer in
      if let value { writer.string(value) } else { writer.null() }
    }
  }

  package mutating func field(_ name: StaticString, _ value: Int?) {
    field(name) { writer in
      if let value { writer.integer(value) } else { writer.null() }
    }
  }

  package mutating func field(_ name: StaticString, _ values: [String]) {
    field(name) { $0.array(values) { $0.string($1) } }
  }

  package mutating func null() { raw("null") }
  package mutating func integer(_ value: Int) { digits(String(value)) }
  package mutating func literal(_ value: Bool) { raw(value ? "true" : "false") }

  package mutating func string(_ value: String) {
    raw("\"")
    var value = value
    value.withUTF8 { escaped($0) }
    raw("\"")
  }

  /// Copies the text in as few pieces as its escapes allow: nearly always one.
  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    let cursor = JSONCursor(text)
    var start = 0
    var at = cursor.nextSpecial(from: 0)
    while at < text.count {
      // In UTF-8 the control characters from U+0080 to U+009F all begin with 0xC2.
      let isC1 = text[at] == 0xC2 && at + 1 < text.count && text[at + 1] < 0xA0
      if text[at] < 0x80 || isC1 {
        bytes.append(contentsOf: text[start..<at])
        if isC1 { at += 1 }
        escape(text[at])
        start = at + 1
      }
      at = cursor.nextSpecial(from: at + 1)
    }
    bytes.append(contentsOf: text[start...])
  }

  /// - Parameter code: a quote, a backslash, or a control character up to U+009F.
  private mutating func escape(_ code: UInt8) {
    switch code {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case UInt8(ascii: "\n"): raw("\\n")
    case UInt8(ascii: "\t"): raw("\\t")
    case UInt8(ascii: "\r"): raw("\\r")
    default:
      raw(code < 0x10 ? "\\u000" : "\\u00")
      digits(String(code, radix: 16))
    }
  }

  private mutating func separate() {
    if !isFirst { raw(", ") }
    isFirst = false
  }

  private mutating func group(_ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void) {
    raw(open)
    isFirst = true
    body(&self)
    isFirst = false
    raw(close)
  }

  @inline(__always) private mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func digits(_ digits: String) { bytes.append(contentsOf: digits.utf8) }
}
