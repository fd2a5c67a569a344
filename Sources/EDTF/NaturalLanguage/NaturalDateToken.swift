/// A token of what a person typed.
struct NaturalDateToken: Equatable {
  enum Kind: Equatable {
    /// In lower case.
    case word(String)
    case number(Int, digits: Int)
    /// "12th".
    case ordinal(Int)
    /// "’07".
    case shortYear(Int)
    /// "1990s", "’90s"; the number before the "s".
    case decade(Int, digits: Int)
    case slash
    case dot
    /// `isLong` for a dash as opposed to a hyphen.
    case dash(isLong: Bool)
    case qualifier(Qualifier)
  }

  let kind: Kind
  /// The token as typed.
  let text: String
  /// Offsets in Unicode scalars from the start of the typed text.
  let range: Range<Int>
  /// Whether it is preceded by a space or by nothing.
  let followsSpace: Bool

  var offset: Int { range.lowerBound }
  var word: String? { if case .word(let word) = kind { word } else { nil } }
  var isNumber: Bool { if case .number = kind { true } else { false } }
  var isDash: Bool { if case .dash = kind { true } else { false } }

  /// Splits a text into tokens. Commas, brackets and the full stops of abbreviations are ignored.
  static func tokens(of text: String) throws(NaturalDateError) -> [NaturalDateToken] {
    var lexer = Lexer(scalars: Array(text.unicodeScalars))
    return try lexer.tokens()
  }
}

private struct Lexer {
  let scalars: [Unicode.Scalar]
  var position = 0
  var result: [NaturalDateToken] = []

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func tokens() throws(NaturalDateError) -> [NaturalDateToken] {
    while position < scalars.count {
      let scalar = scalars[position]
      if isDigit(scalar) {
        try number(from: position, isShort: false)
      } else if scalar.isLetter {
        word()
      } else if isApostrophe(scalar), position + 2 < scalars.count, isDigit(scalars[position + 1]),
        isDigit(scalars[position + 2])
      {
        position += 1
        try number(from: position - 1, isShort: true)
      } else {
        try sign(scalar)
      }
    }
    return result
  }

  private mutating func append(_ kind: NaturalDateToken.Kind, from start: Int) {
    let followsSpace = start == 0 || scalars[start - 1].isSpace
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<position])
    result.append(
      NaturalDateToken(kind: kind, text: String(text), range: start..<position, followsSpace: followsSpace))
  }

  private mutating func word() {
    let start = position
    while position < scalars.count, scalars[position].isLetter { position += 1 }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<position])
    append(.word(String(text).lowercased()), from: start)
    // The full stop of an abbreviation.
    if position < scalars.count, scalars[position] == "." { position += 1 }
  }

  private mutating func number(from start: Int, isShort: Bool) throws(NaturalDateError) {
    let first = position
    var value = 0
    while position < scalars.count, isDigit(scalars[position]) {
      if position - first >= 9 {
        throw NaturalDateError(reason: "the number is too long for a date", offset: start)
      }
      value = value * 10 + Int(scalars[position].value - 48)
      position += 1
    }
    let digits = position - first
    let suffix = letters(at: position)
    if suffix == "s" || apostropheS(at: position) {
      position += suffix == "s" ? 1 : 2
      append(.decade(value, digits: digits), from: start)
    } else if ["st", "nd", "rd", "th"].contains(suffix) && !isShort {
      position += 2
      append(.ordinal(value), from: start)
    } else if isShort {
      guard digits == 2 else {
        throw NaturalDateError(reason: "an apostrophe is followed by the last two digits of a year", offset: start)
      }
      append(.shortYear(value), from: start)
    } else {
      append(.number(value, digits: digits), from: start)
    }
  }

  /// The run of letters starting here, in lower case.
  private func letters(at start: Int) -> String {
    var end = start
    while end < scalars.count, end - start < 3, scalars[end].isLetter { end += 1 }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    return String(text).lowercased()
  }

  private func apostropheS(at start: Int) -> Bool {
    start < scalars.count && isApostrophe(scalars[start]) && letters(at: start + 1) == "s"
  }

  private mutating func sign(_ scalar: Unicode.Scalar) throws(NaturalDateError) {
    let start = position
    position += 1
    switch scalar {
    case "/": append(.slash, from: start)
    case ".":
      // A full stop after a day (12. March) is ignored; between numbers it separates them.
      if position < scalars.count, isDigit(scalars[position]) { append(.dot, from: start) }
    case "-", "\u{2010}", "\u{2011}": append(.dash(isLong: false), from: start)
    case "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": append(.dash(isLong: true), from: start)
    case "?": append(.qualifier(.uncertain), from: start)
    case "~": append(.qualifier(.approximate), from: start)
    case "&": append(.word("and"), from: start)
    case "%": append(.qualifier([.uncertain, .approximate]), from: start)
    case ",", "(", ")", ";": break
    default:
      if scalar.isSpace { return }
      let isShown =
        scalar.value > 0x20 && scalar.value != 0x7F && scalar != "\u{FFFD}"
        && ![.control, .format, .surrogate, .unassigned, .privateUse].contains(scalar.properties.generalCategory)
      throw NaturalDateError(
        reason: isShown ? "‘\(scalar)’ is not part of a date" : "a character here is not part of a date", offset: start)
    }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    ["'", "\u{2018}", "\u{2019}", "\u{02BC}"].contains(scalar)
  }
}

/// Unicode's properties, which for ASCII need no table.
extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    isASCII ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) : properties.isAlphabetic
  }

  fileprivate var isSpace: Bool { isASCII ? self == " " || (9...13).contains(value) : properties.isWhitespace }
}
