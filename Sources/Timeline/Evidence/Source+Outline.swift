extension Source {
  /// The outline's line for a paragraph. In a complete outline it is at its own index.
  package func outlineLine(_ paragraph: Int) -> OutlineLine? {
    if outline.indices.contains(paragraph - 1), outline[paragraph - 1].paragraph == paragraph {
      return outline[paragraph - 1]
    }
    return outline.first { $0.paragraph == paragraph }
  }
}
