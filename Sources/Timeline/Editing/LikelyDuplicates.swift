internal import EDTF

/// Pairs of events of different chronologies that may be the same: they share the title and date, or a passage, or the
/// date and half of the words of their titles.
struct LikelyDuplicates {
  private(set) var pairs: [MergeReport.Pair] = []
  private var seen: Set<[Int]> = []

  /// If more events share a date than a person would compare, only title and passage are used.
  private static let mostCompared = 200

  private enum Key: Hashable {
    case title(String, Bounds)
    case passage(source: String, digest: String)
    case date(Bounds)
  }

  /// - Parameter origins: for each event, the number of its chronology.
  init(of events: [Event], from origins: [Int]) {
    var buckets: [Key: [Int]] = [:]
    for (number, event) in events.enumerated() {
      buckets[.title(Folding.string(event.title), event.date.bounds), default: []].append(number)
      buckets[.date(event.date.bounds), default: []].append(number)
      for citation in event.citations where citation.fact == .states {
        guard let digest = citation.digest else { continue }
        buckets[.passage(source: citation.source, digest: digest), default: []].append(number)
      }
    }
    for number in events.indices {
      let event = events[number]
      add(
        number, buckets[.title(Folding.string(event.title), event.date.bounds)], "same title and date", events, origins)
      for citation in event.citations where citation.fact == .states {
        let key = citation.digest.map { Key.passage(source: citation.source, digest: $0) }
        add(number, key.flatMap { buckets[$0] }, "same passage", events, origins)
      }
      let dated = buckets[.date(event.date.bounds)] ?? []
      guard dated.count <= Self.mostCompared else { continue }
      let words = Self.words(event.title)
      let alike = dated.filter { other in
        let others = Self.words(events[other].title)
        return 2 * words.intersection(others).count >= words.union(others).count && !words.isEmpty
      }
      add(number, alike, "same date, and titles that are alike", events, origins)
    }
  }

  private mutating func add(_ number: Int, _ others: [Int]?, _ reason: String, _ events: [Event], _ origins: [Int]) {
    for other in (others ?? []).prefix(Self.mostCompared) where other > number && origins[other] != origins[number] {
      guard seen.insert([number, other]).inserted else { continue }
      pairs.append(.init(first: events[number].id, second: events[other].id, reason: reason))
    }
  }

  private static func words(_ title: String) -> Set<Substring> {
    Set(Folding.string(title).split { !$0.isLetter && !$0.isNumber })
  }
}
