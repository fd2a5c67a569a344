/// What a query found.
package struct Matches: Equatable, Sendable {
  /// The events that match, those that only may included.
  package var events: EventSet
  /// Of `events`, those that only may match: their date leaves it open.
  package var possible: EventSet
  /// How many events could not be placed by a condition on dates, because nothing is known of their date, and
  /// match the rest of the query.
  package var unplaced: Int
}

/// A query being answered, in slices, so that a key press never waits for it. Matches come in time order.
package struct Search: Sendable {
  package let query: Query
  /// What was found so far: complete when `isFinished`.
  package private(set) var matches: Matches

  private let chronology: Chronology
  private let plan: SearchPlan
  private var reader: TextReader
  /// Up to `done` words what may match, from there on what is still to be asked.
  private var may: [UInt64]
  private var must: [UInt64]
  private var done = 0

  /// Text read in a millisecond, about.
  private static let unit = 5_000_000
  /// Words of events asked in one go where texts are of usual length: fewer where they are long.
  private static let mostWords = 64

  /// - Parameter previous: a search over the same chronology, finished or not. Where this query can only find what
  ///   that one found, as when it adds letters to it, only that is looked at again.
  package init(_ query: Query, in chronology: Chronology, after previous: Search? = nil) {
    self.query = query
    self.chronology = chronology
    plan = SearchPlan(query.condition, in: chronology)
    reader = TextReader(chronology)
    must = Array(repeating: 0, count: (chronology.count + 63) / 64)
    matches = Matches(events: EventSet([]), possible: EventSet([]), unplaced: 0)
    if let previous, previous.chronology === chronology, query.condition.implies(previous.query.condition) {
      may = previous.may
    } else {
      may = EventSet.words(filling: chronology.count)
    }
  }

  package var isFinished: Bool { done == may.count }

  /// Part of the work done, 0 to 1.
  package var progress: Double { may.isEmpty ? 1 : Double(done) / Double(may.count) }

  /// Does about a millisecond of work for each unit of `budget`.
  package mutating func advance(budget: Int = 4) {
    let words = step
    var left = budget.clamped(to: 1...1_000_000) * Self.unit
    while done < may.count, left > 0 {
      let batch = done..<min(done + words, may.count)
      let before = reader.spent
      let truth = plan.evaluate(batch, among: Array(may[batch]), &reader)
      for (word, truth) in zip(batch, truth) {
        may[word] = truth.may
        must[word] = truth.must
      }
      done = batch.upperBound
      left -= reader.spent - before + batch.count * 500
    }
    collect()
  }

  /// Words asked in one go: about a millisecond's worth of text.
  private var step: Int {
    let bytes = max(1, chronology.text.segments.reduce(0) { $0 + $1.bytes.count } / max(1, may.count))
    return (Self.unit / bytes).clamped(to: 1...Self.mostWords)
  }

  private mutating func collect() {
    let undated = chronology.dates.undated.words
    var events = Array(may[..<done])
    var possible = events
    var unplaced = 0
    for word in 0..<done {
      let open = may[word] & ~must[word]
      let lost = word < undated.count ? open & undated[word] : 0
      events[word] &= ~lost
      possible[word] = open & ~lost
      unplaced += lost.nonzeroBitCount
    }
    matches = Matches(events: EventSet(words: events), possible: EventSet(words: possible), unplaced: unplaced)
  }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
