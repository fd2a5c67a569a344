/// Finds which entries of several registries are the same agency or person: those that share a name or an alias,
/// ignoring case, accents and full stops. Two entries of one registry are never the same.
struct NameMatcher {
  struct Entry {
    var id: String
    var name: String
    var aliases: [String]
  }

  struct Place: Hashable {
    /// The number of the registry, and of the entry in it.
    var input: Int
    var entry: Int
  }

  /// Entries that are the same, in order of first occurrence.
  private(set) var groups: [[Place]] = []
  /// For each group, a unique id.
  private(set) var ids: [String] = []
  /// Entries that match more than one group, and therefore form a group of their own.
  private(set) var ambiguous: [Place] = []
  private var byName: [String: [Int]] = [:]
  private var groupOf: [Place: Int] = [:]

  /// - Parameter taken: ids in use; the ids assigned here are added.
  init(_ directories: [[Entry]], taken: inout Set<String>) {
    for (input, entries) in directories.enumerated() {
      let names = entries.map { ([$0.name] + $0.aliases).map { Folding.string($0).filter { $0 != "." } } }
      for (number, entry) in entries.enumerated() {
        let place = Place(input: input, entry: number)
        let free = { (group: Int) in !groups[group].contains { $0.input == input } }
        var found = (byName[names[number][0]] ?? []).filter(free)
        if found.isEmpty { found = names[number].flatMap { byName[$0] ?? [] }.filter(free).uniqued }
        if found.count > 1 { ambiguous.append(place) }
        if found.count == 1, let group = found.first {
          groups[group].append(place)
          groupOf[place] = group
        } else {
          groupOf[place] = groups.count
          groups.append([place])
          let id = taken.contains(entry.id) ? entry.id.slug(notIn: taken.contains) : entry.id
          taken.insert(id)
          ids.append(id)
        }
      }
      // Added only after the whole input, since entries of one file are never merged.
      for (number, names) in names.enumerated() {
        guard let group = groupOf[Place(input: input, entry: number)] else { continue }
        for name in names where !name.isEmpty && byName[name]?.contains(group) != true {
          byName[name, default: []].append(group)
        }
      }
    }
  }

  func id(_ input: Int, _ entry: Int) -> String { groupOf[Place(input: input, entry: entry)].map { ids[$0] } ?? "" }
}
