internal import EDTF

/// What the analyses ask of every event: gathered in the one pass over the file, a bit a fact, so that a view over a
/// million events reads no more of them than it shows.
struct EventFacts: Sendable {
  /// The sources cannot all be right of it.
  private(set) var disputed = Flags()
  /// A source states its date.
  private(set) var dated = Flags()
  /// Somebody is said to have come to know of it.
  private(set) var known = Flags()

  mutating func append(_ claims: Claims, date: @autoclosure () -> Bounds, isKnown: Bool) {
    disputed.append(claims.areDisputed(on: date()))
    dated.append(claims.state(date()))
    known.append(isKnown)
  }

  /// One bit a row.
  struct Flags: Sendable {
    private var words: [UInt64] = []
    private var count = 0

    mutating func append(_ flag: Bool) {
      if count & 63 == 0 { words.append(0) }
      if flag { words[count >> 6] |= 1 << UInt64(count & 63) }
      count += 1
    }

    /// The positions of the rows that have it.
    func events(in order: TimeOrder) -> EventSet {
      if order.isInFileOrder { return EventSet(words: words) }
      return EventSet(EventSet(words: words).map(order.position(ofRow:)))
    }
  }
}

/// Which source each event cites, and which paragraph of it: by row, all its citations in their order.
struct CitedPlaces: Sendable {
  /// Numbers of sources, as often as they are cited.
  private(set) var sources = RowLists()
  /// For each of `sources.items`; 0 where the source has no paragraphs.
  private(set) var paragraphs: [UInt32] = []

  mutating func append(source: UInt32, paragraph: Int?) {
    sources.append(source)
    paragraphs.append(UInt32(clamping: paragraph ?? 0))
  }

  mutating func endRow() { sources.endRow() }

  mutating func takeBack() {
    sources.takeBack()
    paragraphs.removeLast(paragraphs.count - sources.items.count)
  }

  mutating func reserve(_ count: Int) {
    paragraphs.reserveLarge(rows: count, having: sources.count)
    sources.reserve(count)
  }
}

/// What a link says of an answer.
enum Answering: UInt8, Sendable {
  case nothing
  /// The event that holds the link is the answer.
  case answers
  /// The event that the link points to is the answer.
  case answered

  init(_ relation: String) {
    self = relation == "answers" ? .answers : relation == "answered by" ? .answered : .nothing
  }
}
