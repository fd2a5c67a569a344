/// What a query found.
package struct Matches: Equatable, Sendable {
  /// The events that match, including those that only may.
  package var events: EventSet
  /// Those of `events` that only may match: their date leaves it open.
  package var possible: EventSet
  /// How many events could not be placed by a condition on dates, because nothing is known about their date, but match
  /// the rest of the query.
  package var unplaced: Int
}

/// A query being answered in slices, so that a key press never waits for it. If the file is in time order, the first
/// matches are found first; otherwise later ones may precede those already found.
package struct Search: Sendable {
  package let query: Query
  /// What has been found so far: complete once `isFinished`.
  package private(set) var matches: Matches

  private let chronology: Chronology
  private let order: SearchOrder
  private var plan: SearchPlan
  private var isPrepared = false
  private var reader: TextReader
  /// By bit: what may match in the first `done` words, what is still to be tested in the rest.
  private var may: [UInt64]
  private var done = 0
  /// By position: what may match so far, and which of those need not.
  private var found: [UInt64]
  private var open: [UInt64]
  /// Whether `open` has any members.
  private var isOpen = false

  /// Bytes of text read in a millisecond on slow memory; on faster machines slices are shorter.
  private static let unit = 5_000_000
  /// The maximum number of words of events tested in one go, when texts are of usual length; fewer if they are long.
  private static let mostWords = 64

  /// - Parameter previous: a search over the same chronology, finished or not. If this query can only narrow that one,
  ///   as when letters are added, only what that one found is examined again.
  package init(_ query: Query, in chronology: Chronology, after previous: Search? = nil) {
    self.query = query
    self.chronology = chronology
    order = SearchOrder(chronology, readingText: query.condition.readsText)
    plan = SearchPlan(query.condition, in: chronology, order)
    reader = TextReader(chronology.text)
    found = order.none
    open = found
    matches = Matches(events: EventSet([]), possible: EventSet([]), unplaced: 0)
    may = order.all
    if let previous, previous.chronology === chronology, query.condition.implies(previous.query.condition) {
      if previous.order.areRows == order.areRows {
        may = previous.may
      } else if previous.isFinished {
        may = order.words(EventSet(words: previous.found))
      }
    }
  }

  package var isFinished: Bool { done == may.count }

  /// The fraction of the work done, 0 to 1.
  package var progress: Double { may.isEmpty ? 1 : Double(done) / Double(may.count) }

  /// Does about a millisecond of work for each unit of `budget`.
  package mutating func advance(budget: Int = 4) {
    let words = step
    var left = budget.clamped(to: 1...1_000_000) * Self.unit
    if !isPrepared { isPrepared = plan.prepare(in: chronology, order, &left) }
    guard isPrepared else { return }
    var isMore = false
    while done < may.count, left > 0 {
      let batch = done..<min(done + words, may.count)
      let before = reader.spent
      let truth = plan.evaluate(batch, among: Array(may[batch]), &reader)
      for (word, truth) in zip(batch, truth) {
        may[word] = truth.may
        guard truth.may != 0 else { continue }
        isMore = true
        order.add(truth.may, ofWord: word, to: &found)
        guard truth.may != truth.must else { continue }
        isOpen = true
        order.add(truth.may & ~truth.must, ofWord: word, to: &open)
      }
      done = batch.upperBound
      left -= reader.spent - before + batch.count * 500
    }
    if isMore { collect() }
  }

  /// The number of words tested in one go: about a millisecond's worth of text.
  private var step: Int {
    let bytes = max(1, chronology.text.segments.reduce(0) { $0 + $1.bytes.count } / max(1, may.count))
    return (Self.unit / bytes).clamped(to: 1...Self.mostWords)
  }

  private mutating func collect() {
    guard isOpen else {
      matches.events = EventSet(words: found)
      return
    }
    let undated = chronology.dates.undated.words
    var events = found
    var possible = open
    var unplaced = 0
    for word in 0..<min(undated.count, open.count) {
      let lost = open[word] & undated[word]
      events[word] &= ~lost
      possible[word] &= ~lost
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
