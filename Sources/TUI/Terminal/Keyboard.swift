internal import CNcurses
internal import Explorer

/// Reads keys through ncurses, which knows what this terminal sends for them.
///
/// It is told of some more: of sequences so common that terminals send them whatever terminfo says, of the number pad, and
/// of the mark before a pasted text.
package struct Keyboard {
  /// What ncurses makes of the next bytes.
  enum Stroke {
    case character(Unicode.Scalar)
    case key(Key)
    /// Several that came as one: of the mouse.
    case keys([Key])
    /// What follows is a pasted text.
    case paste
    /// Nothing that has a meaning of its own, such as bytes that are not UTF-8.
    case nothing
  }

  /// Keys are read through a window that is never shown: reading from one shows it first.
  private let window = newpad(1, 1)
  /// The same without keys: every byte as it comes.
  private let bare = newpad(1, 1)

  /// What makes the terminal send keys as ncurses knows them, and what ends that.
  package let start: [UInt8]
  package let end: [UInt8]

  /// - Parameter usesMouse: whether the mouse is asked for. Where it is not, its reports mean nothing.
  package init(_ curses: borrowing Curses, usesMouse: Bool) {
    // Every bit of a byte counts. What this would send stays unsent: it would have Alt set the eighth.
    meta(window, true)
    set_escdelay(25)
    let all = mmask_t(usesMouse ? CHRONOLOGY_MOUSE : 0)
    // A press is told when it happens, not when it is clear that it is no double click.
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

  /// The next stroke; nil when none comes within so many milliseconds.
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

  /// The next byte as it comes; nil when none comes within so many milliseconds.
  func nextByte(within milliseconds: Int32) -> UInt8? {
    wtimeout(bare, milliseconds)
    return UInt8(exactly: wgetch(bare))
  }

  /// What a whole sequence stands for, had it come in one piece; nil when that is nothing.
  static func stroke(of sequence: String) -> Stroke? {
    let code = key_defined(sequence)
    return code > 0 && code != KEY_MOUSE ? stroke(code) : nil
  }

  // MARK: - What codes stand for

  private static func stroke(_ code: Int32) -> Stroke {
    if code == pasteCode { return .paste }
    if common.indices.contains(Int(code - ownCodes)) { return .key(common[Int(code - ownCodes)].key) }
    if (1...12).contains(code - KEY_F0) { return .key(.function(Int(code - KEY_F0))) }
    return named[code].map { .key($0) } ?? .nothing
  }

  /// The key that ncurses takes a sequence for; nil where it is none of ours.
  private static func key(_ sequence: String) -> Key? {
    if case .key(let key) = stroke(of: sequence) { return key }
    return nil
  }

  /// What was done with the mouse since: what comes together ncurses tells by one code, and gives out the last first.
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

  /// Beyond the codes of ncurses and those that it gives to a terminal's own extensions.
  private static let ownCodes: Int32 = 0x1000
  private static let pasteCode: Int32 = 0x0FFF

  /// Sequences that mean the same wherever they mean anything.
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
    // The number pad in its application mode: these letters are the signs, 64 further on.
    for letter in UInt8(ascii: "j")...UInt8(ascii: "y") {
      common.append(
        ("\u{1B}O\(Unicode.Scalar(letter))", .character(Character(Unicode.Scalar(letter - 0x40)))))
    }
    return common
  }()
}
