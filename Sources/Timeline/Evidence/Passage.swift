@_spi(_Unicode) internal import Swift

/// A passage of a text, folded so that it stays the same when another program saves the text again.
///
/// Folding converts to Normalization Form C (UAX 15), collapses every run of white space (the Unicode property
/// White_Space, so including non-breaking spaces) to one space, trims the ends, and writes `‘ ’ ‛` as `'`, `“ ” „` as
/// `"`, `– — ‑` as `-` and `…` as `...`. It is idempotent.
package struct Passage: Hashable, Sendable {
  package let folded: String

  package init(_ text: some StringProtocol) {
    var folded = String.UnicodeScalarView()
    var folding = PassageFolding()
    for scalar in PassageFolding.normalised(text) { folding.take(scalar) { folded.append($0) } }
    self.folded = String(folded)
  }

  /// The digest of the folded passage's UTF-8.
  package var digest: Digest { Digest(of: folded.utf8) }
}

/// The folding of a normalised text, scalar by scalar.
struct PassageFolding {
  private var isAtStart = true
  private var owesSpace = false

  /// Emits what a scalar folds to. A space is emitted only with what follows it, so there is none at the end.
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

  /// Normalization Form C, by the standard library's own tables. It offers them only through an SPI meant for its
  /// sister libraries; it is used nowhere else, and the tests of `Passage` check it against the standard.
  static func normalised(_ text: some StringProtocol) -> some Sequence<Unicode.Scalar> { String(text)._nfc }
}
