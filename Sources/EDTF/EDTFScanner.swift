/// Scans the bytes of an EDTF string from left to right, keeping track of the level that it requires.
struct EDTFScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  /// The highest level required by anything read so far.
  private(set) var level = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func needs(level needed: Int) { level = max(level, needed) }

  /// Consumes a byte if it comes next.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Consumes `..` if it comes next.
  mutating func takeDots() -> Bool {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."), bytes[position + 1] == UInt8(ascii: ".")
    else { return false }
    position += 2
    return true
  }

  mutating func takeQualifier() -> Qualifier? {
    guard let next, let qualifier = Qualifier(next) else { return nil }
    position += 1
    return qualifier
  }

  mutating func takeDigit() -> Int? {
    guard position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 else { return nil }
    position += 1
    return Int(digit)
  }

  /// An error at the current position, or at an earlier one.
  func error(_ reason: String, at offset: Int? = nil) -> EDTFError {
    EDTFError(reason: reason, offset: offset ?? position)
  }

  /// Describes what comes next, for use in a sentence: "‘q’", "a space", "the end".
  var found: String {
    switch next {
    case nil: "the end"
    case UInt8(ascii: " "): "a space"
    case .some(let byte) where (0x21...0x7E).contains(byte): "‘\(Unicode.Scalar(byte))’"
    case .some(let byte) where byte >= 0x80: "a character that no date holds"
    default: "a control character"
    }
  }
}
