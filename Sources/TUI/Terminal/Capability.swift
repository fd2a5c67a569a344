internal import CNcurses
internal import Glibc

/// Terminfo capabilities that ncurses must not use itself, because a signal handler must be able to undo them. Only
/// valid once `Curses` has looked up the terminal, unless noted otherwise.
enum Capability {
  /// Whether there is a description of the terminal named in `TERM`.
  static var isKnown: Bool {
    var found: Int32 = 0
    return setupterm(nil, 1, &found) == 0 && found == 1
  }

  /// Whether the terminal has what every frame needs: cursor addressing, and a way to clear the screen.
  static var isSufficient: Bool { !sequence("cup").isEmpty && !sequence("clear").isEmpty && tigetflag("gn") <= 0 }

  /// Whether the terminal has an alternate screen.
  static var hasPage: Bool { !sequence("rmcup").isEmpty }

  /// Whether the terminal accepts clipboard texts (OSC 52). VTE terminals claim to be xterm but do not. Also valid
  /// before `Curses` exists.
  static var hasClipboard: Bool {
    guard isSufficient || isKnown, let value = tigetstr("Ms"), Int(bitPattern: value) != -1 else { return false }
    return getenv("VTE_VERSION") == nil || getenv("TERM").map { strncmp($0, "xterm", 5) } != 0
  }

  /// Enables bracketed paste, and shows the cursor.
  static var start: [UInt8] { sequence("cnorm") + (isXtermLike ? Array("\u{1B}[?2004h".utf8) : []) }

  /// Undoes `start`, and resets all attributes.
  static var end: [UInt8] {
    (isXtermLike ? Array("\u{1B}[?2004l".utf8) : []) + sequence("sgr0") + sequence("op") + sequence("cnorm")
  }

  /// Asks for the background colour; `KeyReader` reads the answer.
  static var question: [UInt8] { isXtermLike ? Array("\u{1B}]11;?\u{1B}\\".utf8) : [] }

  /// Switches to the alternate screen, as the first frame does.
  static var page: [UInt8] { ["smcup", "rmir", "smam", "sgr0"].flatMap { sequence($0) } }

  /// Undoes it. A terminal without an alternate screen is left on the last of its `rows`, cleared.
  static func pageEnd(rows: Int) -> [UInt8] {
    hasPage ? sequence("rmcup") : sequence("cup", rows - 1) + sequence("el")
  }

  /// A sequence with its parameters filled in and its delays removed, which only mechanical terminals still need;
  /// empty if there is none.
  private static func sequence(_ name: String, _ first: Int = 0, _ second: Int = 0) -> [UInt8] {
    guard let value = tigetstr(name), Int(bitPattern: value) != -1,
      let filled = chronology_filled(value, Int32(first), Int32(second))
    else { return [] }
    var bytes: [UInt8] = []
    var rest = UnsafeBufferPointer(start: filled, count: strlen(filled)).map(UInt8.init(bitPattern:))[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// Whether the terminal knows private modes beyond the VT220's; others might show the sequence as text.
  private static var isXtermLike: Bool { sequence("rmcup").starts(with: "\u{1B}[?1049l".utf8) }
}
