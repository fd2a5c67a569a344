extension String {
  /// With a full stop at the end, unless it already ends a sentence.
  package var sentence: String {
    guard let last = unicodeScalars.last(where: { !Self.closes($0) }) else { return self }
    return switch last {
    case ".", "?", "!", ":", "…": self
    default: self + "."
    }
  }

  /// Whether it may follow the full stop of its sentence.
  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", ")", "”", "’": true
    default: false
    }
  }

  /// With its first letter capitalised.
  package var capitalised: String {
    guard let first, first.isLowercase else { return self }
    return first.uppercased() + dropFirst()
  }
}
