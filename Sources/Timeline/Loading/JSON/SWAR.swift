/// SIMD within a register: eight bytes at a time in a `UInt64`, the first byte lowest. Swift's SIMD vectors compare
/// element by element on this toolchain; whole-word arithmetic does not.
enum SWAR {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always) static func load(_ at: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
  }

  /// Fewer than eight bytes as a number; injective for a given count.
  @inline(__always) static func few(_ at: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let bytes = UnsafeRawPointer(at)
    if count >= 4 {
      let first = bytes.loadUnaligned(as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    if count == 0 { return 0 }
    return UInt64(at[0]) << 16 | UInt64(at[count >> 1]) << 8 | UInt64(at[count - 1])
  }

  /// The first eight bytes of a name; if it is shorter, all of it and the quote after it, then zeros.
  @inline(__always) static func tag(_ name: StaticString) -> UInt64 {
    let count = name.utf8CodeUnitCount
    var tag: UInt64 = count < 8 ? 0x22 << UInt64(count * 8) : 0
    for index in 0..<min(count, 8) { tag |= UInt64(name.utf8Start[index]) << UInt64(index * 8) }
    return tag
  }

  /// The tag of a text of `count` bytes at the start of `word`, including the quote after it.
  @inline(__always) static func tag(_ word: UInt64, count: Int) -> UInt64 {
    count < 8 ? word & (.max &>> UInt64(truncatingIfNeeded: 56 &- count &* 8)) : word
  }

  /// The high bit of the *first* byte that is a quote, a backslash or not printable ASCII (DEL is not printable);
  /// zero if there is none. Higher bits may be false positives: a subtraction borrows only from bytes above a true
  /// hit.
  @inline(__always) static func special(_ word: UInt64) -> UInt64 {
    let quote = (word ^ (ones &* 0x22)) &- ones
    let backslash = (word ^ (ones &* 0x5C)) &- ones
    let control = word &- (ones &* 0x20)
    let delete = word &+ ones
    return (quote | backslash | control | delete | word) & highs
  }

  /// The high bit of the first byte of a value, with possible false positives above it; zero if there is none.
  @inline(__always) static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let others = word ^ ones &* UInt64(byte)
    return (others &- ones) & ~others & highs
  }

  /// The high bit of every byte of a value below 0x80, and no other.
  @inline(__always) static func allPlaces(of byte: UInt8, in word: UInt64) -> UInt64 {
    let others = word ^ ones &* UInt64(byte)
    return ~((others & ~highs &+ ~highs) | others) & highs
  }

  /// Zero if all bytes are printable ASCII.
  @inline(__always) static func unprintable(_ word: UInt64) -> UInt64 {
    ((word &- ones &* 0x20) | (word &+ ones) | word) & highs
  }

  @inline(__always) static func quotes(_ word: UInt64) -> UInt64 { places(of: 0x22, in: word) }

  @inline(__always) static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C
  }

  /// Whether eight bytes of printable ASCII are hexadecimal digits.
  @inline(__always) static func areHexDigits(_ word: UInt64) -> Bool {
    // Adding a constant sets the high bit of each byte that reaches a limit. No sum carries, since no byte is above
    // 0x7E.
    let lower = word | ones &* 0x20
    let digits = (lower &+ ones &* (0x80 - 0x30)) & ~(lower &+ ones &* (0x80 - 0x3A))
    let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x67))
    return (digits | letters) & highs == highs
  }

  /// Whether eight bytes are digits where a pattern has zeros, and equal to it elsewhere.
  @inline(__always) static func areDigits(_ word: UInt64, like pattern: StaticString) -> Bool {
    var expected: UInt64 = 0
    var most: UInt64 = 0
    for index in 0..<8 {
      let byte = UInt64(pattern.utf8Start[index])
      expected |= byte << UInt64(index * 8)
      if byte == 0x30 { most |= 9 << UInt64(index * 8) }
    }
    // No sum carries unless a byte is above 0x7F, which is no digit anyway.
    let rest = word ^ expected
    return (rest | (rest &+ (ones &* 0x7F &- most))) & highs == 0
  }

  @inline(__always) static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
