/// Writes JSON (RFC 8259), compact, in the order of the calls.
package struct JSONWriter {
  package private(set) var text = ""
  private var isFirst = true

  package init() {}

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
  package mutating func field(_ name: String, _ value: (inout JSONWriter) -> Void) {
    separate()
    string(name)
    text += ": "
    value(&self)
  }

  package mutating func field(_ name: String, _ value: String?) {
    field(name) { writer in
      if let value { writer.string(value) } else { writer.null() }
    }
  }

  package mutating func field(_ name: String, _ value: Int?) {
    field(name) { $0.text += value.map(String.init) ?? "null" }
  }

  package mutating func field(_ name: String, _ values: [String]) {
    field(name) { $0.array(values) { $0.string($1) } }
  }

  package mutating func null() { text += "null" }
  package mutating func integer(_ value: Int) { text += String(value) }
  package mutating func literal(_ value: Bool) { text += value ? "true" : "false" }

  package mutating func string(_ value: String) {
    text += "\""
    defer { text += "\"" }
    // Nearly all texts need no escapes; bytes from 0x80 on may be C1 control characters.
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += value
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case "\0"..<" ", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func separate() {
    if !isFirst { text += ", " }
    isFirst = false
  }

  private mutating func group(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    text += open
    isFirst = true
    body(&self)
    isFirst = false
    text += close
  }
}
