package import Explorer

/// Turns keyboard input into keys.
///
/// What follows Esc and is not a key known to ncurses is swallowed whole: its tail must never be taken for commands. A
/// lone Esc soon counts as a key; a sequence that has begun is given longer, since a slow line may split it and nobody
/// types one.
package struct KeyReader {
  private let keyboard: Keyboard
  /// Lookahead: a stroke read but not yet used.
  private var held: Keyboard.Stroke?
  /// The number of Esc keys still to be returned.
  private var escapes = 0
  /// The terminal's answer when asked for its background; nil until it has answered.
  package private(set) var background: Theme.Background?

  /// How many milliseconds to wait for the rest of a sequence.
  private static let patience: Int32 = 1000
  /// The maximum useful length of a sequence, of a terminal's answer and of a pasted text, in characters and bytes.
  private static let longest = (sequence: 256, answer: 4096, paste: 1 << 16)

  package init(_ keyboard: Keyboard) { self.keyboard = keyboard }

  /// Whether there is something to read that has already been taken from the terminal.
  var isPending: Bool { held != nil || escapes > 0 }

  /// The next key, if there is one.
  package mutating func next() -> Key? {
    if escapes > 0 {
      escapes -= 1
      return .escape
    }
    switch stroke(within: 25) {
    case nil: return nil
    case .nothing: return .unknown
    case .key(let key): return key
    case .keys(let keys):
      if keys.count > 1 { held = .keys(Array(keys.dropFirst())) }
      return keys.first ?? .unknown
    case .paste: return .paste(pasted())
    case .character("\u{1B}"): return afterEscape()
    case .character(let scalar): return Self.key(scalar)
    }
  }

  private mutating func stroke(within milliseconds: Int32) -> Keyboard.Stroke? {
    if let held {
      self.held = nil
      return held
    }
    return keyboard.next(within: milliseconds)
  }

  /// One character or control as a key.
  private static func key(_ scalar: Unicode.Scalar) -> Key {
    let code = scalar.value
    switch code {
    case 0x00: return .control(" ")
    case 0x08, 0x7F: return .backspace
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(UInt8(code + 0x60))))
    case 0x1B: return .escape
    case 0x1C...0x1F: return .control(Character(Unicode.Scalar(UInt8(code + 0x40))))
    case 0x80..<0xA0: return .unknown
    default: return .character(Character(scalar))
    }
  }

  // MARK: - After Esc

  private mutating func afterEscape() -> Key {
    var count = 1
    while count < Self.longest.sequence {
      // ncurses has already waited for what might follow.
      guard let next = stroke(within: 0) else { break }
      // Some terminals send Alt with an arrow key as Esc followed by its sequence.
      guard case .character(let scalar) = next else { return .unknown }
      if scalar == "\u{1B}" {
        count += 1
        continue
      }
      let key = after(scalar)
      return count == 1 ? key : .unknown
    }
    escapes = count - 1
    return .escape
  }

  private mutating func after(_ scalar: Unicode.Scalar) -> Key {
    switch scalar {
    case "[": return controlSequence()
    case "O": return singleShift()
    case "]", "P", "X", "^", "_": return string(scalar)
    default:
      if case .character(let character) = Self.key(scalar) { return .alt(character) }
      return .unknown
    }
  }

  /// `ESC [`, parameters, intermediates, and one final byte.
  private mutating func controlSequence() -> Key {
    var sequence = "\u{1B}["
    while sequence.unicodeScalars.count < Self.longest.sequence {
      guard let next = stroke(within: Self.patience) else { return .unknown }
      guard case .character(let scalar) = next, (0x20...0x7E).contains(scalar.value) else {
        held = next
        return .unknown
      }
      sequence.unicodeScalars.append(scalar)
      if scalar == "M", sequence.count == 3 {
        // An old-style mouse report: three more bytes.
        for _ in 0..<3 { _ = stroke(within: Self.patience) }
        return .unknown
      }
      let isLinux = scalar == "[" && sequence.count == 3
      if scalar.value >= 0x40, !isLinux { return whole(sequence) }
    }
    return .unknown
  }

  /// `ESC O` and one character, possibly with a modifier in between.
  private mutating func singleShift() -> Key {
    var sequence = "\u{1B}O"
    while sequence.unicodeScalars.count < Self.longest.sequence {
      guard let next = stroke(within: Self.patience) else { return sequence.count == 2 ? .alt("O") : .unknown }
      guard case .character(let scalar) = next, (0x20...0x7E).contains(scalar.value) else {
        held = next
        return .unknown
      }
      sequence.unicodeScalars.append(scalar)
      if !(0x30...0x3B).contains(scalar.value) { return whole(sequence) }
    }
    return .unknown
  }

  /// A sequence that arrived in pieces too far apart for ncurses.
  private mutating func whole(_ sequence: String) -> Key {
    switch Keyboard.stroke(of: sequence) {
    case .key(let key): key
    case .paste: .paste(pasted())
    default: .unknown
    }
  }

  /// A terminal's answer: `ESC ]` and the like, up to BEL or `ESC \`.
  private mutating func string(_ kind: Unicode.Scalar) -> Key {
    var text: [UInt8] = Array("\u{1B}\(kind)".utf8)
    while text.count < Self.longest.answer {
      guard let next = stroke(within: Self.patience) else { return text.count == 2 ? .alt(Character(kind)) : .unknown }
      guard case .character(let scalar) = next else {
        held = next
        return .unknown
      }
      if scalar == "\u{1B}" {
        let end = stroke(within: Self.patience)
        if case .character("\\") = end { break }
        held = end
        return .unknown
      }
      if scalar == "\u{7}" { break }
      text.append(UInt8(exactly: scalar.value) ?? UInt8(ascii: "?"))
    }
    background = Theme.Background(report: text) ?? background
    return .unknown
  }

  /// A pasted text, including controls, up to the end marker. If it is too long, the rest is dropped.
  private mutating func pasted() -> String {
    let end = Array("\u{1B}[201~".utf8)
    var text: [UInt8] = []
    // The last bytes, which may contain the end marker.
    var last: [UInt8] = []
    while let byte = keyboard.nextByte(within: Self.patience) {
      last.append(byte)
      if last == end {
        last = []
        break
      }
      while !end.starts(with: last) {
        let first = last.removeFirst()
        if text.count < Self.longest.paste { text.append(first) }
      }
    }
    return String(decoding: text + last, as: UTF8.self)
  }
}
