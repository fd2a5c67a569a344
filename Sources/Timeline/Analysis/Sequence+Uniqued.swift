extension Sequence where Element: Hashable {
  /// The elements without duplicates, in order of first occurrence.
  package var uniqued: [Element] {
    var kept: [Element] = []
    var seen: Set<Element> = []
    // Most lists are short, and comparing a few elements costs less than a set.
    let few = 8
    for element in self where !(kept.count < few ? kept.contains(element) : seen.contains(element)) {
      kept.append(element)
      if kept.count == few { seen = Set(kept) } else if kept.count > few { seen.insert(element) }
    }
    return kept
  }
}
