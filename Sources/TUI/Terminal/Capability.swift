internal import CNcurses
internal import Explorer

/// What terminfo says of the terminal.
enum Capability {
  /// Whether there is a description of the terminal that `TERM` names; the rest may be asked only then.
  static var isKnown: Bool {
    var found: Int32 = 0
    return setupterm(nil, 1, &found) == 0 && found == 1
  }

  /// A sequence without its delays, which only terminals made of paper and gears still need; nil when there is none.
  static func string(_ name: String) -> String? {
    guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
    let text = withoutDelays(String(cString: value))
    return text.isEmpty ? nil : text
  }

  /// A number; -1 when there is none.
  static func number(_ name: String) -> Int { Int(tigetnum(name)) }

  static func flag(_ name: String) -> Bool {
    tigetflag(name) > 0
  }

  /// Brings the screen up: its own page, keys that send sequences, a visible cursor, pastes that say so.
  /// - Parameter asksBackground: also asks for the background's colour; `KeyDecoder` reads the answer.
  static func enter(asksBackground: Bool) -> String {
    let modes = isXtermLike ? "\u{1B}[?2004h" + (asksBackground ? "\u{1B}]11;?\u{1B}\\" : "") : ""
    return (["smcup", "rmir", "smam", "sgr0", "smkx", "cnorm"].compactMap(string) + [modes]).joined()
  }

  /// Whether the terminal has a page of its own for programs.
  static var hasPage: Bool { string("rmcup") != nil }

  /// Undoes it. A terminal without a page of its own is left on the last of its `rows`, cleared.
  static func leave(rows: Int) -> String {
    var parts = [isXtermLike ? "\u{1B}[?2004l" : ""] + ["sgr0", "op"].compactMap(string)
    if !hasPage, let address = string("cup") { parts += [filled(address, rows - 1)] + ["el"].compactMap(string) }
    return (parts + ["cnorm", "rmkx", "rmcup"].compactMap(string)).joined()
  }

  /// What a frame is written with; nil where the terminal lacks something without which there is none.
  static var codes: TerminalCodes? {
    guard let address = string("cup"), let clear = string("clear"), !flag("gn") else { return nil }
    func bytes(_ name: String) -> [UInt8] { string(name).map { Array($0.utf8) } ?? [] }
    var codes = TerminalCodes()
    codes.clear = Array(clear.utf8)
    codes.eraseToEnd = bytes("el")
    codes.jumpsInAnyLook = flag("msgr")
    codes.scrollsAtEnd = flag("am") && !flag("xenl")
    codes.hasColumns = string("hpa") == "\u{1B}[%i%p1%dG"
    if address != "\u{1B}[%i%p1%d;%p2%dH" {
      codes.foreignAddress = { Array(filled(address, $0.row, $0.column).utf8) }
    }
    // Where a look takes a cell of its own, rows would shift.
    if number("xmc") > 0 { return codes }
    let plain = string("sgr0") ?? ""
    codes.plain = Array((plain.contains("\u{1B}[m") ? "\u{1B}[m" : plain).utf8)
    guard !codes.plain.isEmpty else { return codes }
    codes.bold = bytes("bold")
    codes.dim = bytes("dim")
    codes.reversed = bytes("rev")
    codes.underlined = bytes("smul")
    if let colour = string("setaf"), string("op") != nil {
      codes.colours = (0..<min(16, max(0, number("colors")))).map { Array(filled(colour, $0).utf8) }
    }
    let excluded = max(0, number("ncv"))
    codes.excludedByColour.isUnderlined = excluded & 2 != 0
    codes.excludedByColour.isDim = excluded & 16 != 0
    return codes
  }

  /// A sequence with its parameters put in.
  private static func filled(_ sequence: String, _ first: Int, _ second: Int = 0) -> String {
    chronology_filled(sequence, Int32(first), Int32(second)).map { String(cString: $0) } ?? ""
  }

  /// What the keys send.
  static var keys: [(bytes: [UInt8], key: Key)] {
    let named: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kpp", .pageUp), ("knp", .pageDown),
      ("khome", .home), ("kend", .end), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    return (named + functions).compactMap { name, key in
      string(name).map { (Array($0.utf8), key) }
    }
  }

  /// Terminals that know private modes beyond the VT220's; others might show the sequence as text.
  private static var isXtermLike: Bool {
    string("rmcup")?.contains("[?1049l") ?? false
  }

  private static func withoutDelays(_ sequence: String) -> String {
    var rest = sequence[...]
    var plain = ""
    while let start = rest.firstRange(of: "$<") {
      plain += rest[..<start.lowerBound]
      rest = rest[start.upperBound...].drop { $0 != ">" }.dropFirst()
    }
    return plain + rest
  }
}
