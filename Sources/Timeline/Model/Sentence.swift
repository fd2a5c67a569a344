extension String {
  /// With a full stop at the end, unless it already ends a sentence.
  package var sentence: String {
    guard let last = unicodeScalars.last(where: { !"\"')”’".unicodeScalars.contains($0) }) else { return self }
    return ".?!:…".unicodeScalars.contains(last) ? self : self + "."
  }

  /// With its first letter capitalised.
  package var capitalised: String {
    guard let first, first.isLowercase else { return self }
    return first.uppercased() + dropFirst()
  }
}
