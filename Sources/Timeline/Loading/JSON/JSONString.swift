/// A string as it is in the file, validated but not decoded: the bytes between its quotes.
struct JSONString {
  var start: Int
  var end: Int
  /// Whether it has no escapes and only printable ASCII, so that its bytes are its value.
  var isPlain: Bool
  var hasEscapes = false
  /// Whether its value contains a control character (U+0000 to U+001F, U+007F to U+009F).
  var hasControls = false

  var count: Int { end - start }
}

extension JSONCursor {
  /// The string that begins with the quote at the cursor; leaves the cursor after the closing quote.
  @inline(__always) mutating func string() throws(JSONFault) -> JSONString {
    let start = position + 1
    let stop = nextSpecial(from: start)
    if stop < end, base[stop] == UInt8(ascii: "\"") {
      position = stop + 1
      return JSONString(start: start, end: stop, isPlain: true)
    }
    return try longWay(from: start, at: stop)
  }

  /// The first byte that is not printable ASCII, or is a quote or a backslash.
  @inline(__always) func nextSpecial(from start: Int) -> Int {
    var at = start
    // Most strings are short: they end in the first word.
    if at + 8 <= end {
      let special = SWAR.special(SWAR.load(base + at))
      if special != 0 { return at + special.trailingZeroBitCount / 8 }
      at += 8
    }
    while at + 32 <= end {
      let words = (SWAR.load(base + at), SWAR.load(base + at + 8), SWAR.load(base + at + 16), SWAR.load(base + at + 24))
      let any = SWAR.special(words.0) | SWAR.special(words.1) | SWAR.special(words.2) | SWAR.special(words.3)
      if any != 0 { break }
      at += 32
    }
    while at + 8 <= end {
      let special = SWAR.special(SWAR.load(base + at))
      if special != 0 { return at + special.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end, !SWAR.isSpecial(base[at]) { at += 1 }
    return at
  }

  /// The rest of a string with escapes or non-ASCII characters, from its first special byte on.
  private mutating func longWay(from start: Int, at first: Int) throws(JSONFault) -> JSONString {
    var at = first
    var string = JSONString(start: start, end: start, isPlain: false)
    while at < end {
      switch base[at] {
      case UInt8(ascii: "\""):
        position = at + 1
        string.end = at
        return string
      case UInt8(ascii: "\\"):
        string.hasEscapes = true
        let escape = at
        at = try skipEscape(at: escape)
        if isControl(escape: escape) { string.hasControls = true }
      case 0x7F:
        string.hasControls = true
        at += 1
      case 0xC2:
        if at + 1 < end, base[at + 1] < 0xA0 { string.hasControls = true }
        at = try skipScalar(at: at)
      case 0..<0x20:
        throw fault(.unquotedControl(base[at]), at: at)
      case 0x20..<0x7F:
        at += 1
      default:
        at = try skipScalar(at: at)
      }
      at = nextSpecial(from: at)
    }
    throw JSONFault(reason: .unterminatedString, offset: end)
  }

  /// Validates one escape, including a whole surrogate pair, and returns where it ends.
  private func skipEscape(at start: Int) throws(JSONFault) -> Int {
    guard start + 1 < end else { throw JSONFault(reason: .unterminatedString, offset: end) }
    switch base[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      let unit = try hexUnit(at: start)
      guard unit & 0xF800 == 0xD800 else { return start + 6 }
      if isPair(at: start) { return start + 12 }
      guard mendsTexts else { throw JSONFault(reason: .loneSurrogate, offset: start) }
      return start + 6
    default:
      throw fault(.badEscape, at: start)
    }
  }

  /// Whether the `\u` at an offset, which encodes a surrogate, begins a pair.
  private func isPair(at start: Int) -> Bool {
    guard let high = try? hexUnit(at: start), high < 0xDC00, start + 7 < end, base[start + 6] == UInt8(ascii: "\\"),
      base[start + 7] == UInt8(ascii: "u"), let low = try? hexUnit(at: start + 6)
    else { return false }
    return low & 0xFC00 == 0xDC00
  }

  /// Whether the escape at an offset, already validated, encodes a control character.
  private func isControl(escape start: Int) -> Bool {
    switch base[start + 1] {
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return true
    case UInt8(ascii: "u"): break
    default: return false
    }
    guard let unit = try? hexUnit(at: start) else { return false }
    return unit < 0x20 || (0x7F..<0xA0).contains(unit)
  }

  /// The four hexadecimal digits of the `\u` at an offset.
  func hexUnit(at start: Int) throws(JSONFault) -> UInt32 {
    guard start + 6 <= end else { throw JSONFault(reason: .unterminatedString, offset: end) }
    var unit: UInt32 = 0
    for index in start + 2..<start + 6 {
      guard let digit = SWAR.hexDigit(base[index]) else { throw fault(.badUnicodeEscape, at: start) }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// Validates one non-ASCII scalar (RFC 3629: no overlong form, no surrogate, nothing after U+10FFFF) and returns
  /// where it ends.
  private func skipScalar(at start: Int) throws(JSONFault) -> Int {
    let lead = base[start]
    let second = start + 1 < end ? base[start + 1] : 0
    let count: Int
    switch (lead, second) {
    case (0xC2...0xDF, 0x80...0xBF): count = 2
    case (0xE0, 0xA0...0xBF), (0xE1...0xEC, 0x80...0xBF), (0xED, 0x80...0x9F), (0xEE...0xEF, 0x80...0xBF): count = 3
    case (0xF0, 0x90...0xBF), (0xF1...0xF3, 0x80...0xBF), (0xF4, 0x80...0x8F): count = 4
    default: return try badByte(at: start)
    }
    guard start + count <= end else { return try badByte(at: start) }
    for index in start + 2..<start + max(count, 2) where base[index] & 0xC0 != 0x80 {
      return try badByte(at: start)
    }
    return start + count
  }

  /// Where to go on after a byte that begins no scalar.
  private func badByte(at start: Int) throws(JSONFault) -> Int {
    if mendsTexts { return start + 1 }
    throw fault(.badUTF8, at: start)
  }

  // MARK: Decoding what was checked

  /// The value of a string from `string()` over the same bytes.
  func value(of string: JSONString) -> String {
    let raw = UnsafeBufferPointer(start: base + string.start, count: string.count)
    guard string.hasEscapes else { return String(decoding: raw, as: UTF8.self) }
    return String(decoding: unescaped(string), as: UTF8.self)
  }

  /// The UTF-8 of a string's value.
  func unescaped(_ string: JSONString) -> [UInt8] {
    var bytes: [UInt8] = []
    unescape(string, into: &bytes)
    return bytes
  }

  /// Replaces `bytes` with the UTF-8 of a string's value.
  func unescape(_ string: JSONString, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(string.count)
    var at = string.start
    while at < string.end {
      guard base[at] == UInt8(ascii: "\\") else {
        bytes.append(base[at])
        at += 1
        continue
      }
      switch base[at + 1] {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"):
        let scalar = scalar(at: at)
        bytes.append(contentsOf: Array(String(scalar).utf8))
        at += scalar.value > 0xFFFF ? 12 : 6
        continue
      default: bytes.append(base[at + 1])
      }
      at += 2
    }
  }

  /// The scalar encoded by the `\u` at an offset; a surrogate pair is one scalar.
  private func scalar(at start: Int) -> Unicode.Scalar {
    guard let unit = try? hexUnit(at: start) else { return "\u{FFFD}" }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard isPair(at: start), let low = try? hexUnit(at: start + 6) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)) ?? "\u{FFFD}"
  }
}
