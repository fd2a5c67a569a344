/// Finds which sources of several chronologies are the same.
///
/// Posts with the same SHA-256 are the same. Posts with different ones never are, whatever else they share, since a
/// range counts the characters of one file. Other sources are compared by address, or by title if one of the two has no
/// address.
struct SourceMatching {
  /// Sources that are the same, in order of first occurrence, as (chronology, source).
  private(set) var groups: [[(input: Int, source: Source)]] = []
  private(set) var ids: [String] = []
  private var groupOf: [[String: Int]]
  /// Sources that share an address or a title but are different files.
  private(set) var otherTexts: [(Source, Source)] = []

  init(_ directories: [[Source]]) {
    groupOf = Array(repeating: [:], count: directories.count)
    var taken: Set<String> = []
    for (input, sources) in directories.enumerated() {
      for source in sources {
        let others = groups.indices.filter { !groups[$0].contains { $0.input == input } }
        if let group = others.first(where: { Self.areSame(groups[$0][0].source, source) }) {
          groups[group].append((input, source))
          groupOf[input][source.id] = group
          continue
        }
        if let other = others.first(where: { Self.looksLike(groups[$0][0].source, source) }) {
          otherTexts.append((groups[other][0].source, source))
        }
        groupOf[input][source.id] = groups.count
        groups.append([(input, source)])
        let id = taken.contains(source.id) ? source.id.slug(notIn: taken.contains) : source.id
        taken.insert(id)
        ids.append(id)
      }
    }
  }

  func id(_ input: Int, _ id: String) -> String { groupOf[input][id].map { ids[$0] } ?? id }

  private static func areSame(_ a: Source, _ b: Source) -> Bool {
    guard a.kind == b.kind else { return false }
    if let one = a.sha256, let other = b.sha256 { return one.lowercased() == other.lowercased() }
    return looksLike(a, b)
  }

  private static func looksLike(_ a: Source, _ b: Source) -> Bool {
    if let one = a.url, let other = b.url { return one == other }
    return Folding.string(a.title) == Folding.string(b.title)
  }
}
