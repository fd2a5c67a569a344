internal import EDTF

/// What the posts of a chronology had made public by a day. On its own date a post publishes what its passages state or
/// imply. A comment below it may have been added at any time, so it publishes nothing.
struct Publications: Sendable {
  /// Events reported by a post that was certainly published by the day, and those reported by one that may have been.
  let certain: EventSet
  let possible: EventSet

  /// Cost: a step per citation; decodes no event.
  init(_ chronology: Chronology, by day: Day) {
    let posts = chronology.sources.map { source -> Known.Certainty? in
      source.kind == .post ? source.date.flatMap { Known.Certainty(of: $0.bounds, by: day) } : nil
    }
    let comments = chronology.sources.map(\.comments)
    var certain = EventSet.Members(chronology.count)
    var possible = certain
    let (cited, order) = (chronology.cited, chronology.index.order)
    for row in 0..<cited.sources.count where posts.contains(where: { $0 != nil }) {
      for place in cited.sources.range(of: row) where cited.supports[place] {
        let source = Int(cited.sources.items[place])
        guard let certainty = posts[source] else { continue }
        if !comments[source].isEmpty, comments[source].contains(Int(cited.paragraphs[place])) { continue }
        if certainty == .certain {
          certain.insert(order.position(ofRow: row))
        } else {
          possible.insert(order.position(ofRow: row))
        }
      }
    }
    self.certain = certain.set
    self.possible = possible.set.subtracting(self.certain)
  }
}

extension Source {
  /// The paragraphs that are comments.
  var comments: Set<Int> { Set(outline.lazy.filter { $0.part == .comment }.map(\.paragraph)) }
}

extension Known.Certainty {
  /// Certain if the date lies wholly on or before the day, possible if only part of it does, nil if it is certainly
  /// later.
  init?(of date: Bounds, by day: Day) {
    if let last = date.latest.day, last <= day {
      self = .certain
    } else if let first = date.earliest.day, first > day {
      return nil
    } else {
      self = .possible
    }
  }
}
