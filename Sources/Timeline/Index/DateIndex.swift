package import EDTF

/// The spans of all events in time order, and the queries they answer. A question about dates is a rectangle: an
/// interval for the earliest day and another for the latest.
///
/// Places ascend (see `DaySpan.place`), so the spans whose earliest day lies in an interval are one run of positions.
/// Within it, open and unknown ends are kept as sets of their own, and for the others the extremes of each 8, 64 and
/// 4096 mostly show that all or none match. Spans without a start are sorted by their latest day: they too are sets of
/// their own, with the matches in one run of positions. So a question costs little more than its answer.
package struct DateIndex: Sendable {
  private let spans: [DaySpan]
  /// The number of spans with a place; the others come after them.
  private let placed: Int
  /// A bit for each span whose end is open, and for each whose end is unknown.
  private let open: [UInt64]
  private let unknown: [UInt64]
  /// A bit for each span whose start is open, and for each whose start is unknown; for each 4096, whether one with a
  /// place has an open start.
  private let openStarts: [UInt64]
  private let unknownStarts: [UInt64]
  private let groupsWithOpenStart: [Bool]
  /// The extremes of the ends of each 8, 64 (a word of an `EventSet`) and 4096 spans.
  private let eights: [Extremes]
  private let blocks: [Extremes]
  private let groups: [Extremes]
  /// The events with nothing known about their date.
  package private(set) var undated = EventSet([])

  /// Whether an event with a known day may have begun before every known day, and whether one may have ended after.
  package let isOpenBefore: Bool
  package let isOpenAfter: Bool

  /// - Parameter spans: in order of their places.
  package init(_ spans: [DaySpan]) {
    self.spans = spans
    let placed = spans.indices.partitioningIndex { spans[$0].place == DaySpan.nowhere }
    self.placed = placed
    var open = [UInt64](repeating: 0, count: (spans.count + 63) / 64)
    var (unknown, openStarts, unknownStarts) = (open, open, open)
    var groupsWithOpenStart = [Bool](repeating: false, count: (spans.count + 4095) / 4096)
    var (isOpenBefore, isOpenAfter) = (false, false)
    for (position, span) in spans.enumerated() {
      let bit: UInt64 = 1 << UInt64(position & 63)
      if span.latest == DaySpan.openEnd { open[position >> 6] |= bit }
      if span.latest == DaySpan.unknown { unknown[position >> 6] |= bit }
      if span.hasStart {
        if !DaySpan.days.contains(span.latest) { isOpenAfter = true }
      } else {
        if position < placed { isOpenBefore = true }
        if span.earliest == DaySpan.unknown {
          unknownStarts[position >> 6] |= bit
        } else {
          openStarts[position >> 6] |= bit
          if position < placed { groupsWithOpenStart[position >> 12] = true }
        }
      }
    }
    self.openStarts = openStarts
    self.unknownStarts = unknownStarts
    self.groupsWithOpenStart = groupsWithOpenStart
    self.isOpenBefore = isOpenBefore
    self.isOpenAfter = isOpenAfter
    self.open = open
    self.unknown = unknown
    eights = stride(from: 0, to: spans.count, by: 8).map { start in
      spans[start..<min(start + 8, spans.count)].reduce(into: Extremes()) { $0.add(Self.end($1)) }
    }
    blocks = Self.extremes(of: eights, by: 8)
    groups = Self.extremes(of: blocks, by: 64)
    undated = events(.undated)
  }

  private static func extremes(of parts: [Extremes], by size: Int) -> [Extremes] {
    stride(from: 0, to: parts.count, by: size).map { start in
      parts[start..<min(start + size, parts.count)].reduce(into: Extremes()) { $0.add($1) }
    }
  }

  package var count: Int { spans.count }

  // An unknown start is the smallest number and an open one the next; an unknown end is the largest and an open one
  // the next below. So an end that is not known may be arbitrarily far away.
  private static let unknownEnd = Int32.max
  private static let openEnd = Int32.max - 1
  private static let lastDay = Int32.max - 2
  private static let firstDay = DaySpan.days.lowerBound
  private static let unknownStart = DaySpan.unknown
  private static let openStart = DaySpan.openStart

  private static func end(_ span: DaySpan) -> Int32 {
    switch span.latest {
    case DaySpan.unknown: unknownEnd
    case DaySpan.openEnd: openEnd
    case let day: min(day, lastDay)
    }
  }

  /// The minimum and maximum of some ends, ignoring those that are not a day.
  private struct Extremes: Sendable {
    var least = Int32.max
    var greatest = Int32.min

    mutating func add(_ end: Int32) {
      if end <= lastDay { add(Extremes(least: end, greatest: end)) }
    }

    mutating func add(_ other: Extremes) {
      least = min(least, other.least)
      greatest = max(greatest, other.greatest)
    }

    enum Part { case none, some, all }

    /// How many of the ends lie within these days.
    @inline(__always) func part(in days: ClosedRange<Int32>) -> Part {
      if greatest < days.lowerBound || least > days.upperBound { return .none }
      return least >= days.lowerBound && greatest <= days.upperBound ? .all : .some
    }
  }

  /// What a question accepts. See `Bounds` for the relations that these represent.
  package struct Question: Sendable {
    var earliest: ClosedRange<Int32> = .min ... .max
    var latest: ClosedRange<Int32> = .min ... .max
    var isImpossible = false

    /// Neither end is known.
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
    if question.isImpossible { return EventSet(words: []) }
    let starts = question.earliest
    let first = run(from: starts.lowerBound, to: starts.upperBound)
    let withoutStart = [(Self.openStart, openStarts), (Self.unknownStart, unknownStarts)].filter {
      starts.contains($0.0)
    }
    var words = [UInt64](repeating: 0, count: withoutStart.isEmpty ? (first.upperBound + 63) >> 6 : blocks.count)
    add(first, question.latest, to: &words)
    for word in first.lowerBound >> 6..<(first.upperBound + 63) >> 6 {
      words[word] &= ~(openStarts[word] | unknownStarts[word])
    }
    for (_, set) in withoutStart { add(set, endingIn: question.latest, to: &words) }
    return EventSet(words: words)
  }

  /// The positions whose places lie within these days.
  private func run(from first: Int32, to last: Int32) -> Range<Int> {
    let start = (0..<placed).partitioningIndex { spans[$0].place >= first }
    let end = (0..<placed).partitioningIndex { spans[$0].place > last }
    return start..<max(start, end)
  }

  /// Adds the members of a set of spans without a start whose ends match: where the ends are days, they are the
  /// places.
  private func add(_ set: [UInt64], endingIn ends: ClosedRange<Int32>, to words: inout [UInt64]) {
    add(set, from: run(from: ends.lowerBound, to: ends.upperBound), to: &words)
    for (end, ending) in [(Self.openEnd, open), (Self.unknownEnd, unknown)] where ends.contains(end) {
      for word in placed >> 6..<words.count { words[word] |= set[word] & ending[word] }
    }
  }

  /// Adds the members of a set that lie in a run of positions.
  private func add(_ set: [UInt64], from run: Range<Int>, to words: inout [UInt64]) {
    guard !run.isEmpty else { return }
    let members = run.lowerBound >> 6...(run.upperBound - 1) >> 6
    for word in members { words[word] |= set[word] & Self.part(of: word, in: run, members) }
  }

  /// The bits of a word that belong to a run of positions spanning these words.
  private static func part(of word: Int, in run: Range<Int>, _ members: ClosedRange<Int>) -> UInt64 {
    var inside = UInt64.max
    if word == members.lowerBound { inside &= .max << UInt64(run.lowerBound & 63) }
    if word == members.upperBound { inside &= .max >> UInt64(63 - (run.upperBound - 1) & 63) }
    return inside
  }

  /// Adds the members of a run of positions whose ends match.
  private func add(_ run: Range<Int>, _ ends: ClosedRange<Int32>, to words: inout [UInt64]) {
    guard !run.isEmpty else { return }
    let members = run.lowerBound >> 6...(run.upperBound - 1) >> 6
    // The words at both ends of the run may contain positions outside it.
    let edges = [members.lowerBound, members.upperBound].map { ($0, words[$0]) }
    if ends.contains(Self.openEnd) { for word in members { words[word] |= open[word] } }
    if ends.contains(Self.unknownEnd) { for word in members { words[word] |= unknown[word] } }
    if ends.lowerBound <= Self.lastDay {
      add(members, ends.lowerBound...min(ends.upperBound, Self.lastDay), to: &words)
    }
    for (word, before) in edges {
      let inside = Self.part(of: word, in: run, members)
      words[word] = before & ~inside | words[word] & inside
    }
  }

  /// Adds the members of these words whose ends lie within these days.
  private func add(_ members: ClosedRange<Int>, _ days: ClosedRange<Int32>, to words: inout [UInt64]) {
    for group in members.lowerBound >> 6...members.upperBound >> 6 {
      if groups[group].part(in: days) == .none { continue }
      for word in max(group << 6, members.lowerBound)...min(group << 6 + 63, members.upperBound) {
        switch blocks[word].part(in: days) {
        case .none: continue
        case .all: words[word] |= full(word) & ~open[word] & ~unknown[word]
        case .some: words[word] |= bits(word, days)
        }
      }
    }
  }

  private func full(_ word: Int) -> UInt64 {
    .max >> UInt64(max(0, word << 6 + 64 - count))
  }

  private func bits(_ word: Int, _ days: ClosedRange<Int32>) -> UInt64 {
    var bits: UInt64 = 0
    for eight in word << 3..<min(word << 3 + 8, eights.count) where eights[eight].part(in: days) != .none {
      for position in eight << 3..<min(eight << 3 + 8, count) where days.contains(Self.end(spans[position])) {
        bits |= 1 << UInt64(position & 63)
      }
    }
    return bits
  }

  // MARK: Ends

  /// The ends to ask `last(of:endingIn:)` for: on or after a day, or never; within some days; on any day before.
  static func ends(onOrAfter day: Int32) -> ClosedRange<Int32> { min(day, lastDay)...openEnd }
  static func ends(after day: Int32) -> ClosedRange<Int32>? { day < lastDay ? max(day + 1, firstDay)...lastDay : nil }
  static func ends(before day: Int32) -> ClosedRange<Int32>? {
    day > firstDay ? firstDay...min(day - 1, lastDay) : nil
  }

  /// The index of the last of a list of ascending positions whose span has one of these ends; nil if there is none.
  ///
  /// It skips 64 or 4096 positions at once if none of their ends match, so that looking far back costs a step per 4096
  /// positions in between, unless other spans there have such ends.
  func last<Positions: RandomAccessCollection>(
    of positions: Positions, endingIn ends: ClosedRange<Int32>
  ) -> Int? where Positions.Element: BinaryInteger, Positions.Index == Int {
    let start = positions.startIndex
    guard start < positions.endIndex else { return nil }
    let lowest = Int(positions[start])
    var end = positions.endIndex
    var group = Int.max
    while end > start {
      let position = Int(positions[end - 1])
      if position >> 12 != group {
        group = position >> 12
        while group >= lowest >> 12, !mayHold(group: group, ends) { group -= 1 }
        if group < lowest >> 12 { return nil }
        if group < position >> 12 {
          end = (start..<end).partitioningIndex { Int(positions[$0]) >> 12 > group }
          continue
        }
      }
      if mayHold(block: position >> 6, ends), ends.contains(Self.end(spans[position])) { return end - 1 }
      end -= 1
    }
    return nil
  }

  /// The index of the first of a list of ascending positions whose span has a place and an open start; nil if there is
  /// none. Alternates between leaping to the next open start and to the next listed position, so the number of steps
  /// is bounded by the rarer of the two.
  func firstWithOpenStart<Positions: RandomAccessCollection>(of positions: Positions) -> Int?
  where Positions.Element: BinaryInteger, Positions.Index == Int {
    guard isOpenBefore else { return nil }
    var index = positions.startIndex
    while index < positions.endIndex, let open = openStart(from: Int(positions[index])) {
      index = (index..<positions.endIndex).partitioningIndex { Int(positions[$0]) >= open }
      if index < positions.endIndex, Int(positions[index]) == open { return index }
    }
    return nil
  }

  /// The first position from this one on with a place and an open start. Skips 4096 at once if there is none among
  /// them.
  private func openStart(from position: Int) -> Int? {
    var word = position >> 6
    var bits = position < placed ? openStarts[word] & (.max << UInt64(position & 63)) : 0
    while bits == 0 {
      word += 1
      if word & 63 == 0 {
        while word >> 6 < groupsWithOpenStart.count, !groupsWithOpenStart[word >> 6] { word += 64 }
      }
      guard word << 6 < placed else { return nil }
      bits = openStarts[word]
    }
    let found = word << 6 + bits.trailingZeroBitCount
    return found < placed ? found : nil
  }

  private func mayHold(group: Int, _ ends: ClosedRange<Int32>) -> Bool {
    groups[group].part(in: ends) != .none
      || ends.contains(Self.openEnd) && open[group << 6..<min(group << 6 + 64, open.count)].contains { $0 != 0 }
  }

  @inline(__always) private func mayHold(block: Int, _ ends: ClosedRange<Int32>) -> Bool {
    blocks[block].part(in: ends) != .none || ends.contains(Self.openEnd) && open[block] != 0
  }
}

extension Chronology {
  /// The events whose date can cover a day of a period, including those whose date is unknown.
  package func events(mayFallWithin period: Bounds) -> EventSet { dates.events(.may(fallWithin: period)) }
}
