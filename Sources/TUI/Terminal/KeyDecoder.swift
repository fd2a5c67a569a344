package import Explorer

/// Turns the bytes that a terminal sends into keys.
///
/// A sequence that means nothing here is swallowed whole: its tail must never be taken for commands. Bytes may arrive
/// in pieces; `wait` says how long to wait for the rest before `next(isComplete:)` is asked for what there is.
package struct KeyDecoder {
  /// The sequences that this terminal sends for its keys, from terminfo.
  private let sequences: [(bytes: [UInt8], key: Key)]
  private var bytes: [UInt8] = []
  private var position = 0
  /// What the terminal has answered when asked for its background; nil until it has.
  package private(set) var background: Theme.Background?

  package init(sequences: [(bytes: [UInt8], key: Key)] = []) {
    self.sequences = sequences.filter { $0.bytes.first == Self.escape && $0.bytes.count > 1 }
  }

  package mutating func feed(_ more: some Sequence<UInt8>) {
    if position > 0 {
      bytes.removeFirst(position)
      position = 0
    }
    bytes.append(contentsOf: more)
  }

  /// Whether bytes have come that no key has been made of.
  package var isPending: Bool { position < bytes.count }

  /// How many milliseconds to wait for the rest of what is pending. A lone Esc is a key soon; a sequence that has begun
  /// is given longer, since a slow line may split it and nobody types one.
  package var wait: Int {
    let rest = bytes[position...]
    if rest.count < 2 { return 25 }
    return rest.starts(with: Self.pasteStart) ? 1000 : 250
  }

  /// The next key, or nil while more bytes are needed. `isComplete` says that nothing more will come in time.
  package mutating func next(isComplete: Bool) -> Key? {
    while position < bytes.count {
      switch Self.read(bytes[position...], isComplete: isComplete, sequences: sequences) {
      case .needsMore: return nil
      case .key(let key, let count):
        if key == .unknown { background = Theme.Background(report: bytes[position...].prefix(count)) ?? background }
        position += count
        if position == bytes.count {
          bytes.removeAll(keepingCapacity: bytes.capacity < 4096)
          position = 0
        }
        return key
      }
    }
    return nil
  }

  /// Takes up what the terminal has answered, if that has come before any key.
  package mutating func takeAnswers() {
    while position < bytes.count,
      case .key(.unknown, let count) = Self.read(bytes[position...], isComplete: false, sequences: sequences)
    {
      background = Theme.Background(report: bytes[position...].prefix(count)) ?? background
      position += count
    }
  }

  // MARK: - Reading one key

  private enum Reading {
    case needsMore
    /// A key and how many bytes it took, at least one.
    case key(Key, Int)
  }

  private static let escape: UInt8 = 0x1B
  private static let pasteStart: [UInt8] = Array("\u{1B}[200~".utf8)
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
  /// Longest sequence that is read as one; a longer one is rubbish.
  private static let longest = 256

  private static func read(
    _ bytes: ArraySlice<UInt8>, isComplete: Bool, sequences: [(bytes: [UInt8], key: Key)]
  ) -> Reading {
    let first = bytes[bytes.startIndex]
    guard first == escape else { return readCharacter(bytes, isComplete: isComplete) }

    let known = sequences.filter { bytes.starts(with: $0.bytes) }.max { $0.bytes.count < $1.bytes.count }
    if let known { return .key(known.key, known.bytes.count) }
    guard bytes.count > 1 else { return isComplete ? .key(.escape, 1) : .needsMore }

    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["): return readControlSequence(bytes, isComplete: isComplete)
    case UInt8(ascii: "O"): return readSingleShift(bytes, isComplete: isComplete)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      return readString(bytes, isComplete: isComplete)
    case escape:
      // Some terminals send Alt with an arrow as Esc before its sequence.
      switch read(bytes.dropFirst(), isComplete: isComplete, sequences: sequences) {
      case .needsMore: return .needsMore
      case .key(_, 1): return .key(.escape, 1)
      case .key(_, let count): return .key(.unknown, count + 1)
      }
    default:
      switch readCharacter(bytes.dropFirst(), isComplete: isComplete) {
      case .needsMore: return .needsMore
      case .key(.character(let character), let count): return .key(.alt(character), count + 1)
      case .key(_, let count): return .key(.unknown, count + 1)
      }
    }
  }

  private static func readCharacter(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> Reading {
    let first = bytes[bytes.startIndex]
    switch first {
    case 0x00: return .key(.control(" "), 1)
    case 0x08, 0x7F: return .key(.backspace, 1)
    case 0x09: return .key(.tab, 1)
    case 0x0A, 0x0D: return .key(.enter, 1)
    case 0x01...0x1A: return .key(.control(Character(Unicode.Scalar(first + 0x60))), 1)
    case 0x1C...0x1F: return .key(.control(Character(Unicode.Scalar(first + 0x40))), 1)
    case 0x20...0x7E: return .key(.character(Character(Unicode.Scalar(first))), 1)
    default: break
    }

    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    let rest = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
    let isCut = rest.count < length - 1
    if isCut, rest.count == bytes.count - 1, !isComplete { return .needsMore }
    guard !isCut, length > 1, let character = String(validating: bytes.prefix(length), as: UTF8.self)?.first,
      let scalar = character.unicodeScalars.first, scalar.value >= 0xA0
    else { return .key(.unknown, 1 + rest.count) }
    return .key(.character(character), length)
  }

  /// `ESC [`, parameters, intermediates, and one final byte.
  private static func readControlSequence(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> Reading {
    if bytes.starts(with: pasteStart) { return readPaste(bytes, isComplete: isComplete) }
    let body = bytes.dropFirst(2).prefix(longest)
    // The Linux console sends `ESC [ [ A` for F1.
    if body.first == UInt8(ascii: "[") {
      guard body.count > 1 else { return isComplete ? .key(.unknown, bytes.count) : .needsMore }
      let number = Int(body[body.startIndex + 1]) - 0x40
      return .key((1...5).contains(number) ? .function(number) : .unknown, 4)
    }
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return isComplete || body.count == longest ? .key(.unknown, 2 + body.count) : .needsMore
    }
    let count = end - bytes.startIndex + 1
    guard (0x40...0x7E).contains(body[end]) else { return .key(.unknown, count - 1) }
    return .key(key(final: body[end], parameters: body[..<end]), count)
  }

  /// `ESC O` and one byte, with perhaps a modifier between.
  private static func readSingleShift(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> Reading {
    let body = bytes.dropFirst(2).prefix(longest)
    guard let end = body.firstIndex(where: { !(0x30...0x3B).contains($0) }) else {
      guard isComplete || body.count == longest else { return .needsMore }
      return .key(body.isEmpty ? .alt("O") : .unknown, 2 + body.count)
    }
    let final = body[end]
    let count = end - bytes.startIndex + 1
    guard (0x20...0x7E).contains(final) else { return .key(.unknown, count - 1) }
    // What the number pad sends in its application mode.
    switch final {
    case UInt8(ascii: "M"): return .key(.enter, count)
    case UInt8(ascii: "X"): return .key(.character("="), count)
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .key(.character(Character(Unicode.Scalar(final - 0x40))), count)
    default: return .key(key(final: final, parameters: body[..<end]), count)
    }
  }

  /// A terminal's answer: `ESC ]` and its like, up to BEL or `ESC \`.
  private static func readString(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> Reading {
    if isComplete, bytes.count == 2 { return .key(.alt(Character(Unicode.Scalar(bytes[bytes.startIndex + 1]))), 2) }
    let body = bytes.dropFirst(2).prefix(longest * 16)
    for index in body.indices {
      if body[index] == 0x07 { return .key(.unknown, index - bytes.startIndex + 1) }
      if body[index] == escape, index + 1 < body.endIndex {
        let isEnd = body[index + 1] == UInt8(ascii: "\\")
        return .key(.unknown, index - bytes.startIndex + (isEnd ? 2 : 0))
      }
    }
    return isComplete || body.count == longest * 16 ? .key(.unknown, 2 + body.count) : .needsMore
  }

  private static func readPaste(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> Reading {
    let text = bytes.dropFirst(pasteStart.count)
    var from = text.startIndex
    while let start = text[from...].firstIndex(of: escape) {
      if text[start...].starts(with: pasteEnd) {
        let count = start - bytes.startIndex + pasteEnd.count
        return .key(.paste(String(decoding: text[..<start], as: UTF8.self)), count)
      }
      from = start + 1
    }
    return isComplete ? .key(.paste(String(decoding: text, as: UTF8.self)), bytes.count) : .needsMore
  }

  /// The key that a standard sequence stands for. With a modifier it is another key, and not one of ours.
  private static func key(final: UInt8, parameters: ArraySlice<UInt8>) -> Key {
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    if numbers.count > 1, numbers[1] > 1 { return .unknown }
    if final == UInt8(ascii: "~") { return numbered[numbers.first ?? 0] ?? .unknown }
    if let number = numbers.first, number > 1 { return .unknown }
    return lettered[final] ?? .unknown
  }

  private static let lettered: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "F"): .end, UInt8(ascii: "H"): .home, UInt8(ascii: "Z"): .backTab,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
    18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]
}
