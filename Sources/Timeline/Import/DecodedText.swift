/// Another program's file converted to UTF-8 from whatever encoding it was saved in.
struct DecodedText {
  /// Valid UTF-8 without a byte order mark. Line feeds replace carriage returns if there were only those.
  let bytes: Bytes
  /// The encoding of the file; nil for UTF-8.
  let encoding: String?
  /// Bytes that are invalid in that encoding; U+FFFD replaces each. Offsets are in `bytes`.
  let faults: [Fault]

  enum Failure: Error {
    /// The file is not text; what it appears to be.
    case binary(String)
  }

  init(_ original: Bytes) throws(Failure) {
    let all = original.buffer
    if let kind = Self.kind(of: all) { throw .binary(kind) }
    if all.starts(with: [0xFF, 0xFE]) || Self.hasZeros(all, at: 1) {
      self.init(utf16: all.dropFirst(all.first == 0xFF ? 2 : 0), isBigEndian: false)
    } else if all.starts(with: [0xFE, 0xFF]) || Self.hasZeros(all, at: 0) {
      self.init(utf16: all.dropFirst(all.first == 0xFE ? 2 : 0), isBigEndian: true)
    } else {
      let start = all.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let text = UnsafeBufferPointer(rebasing: all[start...])
      let check = UTF8Check(text)
      // A calendar may be folded inside a character, which is valid again once the lines are unfolded.
      if check.isSound || text.contains(0x0A) && UTF8Check(unfolding: text).isSound {
        self.init(Self.withLineFeeds(original, from: start), encoding: nil)
      } else if start > 0 || check.longSequences > check.faults {
        self.init(mending: text)
      } else {
        self.init(windows: text)
      }
    }
  }

  private init(_ bytes: Bytes, encoding: String?, faults: [Fault] = []) {
    self.bytes = bytes
    self.encoding = encoding
    self.faults = faults
  }

  /// The kind of a binary file, by its first bytes; nil if it may be text.
  private static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let kinds: [([UInt8], String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a workbook or another packed file: save the sheet as CSV (UTF-8)"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook or document of Office: save it as CSV (UTF-8)"),
      (Array("%PDF".utf8), "a PDF: what it shows must be put into a table first"),
      ([0x1F, 0x8B], "packed with gzip: unpack it first"),
      ([0xFF, 0xFE, 0, 0], "text in UTF-32: save it as UTF-8"),
      ([0, 0, 0xFE, 0xFF], "text in UTF-32: save it as UTF-8"),
    ]
    return kinds.first { bytes.starts(with: $0.0) }?.1
  }

  /// Whether every other byte at the beginning is zero, as in mostly ASCII text in UTF-16.
  private static func hasZeros(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard bytes.count >= 8 else { return false }
    let pairs = min(bytes.count / 2, 100)
    let zeros = (0..<pairs).count { bytes[2 * $0 + place] == 0 }
    return zeros * 4 >= pairs * 3 && (0..<pairs).allSatisfy { bytes[2 * $0 + 1 - place] != 0 }
  }

  // MARK: Other encodings

  private init(utf16 bytes: Slice<UnsafeBufferPointer<UInt8>>, isBigEndian: Bool) {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    self.init(Bytes(Self.withLineFeeds(Array(String(decoding: units, as: UTF16.self).utf8))), encoding: "UTF-16")
  }

  /// UTF-8 with a few invalid bytes.
  private init(mending bytes: UnsafeBufferPointer<UInt8>) {
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    var faults: [Fault] = []
    for index in text.indices.dropLast(2) where text[index...].starts(with: [0xEF, 0xBF, 0xBD]) {
      faults.append(Self.fault(at: index, "This is not UTF-8."))
    }
    self.init(Bytes(Self.withLineFeeds(text)), encoding: nil, faults: faults)
  }

  private init(windows bytes: UnsafeBufferPointer<UInt8>) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var faults: [Fault] = []
    for byte in bytes {
      switch byte {
      case 0..<0x80: text.append(byte)
      case 0x80..<0xA0:
        let scalar = Self.windows[Int(byte - 0x80)]
        if scalar == "\u{FFFD}" {
          faults.append(Self.fault(at: text.count, "This is neither UTF-8 nor Windows-1252."))
        }
        text += Array(String(scalar).utf8)
      default:
        text.append(0xC0 | byte >> 6)
        text.append(0x80 | byte & 0x3F)
      }
    }
    self.init(Bytes(Self.withLineFeeds(text)), encoding: "Windows-1252", faults: faults)
  }

  /// 0x80 to 0x9F of Windows-1252. <https://encoding.spec.whatwg.org/index-windows-1252.txt>
  private static let windows: [Unicode.Scalar] = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  private static func fault(at offset: Int, _ message: String) -> Fault {
    Fault(offset: offset, path: "$", message: message, remedy: "Save the file as UTF-8.")
  }

  // MARK: Line ends

  private static func withLineFeeds(_ bytes: Bytes, from start: Int) -> Bytes {
    let text = bytes.buffer[start...]
    if start == 0, !needsLineFeeds(text) { return bytes }
    return Bytes(withLineFeeds(Array(text)))
  }

  private static func withLineFeeds(_ text: [UInt8]) -> [UInt8] {
    needsLineFeeds(text) ? text.map { $0 == 0x0D ? 0x0A : $0 } : text
  }

  private static func needsLineFeeds(_ text: some Collection<UInt8>) -> Bool {
    !text.contains(0x0A) && text.contains(0x0D)
  }
}

/// Counts the valid and invalid parts of possible UTF-8.
private struct UTF8Check {
  /// The number of characters beyond ASCII, and of bytes that do not begin a character.
  private(set) var longSequences = 0
  private(set) var faults = 0
  var isSound: Bool { faults == 0 }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var at = 0
    while at < bytes.count {
      if at + 8 <= bytes.count, SWAR.load(base + at) & SWAR.highs == 0 {
        at += 8
      } else if bytes[at] < 0x80 {
        at += 1
      } else if let length = Self.length(UnsafeBufferPointer(rebasing: bytes[at..<min(at + 4, bytes.count)])) {
        longSequences += 1
        at += length
      } else {
        faults += 1
        at += 1
      }
    }
  }

  /// Checks the bytes with every line end removed that is followed by a space.
  init(unfolding bytes: UnsafeBufferPointer<UInt8>) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x20, text.last == 0x0A {
        text.removeLast()
        if text.last == 0x0D { text.removeLast() }
      } else {
        text.append(byte)
      }
    }
    self = text.withUnsafeBufferPointer { UTF8Check($0) }
  }

  /// The length in bytes of the character at the beginning; nil if invalid.
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return UTF8.width(scalar)
  }
}
