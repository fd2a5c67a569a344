/// A second JSON reader (RFC 8259), as simple as possible, against which the real one is tested: it reads a decoded
/// string scalar by scalar and builds values.
package enum JSONValue: Equatable {
  case object([Field])
  case array([JSONValue])
  case string(String)
  case number(String)
  case boolean
  case null

  package struct Field: Equatable {
    package var name: String
    package var value: JSONValue

    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

package struct TreeDecoder {
  private let scalars: [Unicode.Scalar]
  private var at = 0

  /// The value of the bytes; nil if they are not JSON.
  package static func decode(_ bytes: [UInt8]) -> JSONValue? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var decoder = TreeDecoder(scalars: Array(text.unicodeScalars))
    guard let value = decoder.value(depth: 0) else { return nil }
    decoder.skipSpace()
    return decoder.at == decoder.scalars.count ? value : nil
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func skipSpace() {
    while let scalar = next, [" ", "\n", "\r", "\t"].contains(scalar) { at += 1 }
  }

  private mutating func take(_ word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    guard scalars[at...].starts(with: word) else { return false }
    at += word.count
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    switch next {
    case "{": return depth < 512 ? object(depth: depth + 1) : nil
    case "[": return depth < 512 ? array(depth: depth + 1) : nil
    case "\"": return string().map(JSONValue.string)
    case "t": return take("true") ? .boolean : nil
    case "f": return take("false") ? .boolean : nil
    case "n": return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    at += 1
    skipSpace()
    if take("}") { return .object([]) }
    var fields: [JSONValue.Field] = []
    while true {
      skipSpace()
      guard next == "\"", let name = string() else { return nil }
      skipSpace()
      guard take(":"), let value = value(depth: depth) else { return nil }
      fields.append(JSONValue.Field(name: name, value: value))
      skipSpace()
      if take("}") { return .object(fields) }
      guard take(",") else { return nil }
    }
  }

  private mutating func array(depth: Int) -> JSONValue? {
    at += 1
    skipSpace()
    if take("]") { return .array([]) }
    var elements: [JSONValue] = []
    while true {
      guard let value = value(depth: depth) else { return nil }
      elements.append(value)
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { return nil }
    }
  }

  private mutating func string() -> String? {
    at += 1
    var units: [UInt16] = []
    while let scalar = next {
      at += 1
      switch scalar {
      case "\"":
        return String(validating: units, as: UTF16.self)
      case "\\":
        guard let escape = next else { return nil }
        at += 1
        if escape == "u" {
          guard at + 4 <= scalars.count else { return nil }
          let digits = String(String.UnicodeScalarView(scalars[at..<at + 4]))
          guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let unit = UInt16(digits, radix: 16)
          else { return nil }
          units.append(unit)
          at += 4
        } else {
          let meaning: [Unicode.Scalar: UInt16] = [
            "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
          ]
          guard let unit = meaning[escape] else { return nil }
          units.append(unit)
        }
      case "\0"..<" ":
        return nil
      default:
        units.append(contentsOf: String(scalar).utf16)
      }
    }
    return nil
  }

  private mutating func number() -> JSONValue? {
    let start = at
    _ = take("-")
    if !take("0"), !digits() { return nil }
    if take("."), !digits() { return nil }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if !digits() { return nil }
    }
    return .number(String(String.UnicodeScalarView(scalars[start..<at])))
  }

  private mutating func digits() -> Bool {
    let start = at
    while let scalar = next, ("0"..."9").contains(scalar) { at += 1 }
    return at > start
  }
}
