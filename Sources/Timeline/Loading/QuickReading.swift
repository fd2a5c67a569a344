/// What the quick ways through an event and through the directory share: each function takes one sound value and throws
/// `unusual` where there is anything else. That value is then read again with `Decoding`, which knows what to say.
extension JSONCursor {
  /// Why a quick way gives up; where does not matter.
  static let unusual = JSONFault(reason: .valueExpected, offset: 0)

  // MARK: Objects and lists

  /// Steps into an object. An empty one lacks something anyway.
  @inline(__always) mutating func beginObject() throws(JSONFault) {
    guard take(UInt8(ascii: "{")) else { throw Self.unusual }
  }

  /// Steps into a list; false if it is empty, and then the cursor is after it.
  @inline(__always) mutating func beginList() throws(JSONFault) -> Bool {
    guard take(UInt8(ascii: "[")) else { throw Self.unusual }
    return !take(UInt8(ascii: "]"))
  }

  /// A field's name; leaves the cursor at the value. Names of up to seven letters, with the colon right after them,
  /// are read from one word.
  @inline(__always) mutating func name() throws(JSONFault) -> ShortText {
    skipSpace()
    if position + 10 <= end, base[position] == UInt8(ascii: "\"") {
      let start = position + 1
      let word = Word.load(base + start)
      let special = Word.special(word)
      let bits = special.trailingZeroBitCount & ~7
      let stop = start + bits >> 3
      if special != 0, base[stop] == UInt8(ascii: "\""), base[stop + 1] == UInt8(ascii: ":") {
        position = stop + 2
        skipSpace()
        return ShortText(tag: word & (1 << UInt64(bits) - 1), count: bits >> 3, start: start)
      }
    }
    return short(try key())
  }

  /// Steps over a null; false if the value is another one.
  @inline(__always) mutating func takeNull() throws(JSONFault) -> Bool {
    guard peek == UInt8(ascii: "n") else { return false }
    try literal("null")
    return true
  }

  // MARK: Texts

  /// A text of any content but control characters.
  @inline(__always) mutating func text() throws(JSONFault) -> JSONString {
    guard peek == UInt8(ascii: "\"") else { throw Self.unusual }
    let string = try string()
    guard !string.hasControls else { throw Self.unusual }
    return string
  }

  /// A text with more than spaces in it.
  @inline(__always) mutating func requiredText() throws(JSONFault) -> JSONString {
    let string = try text()
    guard string.count > 0 else { throw Self.unusual }
    let first = base[string.start]
    guard first > 0x20 && first != UInt8(ascii: "\\") || !isBlank(string) else { throw Self.unusual }
    return string
  }

  private func isBlank(_ string: JSONString) -> Bool {
    if string.hasEscapes { return unescaped(string).allSatisfy { $0 == 0x20 } }
    return bytes(of: string).allSatisfy { $0 == 0x20 }
  }

  @inline(__always) func bytes(of string: JSONString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + string.start, count: string.count)
  }

  /// One of a few words.
  @inline(__always) mutating func shortText() throws(JSONFault) -> ShortText {
    guard peek == UInt8(ascii: "\"") else { throw Self.unusual }
    return short(try string())
  }

  /// Texts with escapes or beyond ASCII get a tag that no name has.
  @inline(__always) func short(_ string: JSONString) -> ShortText {
    guard string.isPlain, string.start + 8 <= end else { return ShortText(tag: 0, count: 0, start: 0) }
    let word = Word.load(base + string.start)
    let tag = string.count >= 8 ? word : word & (1 << UInt64(string.count * 8) - 1)
    return ShortText(tag: tag, count: string.count, start: string.start)
  }

  // MARK: Other values

  /// Digits alone, at most eighteen.
  mutating func number() throws(JSONFault) -> Int {
    skipSpace()
    let start = position
    try skipNumber()
    guard position - start <= 18 else { throw Self.unusual }
    var number = 0
    for index in start..<position {
      let digit = base[index] &- UInt8(ascii: "0")
      guard digit < 10 else { throw Self.unusual }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// The days that a date can cover, where their numbers are exact.
  mutating func date() throws(JSONFault) -> (span: DaySpan, precision: Precision) {
    let string = try text()
    let date =
      string.hasEscapes
      ? unescaped(string).withUnsafeBufferPointer { try? EDTF.span(utf8: $0) }
      : try? EDTF.span(utf8: bytes(of: string))
    guard let date, !date.span.isClamped else { throw Self.unusual }
    return date
  }

  /// How a date is known, with a reason where one is needed.
  mutating func dating() throws(JSONFault) -> (basis: Dating.Basis, reason: JSONString?) {
    var seen = SeenFields()
    var basis = Dating.Basis.stated
    var reason: JSONString?
    try beginObject()
    repeat {
      let name = try name()
      switch name.tag {
      case Word.tag("basis") where name.count == 5:
        try seen.add(0)
        let word = try shortText()
        switch word.tag {
        case Word.tag("stated") where word.count == 6: basis = .stated
        case Word.tag("derived") where word.count == 7: basis = .derived
        case Word.tag("inferred") where word.count == 8: basis = .inferred
        default: throw Self.unusual
        }
      case Word.tag("reason") where name.count == 6:
        try seen.add(1)
        if try !takeNull() { reason = try requiredText() }
      default:
        throw Self.unusual
      }
    } while try next(in: .object)
    guard seen.has(0b01), basis == .stated || reason != nil else { throw Self.unusual }
    return (basis, reason)
  }

  /// Whether a text is 64 hexadecimal digits after so many other bytes.
  func isDigest(_ string: JSONString, from offset: Int) -> Bool {
    string.count == offset + 64 && bytes(of: string).dropFirst(offset).allSatisfy { Word.hexDigit($0) != nil }
  }
}

/// A short text by its first eight bytes and its length.
struct ShortText {
  var tag: UInt64
  var count: Int
  var start: Int

  /// Whether the text is `name`, which is longer than the tag.
  @inline(__always) func isLonger(_ name: StaticString, _ cursor: JSONCursor) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    for index in 8..<name.utf8CodeUnitCount where cursor.base[start + index] != name.utf8Start[index] { return false }
    return true
  }
}

/// Which fields an object has had.
struct SeenFields {
  private var bits: UInt = 0

  @inline(__always) mutating func add(_ field: UInt) throws(JSONFault) {
    guard bits & 1 << field == 0 else { throw JSONCursor.unusual }
    bits |= 1 << field
  }

  func has(_ required: UInt) -> Bool { bits & required == required }
}

/// Ids as they stand in the file.
extension IdentifierTable {
  @inline(__always) func number(of id: JSONString, in cursor: JSONCursor) -> Int? {
    id.hasEscapes ? number(of: cursor.value(of: id)) : number(of: cursor.bytes(of: id))
  }

  @inline(__always) mutating func insert(_ id: JSONString, in cursor: JSONCursor) -> Int? {
    id.hasEscapes ? insert(cursor.value(of: id)) : insert(cursor.bytes(of: id))
  }
}
