internal import CNcurses
internal import Explorer

/// Reads keys through ncurses, which knows what this terminal sends for them.
///
/// It defines some more: sequences so common that terminals send them whatever terminfo says, the number pad, and the
/// start marker of a pasted text.
package struct Keyboard {
  /// How ncurses interprets the next bytes.
  enum Stroke {
    case character(Unicode.Scalar)
    case key(Key)
    /// Several at once, from the mouse.
    case keys([Key])
    /// A pasted text follows.
    case paste
    /// Something without a meaning of its own, such as bytes that are not UTF-8.
    case nothing
  }

  /// Keys are read through a pad that is never shown: reading from a window would refresh it first.
  private let window = newpad(1, 1)
  /// The same without key translation: every byte as it comes.
  private let bare = newpad(1, 1)

  /// Sequences that make the terminal send keys as ncurses expects them, and that undo this.
  package let start: [UInt8]
  package let end: [UInt8]

  /// - Parameter usesMouse: whether to enable the mouse. If not, its reports are ignored.
  package init(_ curses: borrowing Curses, usesMouse: Bool) {
    // All eight bits of a byte count. The output is discarded: it would make Alt set the eighth bit.
    meta(window, true)
    set_escdelay(25)
    let all = mmask_t(usesMouse ? CHRONOLOGY_MOUSE : 0)
    // A press is reported at once, without waiting to rule out a double click.
    mouseinterval(0)
    let keys = window
    func send(_ isOn: Bool) {
      keypad(keys, isOn)
      if usesMouse { mousemask(isOn ? all : 0, nil) }
    }
    send(true)
    end = curses.sending { send(false) }
    start = curses.sending { send(true) }
    if !usesMouse { define_key(nil, KEY_MOUSE) }
    for (number, entry) in Self.common.enumerated()
    where Self.key(entry.sequence) == nil {
      define_key(entry.sequence, Self.ownCodes + Int32(number))
    }
    define_key("\u{1B}[200~", Self.pasteCode)
  }

  /// The next stroke; nil if none comes within this many milliseconds.
  func next(within milliseconds: Int32) -> Stroke? {
    var value: wint_t = 0
    wtimeout(window, milliseconds)
    switch wget_wch(window, &value) {
    case OK: return Unicode.Scalar(value).map { .character($0) } ?? .nothing
    case KEY_CODE_YES where value == KEY_MOUSE: return Self.mouse()
    case KEY_CODE_YES: return Self.stroke(Int32(value))
    default: return nil
    }
  }

  /// The next raw byte; nil if none comes within this many milliseconds.
  func nextByte(within milliseconds: Int32) -> UInt8? {
    wtimeout(bare, milliseconds)
    return UInt8(exactly: wgetch(bare))
  }

  /// The meaning of a whole sequence, as if it had arrived in one piece; nil if it has none.
  static func stroke(of sequence: String) -> Stroke? {
    let code = key_defined(sequence)
    return code > 0 && code != KEY_MOUSE ? stroke(code) : nil
  }

  // MARK: - What key codes mean

  private static func stroke(_ code: Int32) -> Stroke {
    if code == pasteCode { return .paste }
    if common.indices.contains(Int(code - ownCodes)) { return .key(common[Int(code - ownCodes)].key) }
    if (1...12).contains(code - KEY_F0) { return .key(.function(Int(code - KEY_F0))) }
    return named[code].map { .key($0) } ?? .nothing
  }

  /// The key that ncurses takes a sequence for; nil if it is none of ours.
  private static func key(_ sequence: String) -> Key? {
    if case .key(let key) = stroke(of: sequence) { return key }
    return nil
  }

  /// The mouse actions since the last call: ncurses reports simultaneous ones with a single code, last first.
  private static func mouse() -> Stroke {
    var events: [MEVENT] = []
    var event = MEVENT()
    while events.count < 8, getmouse(&event) == OK { events.append(event) }
    let keys = events.reversed().compactMap(mouse(of:)).map { Key.mouse($0) }
    return keys.isEmpty ? .nothing : .keys(keys)
  }

  private static func mouse(of event: MEVENT) -> Mouse? {
    let state = Int(event.bstate)
    func has(_ bits: Int) -> Bool { state & bits != 0 }
    let place = Point(row: Int(event.y), column: Int(event.x))
    let button: Mouse.Button =
      has(CHRONOLOGY_FIRST_BUTTON) ? .left : has(CHRONOLOGY_SECOND_BUTTON) ? .middle : .right
    if has(CHRONOLOGY_WHEEL_UP) { return Mouse(.wheelUp, at: place) }
    if has(CHRONOLOGY_WHEEL_DOWN) { return Mouse(.wheelDown, at: place) }
    if has(CHRONOLOGY_PRESSED) { return Mouse(.press, button, at: place) }
    if has(CHRONOLOGY_RELEASED) { return Mouse(.release, button, at: place) }
    return nil
  }

  private static let named: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_HOME: .home, KEY_END: .end, KEY_IC: .insert, KEY_DC: .delete, KEY_BTAB: .backTab, KEY_ENTER: .enter,
    KEY_BACKSPACE: .backspace,
  ]

  /// Beyond ncurses' own key codes and those that it assigns to a terminal's extensions.
  private static let ownCodes: Int32 = 0x1000
  private static let pasteCode: Int32 = 0x0FFF

  /// Sequences that mean the same on every terminal that uses them.
  private static let common: [(sequence: String, key: Key)] = {
    var common: [(sequence: String, key: Key)] = []
    let letters: [(String, Key)] = [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("F", .end), ("H", .home),
      ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
    ]
    for (letter, key) in letters { common += [("\u{1B}[" + letter, key), ("\u{1B}O" + letter, key)] }
    common += [("\u{1B}[Z", .backTab), ("\u{1B}OM", .enter), ("\u{1B}OX", .character("="))]
    let numbers: [(Int, Key)] = [
      (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home), (8, .end),
    ]
    for (number, key) in numbers { common.append(("\u{1B}[\(number)~", key)) }
    for (key, number) in zip(1..., [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]) {
      common.append(("\u{1B}[\(number)~", .function(key)))
    }
    // The Linux console.
    for (key, letter) in zip(1..., "ABCDE") { common.append(("\u{1B}[[\(letter)", .function(key))) }
    // The number pad in application mode: these letters are the signs plus 64.
    for letter in UInt8(ascii: "j")...UInt8(ascii: "y") {
      common.append(
        ("\u{1B}O\(Unicode.Scalar(letter))", .character(Character(Unicode.Scalar(letter - 0x40)))))
    }
    return common
  }()
}
