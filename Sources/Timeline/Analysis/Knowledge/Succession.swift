/// Which agencies took over from which, directly or through others.
struct Succession: Sendable {
  private var heirs: [String: [String]] = [:]
  private let names: [String: String]

  init(_ agencies: [Agency]) {
    names = Dictionary(agencies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let successors = Dictionary(agencies.map { ($0.id, $0.successors) }, uniquingKeysWith: { first, _ in first })
    for agency in agencies where !agency.successors.isEmpty {
      var found: [String] = []
      var open = agency.successors
      while let heir = open.popLast() {
        guard heir != agency.id, !found.contains(heir) else { continue }
        found.append(heir)
        open += successors[heir] ?? []
      }
      heirs[agency.id] = found.sorted()
    }
  }

  /// The agencies that an agency took over from, in order of id.
  func predecessors(of agency: String) -> [String] {
    heirs.filter { $0.value.contains(agency) }.map(\.key).sorted()
  }

  /// The given grounds, plus what successors without a ground of their own may have known.
  func inherit(_ grounds: [String?: Known.Entry]) -> [String?: Known.Entry] {
    guard !heirs.isEmpty else { return grounds }
    var all = grounds
    for agency in grounds.keys.compactMap(\.self).sorted() {
      for heir in heirs[agency] ?? [] where all[heir] == nil {
        all[heir] = grounds[agency]?.lessened(to: .told(how: "taken over from \(names[agency] ?? agency)"))
      }
    }
    return all
  }
}
