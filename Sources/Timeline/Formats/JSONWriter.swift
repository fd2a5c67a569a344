/// Writes JSON (RFC 8259), compact, in the order of the calls.
///
/// It has memory of its own, since most pieces are a few bytes long, and appending each to an array would take longer
/// than copying it.
package struct JSONWriter: ~Copyable {
  private var room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256)
  private var count = 0
  private var isFirst = true

  package init() {}

  deinit { room.deallocate() }

  /// The JSON written so far, in UTF-8.
  package var bytes: [UInt8] { withBytes { Array($0) } }

  /// The JSON written so far.
  package var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// The JSON written so far, in UTF-8, without a copy.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(rebasing: room[..<count]))
  }

  /// Discards the JSON written so far, but keeps the memory for the next value.
  package mutating func clear() {
    count = 0
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
    begin(name)
    value(&self)
  }

  package mutating func field(_ name: StaticString, _ value: String?) {
    begin(name)
    if let value { string(value) } else { null() }
  }

  package mutating func field(_ name: StaticString, _ value: Int?) {
    begin(name)
    if let value { integer(value) } else { null() }
  }

  package mutating func field(_ name: StaticString, _ values: [String]) {
    begin(name)
    array(values) { $0.string($1) }
  }

  private mutating func begin(_ name: StaticString) {
    separate()
    raw("\"")
    raw(name)
    raw("\": ")
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
        append(UnsafeBufferPointer(rebasing: text[start..<at]))
        if isC1 { at += 1 }
        escape(text[at])
        start = at + 1
      }
      at = cursor.nextSpecial(from: at + 1)
    }
    append(UnsafeBufferPointer(rebasing: text[start...]))
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

  private mutating func digits(_ digits: String) {
    var digits = digits
    digits.withUTF8 { append($0) }
  }

  @inline(__always) private mutating func raw(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always) private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count > room.count - count { grow(by: bytes.count) }
    guard let start = bytes.baseAddress, let target = room.baseAddress else { return }
    (target + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  private mutating func grow(by added: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(2 * room.count, count + added))
    _ = larger.update(fromContentsOf: room[..<count])
    room.deallocate()
    room = larger
  }
}
