internal import EDTF

/// Shared by the fast paths through events and through the registry: each function takes one valid value and throws
/// `unusual` for anything else. That value is then read again with `Decoding`, which has the messages.
extension JSONCursor {
  /// Why a fast path gives up; the offset does not matter.
  static let unusual = JSONFault(reason: .valueExpected, offset: 0)

  // MARK: Objects and lists

  /// Enters an object. An empty one lacks something anyway.
  @inline(__always) mutating func beginObject() throws(JSONFault) {
    guard take(UInt8(ascii: "{")) else { throw Self.unusual }
  }

  /// Enters a list; returns false if it is empty, in which case the cursor is after it.
  @inline(__always) mutating func beginList() throws(JSONFault) -> Bool {
    guard take(UInt8(ascii: "[")) else { throw Self.unusual }
    return !take(UInt8(ascii: "]"))
  }

  /// The same for a list that may be null, which is an empty one.
  @inline(__always) mutating func beginOptionalList() throws(JSONFault) -> Bool {
    if try takeNull() { return false }
    return try beginList()
  }

  /// A field's name; leaves the cursor at the value.
  @inline(__always) mutating func name() throws(JSONFault) -> ShortText {
    skipSpace()
    guard let name = shortTextAtOnce() else { return short(try key()) }
    guard take(UInt8(ascii: ":")) else { throw Self.unusual }
    skipSpace()
    return name
  }

  /// Consumes a null; returns false if the value is something else.
  @inline(__always) mutating func takeNull() throws(JSONFault) -> Bool {
    guard peek == UInt8(ascii: "n") else { return false }
    try literal("null")
    return true
  }

  // MARK: Texts

  /// A string without control characters and within the limit.
  @inline(__always) mutating func text(_ longest: Int = TextLimit.label) throws(JSONFault) -> JSONString {
    guard peek == UInt8(ascii: "\"") else { throw Self.unusual }
    let string = try string()
    guard !string.hasControls, string.count <= longest else { throw Self.unusual }
    return string
  }

  /// A string that is not blank.
  @inline(__always) mutating func requiredText(_ longest: Int = TextLimit.label) throws(JSONFault) -> JSONString {
    let string = try text(longest)
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

  /// One of a few words, or a value that equals none of them.
  @inline(__always) mutating func shortText() throws(JSONFault) -> ShortText {
    guard let text = shortTextAtOnce() else {
      guard peek == UInt8(ascii: "\"") else { throw Self.unusual }
      return short(try string())
    }
    return text
  }

  /// A text of up to fifteen bytes from one or two words, without validating the bytes: one with an escape or a fault
  /// in it equals no word that is looked for. If the result is nil, the cursor has not moved; otherwise it is after
  /// the quote.
  @inline(__always) private mutating func shortTextAtOnce() -> ShortText? {
    let start = position + 1
    guard start + 16 <= end, base[position] == UInt8(ascii: "\"") else { return nil }
    let word = SWAR.load(base + start)
    let quotes = SWAR.quotes(word)
    if quotes != 0 {
      let count = quotes.trailingZeroBitCount >> 3
      position = start &+ count &+ 1
      return ShortText(tag: SWAR.tag(word, count: count), count: count, bytes: base + start)
    }
    let others = SWAR.quotes(SWAR.load(base + start + 8))
    guard others != 0 else { return nil }
    let count = 8 &+ others.trailingZeroBitCount >> 3
    position = start &+ count &+ 1
    return ShortText(tag: word, count: count, bytes: base + start)
  }

  /// Texts with escapes or non-ASCII characters get a tag that no name has.
  func short(_ string: JSONString) -> ShortText {
    guard string.isPlain, string.start + 8 <= end else { return ShortText(tag: 0, count: 0, bytes: base) }
    let tag = SWAR.tag(SWAR.load(base + string.start), count: string.count)
    return ShortText(tag: tag, count: string.count, bytes: base + string.start)
  }

  // MARK: Other values

  /// Digits only, at most eighteen.
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

  /// The days that a date can cover, provided that their numbers are exact; for a time, the second of its day.
  mutating func date() throws(JSONFault) -> (span: DaySpan, precision: Precision, second: Int?) {
    let string = try text()
    let date =
      string.hasEscapes
      ? unescaped(string).withUnsafeBufferPointer { try? EDTFDate.span(utf8: $0) }
      : try? EDTFDate.span(utf8: bytes(of: string))
    guard let date, !date.span.isClamped else { throw Self.unusual }
    return date
  }

  /// How a date is known, with a reason if one is required.
  mutating func dating() throws(JSONFault) -> (basis: Dating.Basis, reason: JSONString?) {
    var seen = SeenFields()
    var basis = Dating.Basis.stated
    var reason: JSONString?
    try beginObject()
    repeat {
      let name = try name()
      switch name {
      case "basis":
        try seen.add(0)
        let word = try shortText()
        switch word {
        case "stated": basis = .stated
        case "derived": basis = .derived
        case "inferred": basis = .inferred
        default: throw Self.unusual
        }
      case "reason":
        try seen.add(1)
        if try !takeNull() { reason = try requiredText(TextLimit.prose) }
      default:
        throw Self.unusual
      }
    } while try next(in: .object)
    guard seen.has(0b01), basis == .stated || reason != nil else { throw Self.unusual }
    return (basis, reason)
  }

  /// Whether a text has exactly 64 hexadecimal digits from an offset on.
  func isDigest(_ string: JSONString, from offset: Int) -> Bool {
    guard string.isPlain, string.count == offset + 64 else { return false }
    let digits = stride(from: string.start + offset, to: string.end, by: 8)
    return digits.allSatisfy { SWAR.areHexDigits(SWAR.load(base + $0)) }
  }
}

/// A short text, in place in the file, for comparison with the names of the format: `case "paragraph":`. One of fewer
/// than eight bytes is identified by its tag alone.
struct ShortText {
  /// As `SWAR.tag` computes it for a name.
  let tag: UInt64
  let count: Int
  let bytes: UnsafePointer<UInt8>

  @inline(__always) static func ~= (name: StaticString, text: ShortText) -> Bool {
    text.tag == SWAR.tag(name) && (name.utf8CodeUnitCount < 8 || text.isLonger(name))
  }

  /// Whether the rest after the tag equals that of a name of eight bytes or more. Kept out of line, so that comparing
  /// a name costs no more than comparing its tag, a compile-time constant.
  @inline(never) private func isLonger(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    for index in 8..<count where bytes[index] != name.utf8Start[index] { return false }
    return true
  }
}

/// The fields that an object has had so far.
struct SeenFields {
  private var bits: UInt = 0

  @inline(__always) mutating func add(_ field: UInt) throws(JSONFault) {
    guard bits & 1 << field == 0 else { throw JSONCursor.unusual }
    bits |= 1 << field
  }

  func has(_ required: UInt) -> Bool { bits & required == required }
}

/// Ids as written in the file.
extension IdentifierTable {
  @inline(__always) func number(of id: JSONString, in cursor: JSONCursor) -> Int? {
    id.hasEscapes ? number(of: cursor.value(of: id)) : number(of: cursor.bytes(of: id))
  }

  @inline(__always) mutating func insert(_ id: JSONString, in cursor: JSONCursor) -> Int? {
    id.hasEscapes ? insert(cursor.value(of: id)) : insert(cursor.bytes(of: id))
  }
}
