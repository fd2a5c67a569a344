@_spi(_Unicode) internal import Swift

/// A passage of a text, folded to what stays the same when the text is saved again by another program.
///
/// Folding puts the text into Normalization Form C (UAX 15), makes one space of every run of white space (the Unicode
/// property White_Space, so non-breaking spaces included) and none at the ends, and writes `‘ ’ ‛` as `'`, `“ ” „` as
/// `"`, `– — ‑` as `-` and `…` as `...`. Folding what is folded changes nothing.
package struct Passage: Hashable, Sendable {
  package let folded: String

  package init(_ text: some StringProtocol) {
    var folded = String.UnicodeScalarView()
    var folding = PassageFolding()
    for scalar in PassageFolding.normalised(text) { folding.take(scalar) { folded.append($0) } }
    self.folded = String(folded)
  }

  /// Of the folded passage's UTF-8.
  package var digest: Digest { Digest(of: folded.utf8) }
}

/// The folding of a normalised text, scalar by scalar.
struct PassageFolding {
  private var isAtStart = true
  private var owesSpace = false

  /// Passes on what a scalar becomes. A space is passed on only with what follows it, so none stands at the end.
  mutating func take(_ scalar: Unicode.Scalar, _ emit: (Unicode.Scalar) -> Void) {
    guard !scalar.properties.isWhitespace else {
      owesSpace = !isAtStart
      return
    }
    if owesSpace { emit(" ") }
    owesSpace = false
    isAtStart = false
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{201B}": emit("'")
    case "\u{201C}", "\u{201D}", "\u{201E}": emit("\"")
    case "\u{2013}", "\u{2014}", "\u{2011}": emit("-")
    case "\u{2026}": for _ in 0..<3 { emit(".") }
    default: emit(scalar)
    }
  }

  /// Normalization Form C, by the standard library's own tables. It offers them as an interface for its sister
  /// libraries only; this is the one place that uses it, and the tests of `Passage` hold it to the standard.
  static func normalised(_ text: some StringProtocol) -> some Sequence<Unicode.Scalar> { String(text)._nfc }
}
