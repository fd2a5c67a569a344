internal import EDTF

/// Facts about every event that the analyses need: gathered in the single pass over the file, one bit per fact, so
/// that a view over a million events decodes only those that it shows.
struct EventFacts: Sendable {
  /// The sources cannot all be right about it.
  private(set) var disputed = Flags()
  /// A post states its date.
  private(set) var dated = Flags()
  /// The data say that somebody came to know of it.
  private(set) var known = Flags()

  mutating func append(_ claims: Claims, date: @autoclosure () -> Bounds, isKnown: Bool) {
    disputed.append(claims.areDisputed(on: date()))
    dated.append(claims.state(date()))
    known.append(isKnown)
  }

  /// One bit per row.
  struct Flags: Sendable {
    private var words: [UInt64] = []
    private var count = 0

    mutating func append(_ flag: Bool) {
      if count & 63 == 0 { words.append(0) }
      if flag { words[count >> 6] |= 1 << UInt64(count & 63) }
      count += 1
    }

    /// The positions of the rows whose bit is set.
    func events(in order: TimeOrder) -> EventSet {
      if order.isInFileOrder { return EventSet(words: words) }
      return EventSet(EventSet(words: words).map(order.position(ofRow:)))
    }
  }
}

/// Which source each event cites, and which paragraph of it: by row, all its citations in order.
struct CitedPlaces: Sendable {
  /// Source numbers, repeated for repeated citations.
  private(set) var sources = RowLists()
  /// For each of `sources.items`; 0 if the source has no paragraphs.
  private(set) var paragraphs: [UInt32] = []
  /// Whether the event rests on it: a passage of a post that states or implies the fact. A passage that is silent or
  /// denies it gives no support, nor does a public record.
  private(set) var supports: [Bool] = []

  mutating func append(source: UInt32, paragraph: Int?, supports isSupport: Bool) {
    sources.append(source)
    paragraphs.append(UInt32(clamping: paragraph ?? 0))
    supports.append(isSupport)
  }

  mutating func endRow() { sources.endRow() }

  /// Calls `body` with what a row cites: the numbers of sources, and paragraphs.
  @inline(__always) func forEach(of row: Int, _ body: (_ source: Int, _ paragraph: Int) -> Void) {
    for index in sources.range(of: row) { body(Int(sources.items[index]), Int(paragraphs[index])) }
  }

  /// The number of the source that a row cites first.
  func first(of row: Int) -> Int? {
    let range = sources.range(of: row)
    return range.isEmpty ? nil : Int(sources.items[range.lowerBound])
  }

  mutating func takeBack() {
    sources.takeBack()
    paragraphs.removeLast(paragraphs.count - sources.items.count)
    supports.removeLast(supports.count - sources.items.count)
  }

  mutating func reserve(_ count: Int) {
    paragraphs.reserveLarge(rows: count, having: sources.count)
    supports.reserveLarge(rows: count, having: sources.count)
    sources.reserve(count)
  }
}

/// What a link says about which of its two events came first, and whether one answers the other.
enum Sequel: UInt8, Sendable {
  case none
  /// The event with the link came later: it follows from the other, refers to it, is part of it or supersedes it.
  case follows
  /// The event with the link is the answer.
  case answers
  /// The event that the link points to is the answer.
  case answered

  init(_ relation: String) {
    self =
      switch relation {
      case "answers": .answers
      case "answered by": .answered
      case "follows from", "refers to", "part of", "supersedes": .follows
      default: .none
      }
  }
}
