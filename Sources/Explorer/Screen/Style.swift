/// The look of a cell in terms of its meaning. A front end's theme maps it to what the terminal can do.
package struct Style: Hashable, Sendable {
  package enum Weight: Hashable, Sendable {
    case bold, plain, dim
  }

  /// The meaning of the colour. Colour is never the only indication: a word or a sign accompanies it.
  package enum Tone: Hashable, Sendable {
    case plain
    case heading
    /// A link, a key, anything that can be followed.
    case accent
    /// A date or a fact that is not certain.
    case uncertain
    /// The word or the sign that says so, never a whole paragraph.
    case disputed
    /// The part of a text that matches a search.
    case match
    case error
  }

  package var weight: Weight
  package var tone: Tone
  /// Two bits in two bytes: this makes a style four bytes and a cell of the canvas eight, so that one instruction
  /// compares them.
  private var lines: UInt16 = 0

  package var isReversed: Bool {
    get { lines & 1 != 0 }
    set { lines = lines & ~1 | (newValue ? 1 : 0) }
  }

  package var isUnderlined: Bool {
    get { lines & 2 != 0 }
    set { lines = lines & ~2 | (newValue ? 2 : 0) }
  }

  package init(
    _ tone: Tone = .plain, weight: Weight = .plain, isReversed: Bool = false, isUnderlined: Bool = false
  ) {
    self.tone = tone
    self.weight = weight
    self.isReversed = isReversed
    self.isUnderlined = isUnderlined
  }

  package static let plain = Style()
  package static let bold = Style(weight: .bold)
  package static let dim = Style(weight: .dim)
  package static let heading = Style(.heading, weight: .bold)
}
