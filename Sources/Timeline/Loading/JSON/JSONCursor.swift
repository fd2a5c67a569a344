internal import CByteSearch
internal import Glibc

/// Reads JSON (RFC 8259, strictly) token by token, eight bytes at a time where that pays off.
///
/// The pointer makes this several times faster than an array or a span; it is valid while the `Bytes` lives, so a
/// cursor stays within this folder and never outlives a call. Every load is checked against `end`.
struct JSONCursor {
  /// The maximum nesting depth; no chronology comes near it, and it keeps our readers from overflowing the stack.
  static let depthLimit = 512

  let base: UnsafePointer<UInt8>
  let end: Int
  /// The offset in bytes from `base`, at most `end`.
  var position: Int
  /// Whether to accept bytes that are not UTF-8 and half surrogate pairs in strings; each becomes U+FFFD in the value.
  var mendsTexts: Bool

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0, to end: Int? = nil, mendsTexts: Bool = false
  ) {
    // An empty buffer may have no address; a cursor at its end never loads from this one.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    self.end = end ?? bytes.count
    self.position = position
    self.mendsTexts = mendsTexts
  }

  /// The byte at the cursor, or nil at the end.
  @inline(__always) var peek: UInt8? { position < end ? base[position] : nil }

  @inline(__always) mutating func skipSpace() {
    if position < end, base[position] <= 0x20 { skipSpaces() }
  }

  private mutating func skipSpaces() {
    while position < end {
      switch base[position] {
      case 0x0A, 0x0D, 0x09: position += 1
      case 0x20:
        // An indented file is one third spaces.
        while position + 8 <= end, SWAR.load(base + position) == SWAR.ones &* 0x20 { position += 8 }
        while position < end, base[position] == 0x20 { position += 1 }
      default: return
      }
    }
  }

  /// Consumes `byte` if it comes next after any white space.
  @inline(__always) mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < end, base[position] == byte else { return false }
    position += 1
    return true
  }

  func fault(_ reason: JSONFault.Reason, at offset: Int? = nil) -> JSONFault {
    let offset = offset ?? position
    return JSONFault(reason: offset >= end ? .endOfFile : reason, offset: min(offset, end))
  }

  // MARK: Values

  /// Skips a value of any kind, validating all of it.
  /// - Parameter depth: how many of the skipped lists and objects enclose it.
  mutating func skipValue(depth: Int = 0) throws(JSONFault) {
    skipSpace()
    guard position < end else { throw fault(.endOfFile) }
    let start = position
    switch base[position] {
    case UInt8(ascii: "{"):
      position += 1
      if take(UInt8(ascii: "}")) { return }
      guard depth < Self.depthLimit else { throw fault(.tooDeep, at: start) }
      repeat {
        _ = try key()
        try skipValue(depth: depth + 1)
      } while try next(in: .object)
    case UInt8(ascii: "["):
      position += 1
      if take(UInt8(ascii: "]")) { return }
      guard depth < Self.depthLimit else { throw fault(.tooDeep, at: start) }
      repeat { try skipValue(depth: depth + 1) } while try next(in: .array)
    default:
      try skipScalar()
    }
  }

  /// Skips a value that was valid when the file was read. In a list or an object only quotes and brackets are looked at,
  /// unless a text in it is not plain.
  mutating func skipKnownValue() throws(JSONFault) {
    if let byte = peek, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
      let after = json_skip(base, position, end)
      if after < end {
        position = after
        return
      }
    }
    try skipValue()
  }

  /// Skips a string, a number or a literal.
  @inline(__always) mutating func skipScalar() throws(JSONFault) {
    guard position < end else { throw fault(.endOfFile) }
    switch base[position] {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default: throw fault(.valueExpected)
    }
  }

  /// After an element: true if another one follows, false if the container ends here. Consumes the comma or the
  /// bracket.
  @inline(__always) mutating func next(in container: JSONFault.Container) throws(JSONFault) -> Bool {
    skipSpace()
    guard position < end else { throw fault(.endOfFile) }
    let close = container == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let byte = base[position]
    if byte == close {
      position += 1
      return false
    }
    guard byte == UInt8(ascii: ",") else { throw fault(.commaExpected(in: container)) }
    let comma = position
    position += 1
    skipSpace()
    if position < end, base[position] == close { throw fault(.trailingComma, at: comma) }
    return true
  }

  /// Reads a field's name and the colon after it, and leaves the cursor at the value.
  @inline(__always) mutating func key() throws(JSONFault) -> JSONString {
    skipSpace()
    guard position < end, base[position] == UInt8(ascii: "\"") else { throw fault(.keyExpected) }
    let key = try string()
    guard take(UInt8(ascii: ":")) else { throw fault(.colonExpected) }
    skipSpace()
    return key
  }

  mutating func literal(_ word: StaticString) throws(JSONFault) {
    let count = word.utf8CodeUnitCount
    let start = position
    for index in 0..<count {
      guard position < end else { throw fault(.endOfFile) }
      guard base[position] == word.utf8Start[index] else { throw fault(.valueExpected, at: start) }
      position += 1
    }
  }

  mutating func skipNumber() throws(JSONFault) {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") {
      position += 1
      if let byte = peek, isDigit(byte) { throw fault(.leadingZero, at: start) }
    } else {
      try digits(from: start)
    }
    if peek == UInt8(ascii: ".") {
      position += 1
      try digits(from: start)
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if let sign = peek, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
      try digits(from: start)
    }
  }

  private mutating func digits(from start: Int) throws(JSONFault) {
    guard position < end else { throw fault(.endOfFile) }
    guard isDigit(base[position]) else { throw fault(.badNumber, at: start) }
    while position < end, isDigit(base[position]) { position += 1 }
  }

  @inline(__always) private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
