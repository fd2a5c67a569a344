import TestSupport
internal import Timeline

/// Texts generated from a seed, and the changes that saving them again may cause.
enum MadeText {
  private static let pieces: [String] = [
    "harbour", "Night", "ferry", "12", "cafe\u{301}", "naïve", "в", "й", "и\u{306}", "각", "\u{1100}\u{1161}", "語",
    "สวัสดี", "\u{301}", " ", "  ", "\u{A0}", "\n", "\r\n", "\t", ".", ",", "’", "'", "“", "\"", "–", "-", "…", "...",
    "\u{200B}", "👩\u{200D}🚀", "é", "q\u{323}\u{307}", "ﬁ",
  ]

  /// Words, combining marks and spaces in any order.
  static func soup(_ count: Int, _ random: inout SplitMix64) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
  }

  private static let words = [
    "the", "ferry", "left", "harbour", "at", "night", "and", "nobody", "“saw”", "it’s", "lamp", "–", "keeper", "wrote",
    "well-kept", "logs", "cafe\u{301}", "since", "1994", "(twice)", "‘aye’", "so…", "fog", "over", "water", "bell",
    "rang",
  ]

  /// A post with paragraphs of sentences, with line breaks here and there, and double and non-breaking spaces.
  static func post(paragraphs: Int, _ random: inout SplitMix64) -> String {
    (0..<paragraphs).map { _ in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<Int.random(in: 4...15, using: &random)).map { _ in words.randomElement(using: &random)! }
          .joined(separator: " ") + "."
      }.joined(separator: [" ", "  ", "\u{A0} ", "\n"].randomElement(using: &random)!)
    }.joined(separator: "\n\n")
  }

  /// The text as another program might save it: spaces and line breaks changed, quotes and dashes straightened or
  /// curled, letters composed or decomposed, a header above.
  static func saved(_ text: String, _ random: inout SplitMix64) -> String {
    var saved = Bool.random(using: &random) ? "Saved from the web\n\(random.next())\n\n" : ""
    for character in text {
      if character.isWhitespace {
        let isBreak = saved.last.map { $0.isNewline } ?? true
        saved +=
          character.isNewline && isBreak ? "\n" : [" ", "  ", "\u{A0}", " \n", "\t"].randomElement(using: &random)!
      } else {
        saved += forms[character]?.randomElement(using: &random) ?? String(character)
      }
    }
    return saved
  }

  private static let forms: [Character: [String]] = [
    "’": ["'", "’", "‘"], "‘": ["'", "‘", "‛"], "“": ["\"", "“", "„"], "”": ["\"", "”"], "–": ["-", "—"],
    "-": ["-", "‑"], "…": ["...", "…"], "é": ["é", "e\u{301}"],
  ]
}
