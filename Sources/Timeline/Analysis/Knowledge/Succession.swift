/// Which agencies took over from which, directly or through others. For each agency, only the nearest `most`
/// predecessors count.
struct Succession: Sendable {
  /// More than any real agency has. Without a limit, the last of a chain of *n* agencies would inherit what all *n*
  /// knew, and each one before it nearly as much.
  static let most = 20

  /// By agency id; sorted by id.
  private var predecessors: [String: [String]] = [:]
  private var heirs: [String: [String]] = [:]
  private var names: [String: String] = [:]

  init(_ agencies: [Agency]) {
    var before: [String: [String]] = [:]
    for agency in agencies { for heir in agency.successors.uniqued { before[heir, default: []].append(agency.id) } }
    guard !before.isEmpty else { return }
    names = Dictionary(agencies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for agency in agencies where before[agency.id] != nil {
      let nearest = Self.nearest(to: agency.id, before).sorted()
      predecessors[agency.id] = nearest
      for predecessor in nearest { heirs[predecessor, default: []].append(agency.id) }
    }
  }

  /// Breadth first, and in file order within each level.
  private static func nearest(to agency: String, _ before: [String: [String]]) -> [String] {
    var found: [String] = []
    var seen: Set = [agency]
    var ring = [agency]
    while !ring.isEmpty {
      var next: [String] = []
      for predecessor in ring.lazy.compactMap({ before[$0] }).joined() where seen.insert(predecessor).inserted {
        found.append(predecessor)
        if found.count == most { return found }
        next.append(predecessor)
      }
      ring = next
    }
    return found
  }

  /// The agencies that an agency took over from, sorted by id.
  func predecessors(of agency: String) -> [String] { predecessors[agency] ?? [] }

  /// The grounds, plus what successors without a ground of their own may have known.
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
