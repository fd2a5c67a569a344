/// Text normalised for search: no case, no accents, ligatures decomposed, typographic quotes and dashes as ASCII, each
/// run of white space collapsed to one space, and the ends trimmed. Queries, the text arena and the highlighting on
/// screen all use this one folding.
///
/// `FoldingTable` has the result for each scalar: Unicode's compatibility decomposition and case folding without
/// accents. Vowel signs and viramas, which readers regard as letters, are kept. Folding is idempotent.
package enum Folding {
  /// The maximum growth: a folded text is at most this many times as long as the original, in bytes of UTF-8.
  package static let mostGrowth = 3

  /// Folds UTF-8 and returns the number of bytes written. ASCII is processed eight bytes at a time.
  ///
  /// - Parameter output: room for `mostGrowth` times the input; bytes beyond those returned may be overwritten. It
  ///   must not overlap the input.
  ///
  /// Bytes that are not UTF-8 are copied.
  package static func fold(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int {
    precondition(output.count / mostGrowth >= input.count, "folding needs room for three times the text")
    guard let source = input.baseAddress, let target = output.baseAddress else { return 0 }
    var read = 0
    var written = 0
    var afterSpace = true
    while read &+ 8 <= input.count {
      let word = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: read, as: UInt64.self))
      // The high bit of each byte of `spaces`, `difficult` and `capitals` is that byte's flag. A carry out of a byte
      // above 0x7F affects only later bytes, and that byte is itself difficult.
      let spaces = ~((word ^ 0x2020_2020_2020_2020) &+ 0x7F7F_7F7F_7F7F_7F7F) & ~word & highBits
      let controls = ~(word &+ 0x6060_6060_6060_6060)
      let repeated = spaces & (spaces << 8 | (afterSpace ? 0x80 : 0))
      let difficult = (word | controls | repeated) & highBits
      let capitals = (word &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(word &+ 0x2525_2525_2525_2525) & highBits
      target.storeBytes(of: (word | capitals >> 2).littleEndian, toByteOffset: written, as: UInt64.self)
      if difficult == 0 {
        read &+= 8
        written &+= 8
        afterSpace = spaces >> 63 != 0
      } else {
        let easy = difficult.trailingZeroBitCount >> 3
        if easy > 0 { afterSpace = spaces >> UInt64(8 * easy - 1) & 1 != 0 }
        read &+= easy
        written &+= easy
        step(source, input.count, &read, target, &written, &afterSpace)
      }
    }
    while read < input.count { step(source, input.count, &read, target, &written, &afterSpace) }
    if written > 0, target.load(fromByteOffset: written - 1, as: UInt8.self) == 0x20 { written -= 1 }
    return written
  }

  /// The folded UTF-8 of a text.
  package static func bytes(_ text: some StringProtocol) -> [UInt8] {
    var text = String(text)
    // The empty array is one for all threads, and this initialiser would write its count.
    if text.isEmpty { return [] }
    return text.withUTF8 { original in
      [UInt8](unsafeUninitializedCapacity: original.count * mostGrowth) { room, count in
        count = fold(UnsafeRawBufferPointer(original), into: UnsafeMutableRawBufferPointer(room))
      }
    }
  }

  package static func string(_ text: some StringProtocol) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// A folded text with a mapping to its original.
  package struct Mapped: Sendable {
    package var bytes: [UInt8] = []
    /// For each byte, and one more for the end, the offset in the original's UTF-8 at which its scalar begins.
    package var origins: [Int] = []
  }

  package static func mapped(_ text: some StringProtocol) -> Mapped {
    let original = Array(text.utf8)
    var result = Mapped()
    var read = 0
    var afterSpace = true
    original.withUnsafeBytes { input in
      guard let source = input.baseAddress else { return }
      withUnsafeTemporaryAllocation(byteCount: 16, alignment: 8) { room in
        guard let target = room.baseAddress else { return }
        while read < input.count {
          let start = read
          var written = 0
          step(source, input.count, &read, target, &written, &afterSpace)
          result.bytes += room[..<written]
          result.origins += repeatElement(start, count: written)
        }
      }
    }
    if result.bytes.last == 0x20 {
      result.bytes.removeLast()
      result.origins.removeLast()
    }
    result.origins.append(original.count)
    return result
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Folds one scalar of any kind: the slow path for what the eight-byte one cannot handle.
  private static func step(
    _ source: UnsafeRawPointer, _ count: Int, _ read: inout Int, _ target: UnsafeMutableRawPointer,
    _ written: inout Int, _ afterSpace: inout Bool
  ) {
    func write(_ byte: UInt8) {
      target.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
      written += 1
    }
    func writeThree(_ scalar: UInt32) {
      write(UInt8(0xE0 | scalar >> 12))
      write(UInt8(0x80 | scalar >> 6 & 0x3F))
      write(UInt8(0x80 | scalar & 0x3F))
    }
    let first = source.load(fromByteOffset: read, as: UInt8.self)
    if first < 0x80 {
      read += 1
      if first == 0x20 || (9...13).contains(first) {
        if !afterSpace { write(0x20) }
        afterSpace = true
      } else {
        write((0x41...0x5A).contains(first) ? first | 0x20 : first)
        afterSpace = false
      }
      return
    }
    guard let (scalar, length) = decode(source, count, read) else {
      write(first)
      read += 1
      afterSpace = false
      return
    }
    if (0xAC00...0xD7A3).contains(scalar) {
      let syllable = scalar - 0xAC00
      writeThree(0x1100 + syllable / 588)
      writeThree(0x1161 + syllable % 588 / 28)
      if syllable % 28 > 0 { writeThree(0x11A7 + syllable % 28) }
      afterSpace = false
    } else if let (folding, size) = entry(scalar) {
      if size == 1, folding[0] == 0x20 {
        if !afterSpace { write(0x20) }
        afterSpace = true
      } else if size > 0 {
        for i in 0..<size { write(folding[i]) }
        afterSpace = false
      }
    } else {
      for i in 0..<length { write(source.load(fromByteOffset: read + i, as: UInt8.self)) }
      afterSpace = false
    }
    read += length
  }

  /// The folding of a scalar beyond ASCII, or nil if it is the scalar itself.
  private static func entry(_ scalar: UInt32) -> (folding: UnsafePointer<UInt8>, size: Int)? {
    let pool = FoldingTable.pool.utf8Start
    // Tags and variation selectors.
    if scalar >= 0xE0000 { return scalar < 0xE1000 ? (pool, 0) : nil }
    if scalar >= FoldingTable.end { return nil }
    func number(_ table: UnsafePointer<UInt8>, _ at: Int, _ digits: Int) -> Int {
      (at..<at + digits).reduce(0) { $0 << 6 | Int(table[$1] &- 0x30) }
    }
    let block = number(FoldingTable.index.utf8Start, Int(scalar >> 6) * 2, 2)
    let entry = number(FoldingTable.blocks.utf8Start, (block * 64 + Int(scalar & 63)) * 3, 3)
    return entry == 0 ? nil : (pool + entry >> 4, entry & 15 - 1)
  }

  /// The scalar that begins at `at`, whose first byte is not ASCII, and its length; nil if it is not valid UTF-8.
  private static func decode(_ source: UnsafeRawPointer, _ count: Int, _ at: Int) -> (scalar: UInt32, length: Int)? {
    let first = UInt32(source.load(fromByteOffset: at, as: UInt8.self))
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), at + length <= count else { return nil }
    var scalar = first & (0x7F >> UInt32(length))
    for i in 1..<length {
      let byte = source.load(fromByteOffset: at + i, as: UInt8.self)
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }
}
