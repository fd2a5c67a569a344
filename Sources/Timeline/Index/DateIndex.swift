/// The spans of all events in time order, and what can be asked of them. A question about dates is a rectangle: the
/// earliest day between two numbers and the latest day between two others. The extremes of each 64 and each 4096
/// spans say of most that all or none of them lie in it, so a question costs little more than its answer.
package struct DateIndex: Sendable {
  private let spans: [DaySpan]
  /// Of each 64 spans: one word of an `EventSet`.
  private let blocks: [Extremes]
  /// Of each 64 blocks.
  private let groups: [Extremes]
  /// The events of whose date nothing is known.
  package private(set) var undated = EventSet([])

  package init(_ spans: [DaySpan]) {
    self.spans = spans
    blocks = stride(from: 0, to: spans.count, by: 64).map { block in
      var extremes = Extremes()
      for span in spans[block..<min(block + 64, spans.count)] { extremes.add(span.earliest, Self.end(span)) }
      return extremes
    }
    let all = blocks
    groups = stride(from: 0, to: all.count, by: 64).map { group in
      all[group..<min(group + 64, all.count)].reduce(into: Extremes()) { $0.add($1) }
    }
    undated = events(.undated)
  }

  package var count: Int { spans.count }

  // An unknown start is the smallest number and an open one the next; an unknown end is the largest and an open one
  // that before it. So an end of which nothing is known may be as far away as can be.
  private static let unknownEnd = Int32.max
  private static let openEnd = Int32.max - 1
  private static let lastDay = Int32.max - 2
  private static let unknownStart = DaySpan.unknown
  private static let openStart = DaySpan.openStart

  private static func end(_ span: DaySpan) -> Int32 {
    switch span.latest {
    case DaySpan.unknown: unknownEnd
    case DaySpan.openEnd: openEnd
    case let day: min(day, lastDay)
    }
  }

  /// The least and greatest of some spans' ends.
  private struct Extremes: Sendable {
    var earliest: (Int32, Int32) = (.max, .min)
    var latest: (Int32, Int32) = (.max, .min)

    mutating func add(_ first: Int32, _ last: Int32) {
      add(Extremes(earliest: (first, first), latest: (last, last)))
    }

    mutating func add(_ other: Extremes) {
      earliest = (min(earliest.0, other.earliest.0), max(earliest.1, other.earliest.1))
      latest = (min(latest.0, other.latest.0), max(latest.1, other.latest.1))
    }
  }

  /// What a question accepts. See `Bounds` for the relations that these stand for.
  package struct Question: Sendable {
    var earliest: ClosedRange<Int32> = .min ... .max
    var latest: ClosedRange<Int32> = .min ... .max
    var isImpossible = false

    /// Nothing is known of either end.
    static let undated = Question(earliest: unknownStart...unknownStart, latest: unknownEnd...unknownEnd)
    static let never = Question(isImpossible: true)

    static func may(fallWithin period: Bounds) -> Question {
      var question = Question()
      if let last = period.latest.day { question.earliest = .min...clamp(last) }
      if let first = period.earliest.day { question.latest = clamp(first)...(.max) }
      return question
    }

    static func certainly(fallsWithin period: Bounds) -> Question {
      guard period.earliest != .unknown, period.latest != .unknown else { return never }
      let first = period.earliest.day.map(clamp) ?? openStart
      let last = period.latest.day.map(clamp) ?? openEnd
      return Question(earliest: first...(.max), latest: .min...last)
    }

    static func may(beBefore period: Bounds) -> Question {
      switch period.earliest {
      case .day(let first): Question(earliest: .min...clamp(first) - 1)
      case .open: never
      case .unknown: Question()
      }
    }

    static func certainly(before period: Bounds) -> Question {
      period.earliest.day.map { Question(latest: .min...clamp($0) - 1) } ?? never
    }

    static func may(beAfter period: Bounds) -> Question {
      switch period.latest {
      case .day(let last): Question(latest: clamp(last) + 1 ... .max)
      case .open: never
      case .unknown: Question()
      }
    }

    static func certainly(after period: Bounds) -> Question {
      period.latest.day.map { Question(earliest: clamp($0) + 1 ... .max) } ?? never
    }

    private static func clamp(_ day: Day) -> Int32 {
      Int32(min(max(day.number, Int(openStart) + 1), Int(lastDay)))
    }
  }

  package func events(_ question: Question) -> EventSet {
    var words = [UInt64](repeating: 0, count: blocks.count)
    if question.isImpossible { return EventSet(words: []) }
    for (number, group) in groups.enumerated() {
      let members = number * 64..<min(number * 64 + 64, blocks.count)
      switch Self.part(of: group, question) {
      case .none: continue
      case .all: for block in members { words[block] = full(block) }
      case .some:
        for block in members {
          switch Self.part(of: blocks[block], question) {
          case .none: continue
          case .all: words[block] = full(block)
          case .some: words[block] = bits(block, question)
          }
        }
      }
    }
    return EventSet(words: words)
  }

  private enum Part { case none, some, all }

  private static func part(of extremes: Extremes, _ question: Question) -> Part {
    let (e, l) = (extremes.earliest, extremes.latest)
    if e.1 < question.earliest.lowerBound || e.0 > question.earliest.upperBound
      || l.1 < question.latest.lowerBound || l.0 > question.latest.upperBound
    {
      return .none
    }
    return e.0 >= question.earliest.lowerBound && e.1 <= question.earliest.upperBound
      && l.0 >= question.latest.lowerBound && l.1 <= question.latest.upperBound ? .all : .some
  }

  private func full(_ block: Int) -> UInt64 {
    .max >> UInt64(max(0, block * 64 + 64 - count))
  }

  private func bits(_ block: Int, _ question: Question) -> UInt64 {
    var bits: UInt64 = 0
    for position in block * 64..<min(block * 64 + 64, count)
    where question.earliest.contains(spans[position].earliest) && question.latest.contains(Self.end(spans[position])) {
      bits |= 1 << UInt64(position & 63)
    }
    return bits
  }
}

extension Chronology {
  /// The events whose date can cover some day of a period, those without a known date included.
  package func events(mayFallWithin period: Bounds) -> EventSet { dates.events(.may(fallWithin: period)) }
}
