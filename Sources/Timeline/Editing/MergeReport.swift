/// What a merge did, in sentences for the person who decides the rest.
package struct MergeReport {
  /// The size of a chronology.
  package struct Sum: Equatable {
    package let name: String
    package let agencies: Int
    package let people: Int
    package let sources: Int
    package let events: Int
    package let citations: Int
    package let links: Int

    init(name: String, _ agencies: Int, _ people: Int, _ sources: Int, _ events: [Event]) {
      self.name = name
      self.agencies = agencies
      self.people = people
      self.sources = sources
      self.events = events.count
      citations = events.reduce(0) { $0 + $1.citations.count }
      links = events.reduce(0) { $0 + $1.links.count }
    }

    init(name: String, _ chronology: Chronology) {
      self.init(
        name: name, chronology.agencies.count, chronology.people.count, chronology.sources.count,
        (0..<chronology.count).map(chronology.event(at:)))
    }

    var words: String {
      "events \(events), citations \(citations), links \(links), agencies \(agencies), people \(people), sources \(sources)"
    }
  }

  package struct Pair: Equatable {
    package let first: String
    package let second: String
    /// Why they may be the same.
    package let reason: String
  }

  package internal(set) var inputs: [Sum] = []
  package internal(set) var total = Sum(name: "", 0, 0, 0, [])
  /// Entries that were merged into one.
  package internal(set) var matched: [String] = []
  /// Ids that were changed because another entry already had them.
  package internal(set) var renamed: [String] = []
  /// Events that are identical in every field, and are kept once.
  package internal(set) var same: [String] = []
  package internal(set) var conflicts: [String] = []
  /// Events that may be the same, for a person to decide.
  package internal(set) var duplicates: [Pair] = []

  package var sentences: [String] {
    var lines = inputs.map { "\($0.name): \($0.words)." } + ["Together: \(total.words)."]
    if !same.isEmpty { lines.append("The same in both, kept once: \(same.joined(separator: ", ")).") }
    lines +=
      matched.map { "Merged into one: \($0)." } + renamed.map { "New id: \($0)." } + conflicts.map { "Differs: \($0)." }
    lines += duplicates.map { "Perhaps the same, for you to decide: \($0.first) and \($0.second) (\($0.reason))." }
    return lines
  }
}
