package import Explorer

/// How styles look on this terminal.
///
/// Only the terminal's own sixteen colours are used, on its own background: one for what can be acted on, one for what
/// is uncertain, red for what is disputed or wrong. What the sixteen look like cannot be known, so each theme uses
/// only those that reach a contrast of 4.5 to 1 in the common palettes (those of xterm, the Linux and Windows consoles
/// and GNOME): bright ones on a dark background, dark ones on a light one. No colour does so on both. Until the
/// background is known, the closest compromises are used, and in bold, which requires less contrast.
package struct Theme: Equatable {
  package enum Background: Equatable {
    case dark, light, unknown
  }

  /// How a cell is drawn. `colour` is one of the terminal's sixteen, nil for its default.
  package struct Look: Hashable, Sendable {
    package var isBold = false
    package var isDim = false
    package var isReversed = false
    package var isUnderlined = false
    package var colour: Int16?

    package init() {}
  }

  package var background: Background
  /// The number of colours that the terminal has and the reader wants; none with `NO_COLOR`.
  package var colours: Int
  /// Whether nothing is dim, and everything important is bold.
  package var isHighContrast = false
  /// Whether to use no colours, even if the terminal has them, and nothing dim.
  package var isPlain = false

  package init(background: Background, colours: Int) {
    self.background = background
    self.colours = colours
  }

  package func look(of style: Style) -> Look {
    var look = Look()
    look.isBold = style.weight == .bold
    // Terminals with eight colours, the Linux console above all, show dim text too dark to read; and readers who want
    // no colours want nothing faint.
    look.isDim = style.weight == .dim && colours > 8 && !isHighContrast && !isPlain
    look.isReversed = style.isReversed
    look.isUnderlined = style.isUnderlined
    switch style.tone {
    case .plain: break
    case .heading, .error: look.isBold = true
    case .accent, .uncertain: look.isBold = look.isBold || isHighContrast
    case .disputed: look.isBold = look.isBold || isHighContrast || background == .unknown
    case .match:
      look.isBold = true
      look.isUnderlined = true
    }
    if look.isBold { look.isDim = false }
    // A reversed cell keeps the terminal's own two colours, which are known to be legible.
    if look.isReversed { look.isDim = false } else { look.colour = colour(of: style.tone) }
    if look.colour != nil { look.isDim = false }
    return look
  }

  private func colour(of tone: Style.Tone) -> Int16? {
    guard colours >= 8, !isPlain, !isHighContrast else { return nil }
    let hasBright = colours >= 16
    let palette =
      switch background {
      case .dark: hasBright ? Palette.dark : .darkOfEight
      case .light: Palette.light
      case .unknown: hasBright ? Palette.either : .eitherOfEight
      }
    return switch tone {
    case .plain, .heading: nil
    case .accent: palette.accent
    case .uncertain: palette.uncertain
    case .disputed: palette.disputed
    case .match: palette.match
    case .error: palette.error
    }
  }
}

/// Colour numbers: 0 black, 1 red, 2 green, 3 yellow, 4 blue, 5 magenta, 6 cyan, 7 white, plus 8 for the bright ones.
private struct Palette {
  var accent: Int16?
  var uncertain: Int16?
  var disputed: Int16?
  var match: Int16?
  var error: Int16?

  static let dark = Palette(accent: 14, uncertain: 11, disputed: 9, match: 11, error: 9)
  /// Without the bright ones, only green and cyan are bright enough everywhere.
  static let darkOfEight = Palette(accent: 6)
  static let light = Palette(accent: 4, uncertain: 5, disputed: 1, match: 4, error: 1)
  static let either = Palette(accent: 12, uncertain: 5, disputed: 1, match: 12, error: 1)
  static let eitherOfEight = Palette(uncertain: 5, disputed: 1, error: 1)
}

extension Theme.Background {
  /// Parses `COLORFGBG`, which some terminals set to `foreground;background`, both among the sixteen.
  package init(colorfgbg: String?) {
    let last = colorfgbg?.split(separator: ";").last.flatMap { Int($0) }
    switch last {
    case .some(0...6), .some(8): self = .dark
    case .some(7), .some(9...15): self = .light
    default: self = .unknown
    }
  }

  /// Parses a terminal's answer to OSC 11, `ESC ] 11 ; rgb : RRRR / GGGG / BBBB` with one to four digits each; nil for
  /// anything else. A background counts as dark if its luminance is below that at which black and white have equal
  /// contrast (WCAG 2.2).
  package init?(report: some Collection<UInt8>) {
    let start: [UInt8] = Array("\u{1B}]11;rgb:".utf8)
    guard report.starts(with: start) else { return nil }
    let digits = String(
      decoding: report.dropFirst(start.count).prefix { $0 >= 0x20 && $0 < 0x7F && $0 != 0x5C }, as: UTF8.self)
    let parts = digits.split(separator: "/").map { (Int($0, radix: 16), $0.count) }
    guard parts.count == 3, parts.allSatisfy({ $0.0 != nil && (1...4).contains($0.1) }) else { return nil }
    let linear = parts.map { value, count in
      let level = Double(value!) / Double((1 << (4 * count)) - 1)
      return level * level
    }
    self = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] < 0.179 ? .dark : .light
  }
}
