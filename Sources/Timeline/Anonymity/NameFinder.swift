internal import EDTF

/// Finds names in texts: sequences of words, ignoring case and accents, optionally with a plural `s` or a possessive,
/// or written as one word.
struct NameFinder: Sendable {
  /// A name to find.
  struct Form: Sendable {
    /// Folded words.
    var words: [String]
    /// The replacement; nil if it is ambiguous.
    var replacement: String?
    /// Whether it only matches with a capital: part of a name, which may also be an ordinary word.
    var needsCapital = false
  }

  struct Match {
    /// Bytes of the text.
    var range: Range<Int>
    var form: Form
  }

  /// By first word, longest first.
  private var forms: [String: [Form]] = [:]

  mutating func add(_ form: Form) {
    guard let first = form.words.first, !(forms[first] ?? []).contains(where: { $0.words == form.words }) else {
      return
    }
    forms[first, default: []].append(form)
    forms[first]?.sort { $0.words.count > $1.words.count }
    if form.words.count > 1, !form.needsCapital {
      var glued = form
      glued.words = [form.words.joined()]
      add(glued)
    }
  }

  func form(of words: [String]) -> Form? { words.first.flatMap { forms[$0]?.first { $0.words == words } } }

  /// In order, without overlaps.
  func matches(in text: String) -> [Match] {
    let tokens = Token.all(in: text)
    var matches: [Match] = []
    var index = 0
    while index < tokens.count {
      if let form = form(at: index, tokens) {
        let last = index + form.words.count - 1
        matches.append(Match(range: tokens[index].range.lowerBound..<tokens[last].range.upperBound, form: form))
        index = last + 1
      } else {
        index += 1
      }
    }
    return matches
  }

  private func form(at index: Int, _ tokens: [Token]) -> Form? {
    let singular = tokens[index].word.hasSuffix("s") ? forms[String(tokens[index].word.dropLast())] ?? [] : []
    for form in (forms[tokens[index].word] ?? []) + singular.filter({ $0.words.count == 1 }) {
      guard index + form.words.count <= tokens.count, !form.needsCapital || tokens[index].isCapital else { continue }
      let isThere = form.words.indices.allSatisfy { place in
        let word = tokens[index + place].word
        return word == form.words[place] || place == form.words.count - 1 && word == form.words[place] + "s"
      }
      if isThere { return form }
    }
    return nil
  }

  /// A run of letters and digits.
  struct Token {
    var word: String
    var range: Range<Int>
    var isCapital: Bool

    static func all(in text: String) -> [Token] {
      var tokens: [Token] = []
      var start: Int?
      var isCapital = false
      var word = ""
      var at = 0
      func end() {
        if let from = start { tokens.append(Token(word: Folding.string(word), range: from..<at, isCapital: isCapital)) }
        start = nil
        word = ""
      }
      for scalar in text.unicodeScalars {
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
        {
          if start == nil {
            start = at
            isCapital = properties.isUppercase
          }
          word.unicodeScalars.append(scalar)
        } else if properties.generalCategory != .format, scalar != "\u{34F}" {
          // An invisible character, such as a soft hyphen, does not split a word.
          end()
        }
        at += UTF8.width(scalar)
      }
      end()
      return tokens
    }
  }

  static func words(of name: String) -> [String] { Token.all(in: name).map(\.word) }
}
