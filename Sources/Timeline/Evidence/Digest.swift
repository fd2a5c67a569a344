internal import CCrypto

/// A SHA-256 digest (FIPS 180-4).
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// Big-endian words, first to last.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of bytes.
  package init(of bytes: some Sequence<UInt8>) {
    var hashing = Hashing()
    hashing.update(bytes)
    self = hashing.digest
  }

  /// Parses 64 hexadecimal digits in either case, with or without the prefix "sha256:"; nil for anything else.
  package init?(_ text: String) {
    let digits = text.hasPrefix("sha256:") ? text.utf8.dropFirst(7) : text.utf8[...]
    guard digits.count == 64 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (place, character) in digits.enumerated() {
      guard let digit = Digest.value(of: character) else { return nil }
      words[place / 16] = words[place / 16] << 4 | digit
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  private static func value(of character: UInt8) -> UInt64? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(character - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(character - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(character - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// All 32 of them.
  package var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
    }
  }

  /// 64 hexadecimal digits, as a chronology writes the digest of a file.
  package var hexadecimal: String {
    [words.0, words.1, words.2, words.3].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// "sha256:" and 64 hexadecimal digits, as a chronology writes the digest of a passage.
  package var description: String { "sha256:" + hexadecimal }

  package static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }

  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

  /// A message being hashed. It has value semantics: copies are independent, so many endings can be tried after the
  /// same beginning.
  struct Hashing {
    private var context = SHA256_CTX()

    init() { SHA256_Init(&context) }

    mutating func update(_ bytes: some Sequence<UInt8>) {
      let taken: Void? = bytes.withContiguousStorageIfAvailable { update($0) }
      if taken == nil { Array(bytes).withUnsafeBufferPointer { update($0) } }
    }

    mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
      SHA256_Update(&context, bytes.baseAddress, bytes.count)
    }

    /// The digest of everything so far; more can be added afterwards.
    var digest: Digest {
      var last = context
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { bytes in
        SHA256_Final(bytes.baseAddress, &last)
        let raw = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
        func word(_ index: Int) -> UInt64 {
          UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        return Digest(words: (word(0), word(1), word(2), word(3)))
      }
    }
  }
}
