internal import CNcurses
internal import Explorer

/// What terminfo says of the terminal.
enum Capability {
  /// Whether there is a description of the terminal that `TERM` names; the rest may be asked only then.
  static var isKnown: Bool {
    var found: Int32 = 0
    return setupterm(nil, 1, &found) == 0 && found == 1
  }

  /// A sequence without its delays, which only terminals made of paper and gears still need; empty when there is none.
  static func sequence(_ name: String) -> [UInt8] {
    guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return [] }
    return bytes(value)
  }

  /// A number; -1 when there is none.
  static func number(_ name: String) -> Int { Int(tigetnum(name)) }

  static func flag(_ name: String) -> Bool {
    tigetflag(name) > 0
  }

  /// Brings the screen up: its own page, keys that send sequences, a visible cursor, pastes that say so.
  /// - Parameter asksBackground: also asks for the background's colour; `KeyDecoder` reads the answer.
  static func enter(asksBackground: Bool) -> [UInt8] {
    var bytes = ["smcup", "rmir", "smam", "sgr0", "smkx", "cnorm"].flatMap(sequence)
    if isXtermLike {
      bytes += "\u{1B}[?2004h".utf8
      if asksBackground { bytes += "\u{1B}]11;?\u{1B}\\".utf8 }
    }
    return bytes
  }

  /// Whether the terminal has a page of its own for programs.
  static var hasPage: Bool { !sequence("rmcup").isEmpty }

  /// Undoes it. A terminal without a page of its own is left on the last of its `rows`, cleared.
  static func leave(rows: Int) -> [UInt8] {
    var bytes = isXtermLike ? Array("\u{1B}[?2004l".utf8) : []
    bytes += sequence("sgr0") + sequence("op")
    if !hasPage { bytes += filled("cup", rows - 1) + sequence("el") }
    return bytes + sequence("cnorm") + sequence("rmkx") + sequence("rmcup")
  }

  /// What a frame is written with; nil where the terminal lacks something without which there is none.
  static var codes: TerminalCodes? {
    let address = sequence("cup")
    var codes = TerminalCodes()
    codes.clear = sequence("clear")
    guard !address.isEmpty, !codes.clear.isEmpty, !flag("gn") else { return nil }
    codes.eraseToEnd = sequence("el")
    codes.jumpsInAnyLook = flag("msgr")
    codes.scrollsAtEnd = flag("am") && !flag("xenl")
    codes.hasColumns = sequence("hpa").elementsEqual("\u{1B}[%i%p1%dG".utf8)
    if !address.elementsEqual("\u{1B}[%i%p1%d;%p2%dH".utf8) {
      codes.foreignAddress = { filled("cup", $0.row, $0.column) }
    }
    // Where a look takes a cell of its own, rows would shift.
    if number("xmc") > 0 { return codes }
    // What would end an alternate character set, which is never begun, stands before or after it.
    let plain = sequence("sgr0")
    let short = Array("\u{1B}[m".utf8)
    codes.plain =
      plain.count > short.count && (plain.starts(with: short) || plain.suffix(3) == short[...]) ? short : plain
    guard !codes.plain.isEmpty else { return codes }
    codes.bold = sequence("bold")
    codes.dim = sequence("dim")
    codes.reversed = sequence("rev")
    codes.underlined = sequence("smul")
    if !sequence("op").isEmpty, !sequence("setaf").isEmpty {
      for colour in 0..<min(16, max(0, number("colors"))) { codes.colours.append(filled("setaf", colour)) }
    }
    let excluded = max(0, number("ncv"))
    codes.excludedByColour.isUnderlined = excluded & 2 != 0
    codes.excludedByColour.isDim = excluded & 16 != 0
    return codes
  }

  /// A sequence with its parameters put in.
  private static func filled(_ name: String, _ first: Int, _ second: Int = 0) -> [UInt8] {
    guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return [] }
    return chronology_filled(value, Int32(first), Int32(second)).map(bytes) ?? []
  }

  /// What the keys send.
  static var keys: [(bytes: [UInt8], key: Key)] {
    let named: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kpp", .pageUp), ("knp", .pageDown),
      ("khome", .home), ("kend", .end), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ]
    var keys: [(bytes: [UInt8], key: Key)] = []
    for (name, key) in named + (1...12).map({ ("kf\($0)", Key.function($0)) }) {
      let bytes = sequence(name)
      if !bytes.isEmpty { keys.append((bytes, key)) }
    }
    return keys
  }

  /// Terminals that know private modes beyond the VT220's; others might show the sequence as text.
  private static var isXtermLike: Bool {
    sequence("rmcup").starts(with: "\u{1B}[?1049l".utf8)
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = text
    while place.pointee != 0 {
      if place[0] == CChar(UInt8(ascii: "$")), place[1] == CChar(UInt8(ascii: "<")) {
        while place.pointee != 0, place.pointee != CChar(UInt8(ascii: ">")) { place += 1 }
        if place.pointee == 0 { break }
      } else {
        bytes.append(UInt8(bitPattern: place.pointee))
      }
      place += 1
    }
    return bytes
  }
}
