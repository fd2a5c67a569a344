/// Everything that answers questions about events without decoding them: by position in time, except where a name says
/// by row. It is built part by part, so that a million events do not cause one long pause.
struct EventIndex: Sendable {
  /// In build order, since the later ones need the earlier.
  enum Part {
    case names, targets, days, withinDays, sequels, spans, agencies, people, sources, kinds, facts, links
  }

  let bytes: Bytes
  let registry: Registry
  private(set) var kinds = IdentifierTable()
  private(set) var ids = IdentifierTable()
  /// By row.
  private(set) var offsets: [Int] = []
  private(set) var text = FoldedText()
  private(set) var order = TimeOrder()
  private(set) var spans: [DaySpan] = []
  private(set) var byAgency = Postings()
  private(set) var byPerson = Postings()
  private(set) var bySource = Postings()
  private(set) var byKind = Postings()
  /// Positions of events about which the sources cannot all be right, whose date is stated by one, and for which the
  /// data say who came to know of them.
  private(set) var disputed = EventSet([])
  private(set) var dated = EventSet([])
  private(set) var known = EventSet([])
  /// Positions of events and their answers, by question, then by answer, each pair once.
  private(set) var answers: [(question: Int, answer: Int)] = []
  /// By row.
  private(set) var cited = CitedPlaces()
  /// By row: the positions of the events that link to it.
  private(set) var linksTo = Postings()
  /// The rows with a link to an event that does not exist, and how many such links each has.
  private(set) var rowsWithDanglingLinks: [Int] = []
  private(set) var danglingLinks = 0
  /// For each event, the rows that it links to; used only while links are resolved.
  private var targets = RowLists()
  private var lookedUp = 0
  private var building: PostingsBuilder?
  /// Rows of events with equal dates where one follows the other.
  private var sequels: [(earlier: UInt32, later: UInt32)] = []
  /// Answers by row, while links are being resolved.
  private var answeringRows: [(question: UInt32, answer: UInt32)] = []

  init(_ bytes: Bytes, _ registry: Registry) {
    self.bytes = bytes
    self.registry = registry
  }

  /// Builds one part, or some milliseconds of it, and returns the part to continue with; nil when all are built. Rows
  /// needed only by that part are then released.
  mutating func build(_ part: Part, from rows: inout EventTable) -> Part? {
    switch part {
    case .names:
      kinds = rows.kindNames
      ids = rows.ids
      offsets = rows.offsets
      text = rows.text.text()
      return .targets
    case .targets:
      lookUp(&rows, limit: 1 << 15)
      guard lookedUp == rows.links.count else { return .targets }
      while targets.count < offsets.count { targets.endRow() }
      rows.links = []
      return .days
    case .days:
      order = TimeOrder(rows.dates, ids: ids)
      return .withinDays
    case .withinDays:
      order.sortWithinDays(rows.dates, ids, limit: 1 << 17)
      return order.isSortedWithinDays ? .sequels : .withinDays
    case .sequels:
      order.put(sequels, rows.dates)
      sequels = []
      return .spans
    case .spans:
      let byRow = rows.dates.spans
      spans = order.isInFileOrder ? byRow : byRow.indices.map { byRow[order.row(at: $0)] }
      rows.dates = RowDates()
      return .agencies
    case .agencies:
      guard let postings = postings(rows.agencies, registry.agencies.count) else { return .agencies }
      byAgency = postings
      rows.agencies = RowLists()
      return .people
    case .people:
      guard let postings = postings(rows.people, registry.people.count) else { return .people }
      byPerson = postings
      rows.people = RowLists()
      return .sources
    case .sources:
      guard let postings = postings(rows.cited.sources, registry.sources.count) else { return .sources }
      bySource = postings
      cited = rows.cited
      rows.cited = CitedPlaces()
      return .kinds
    case .kinds:
      guard let postings = postings(rows.kinds, kinds.count) else { return .kinds }
      byKind = postings
      rows.kinds = RowLists()
      return .facts
    case .facts:
      disputed = rows.facts.disputed.events(in: order)
      dated = rows.facts.dated.events(in: order)
      known = rows.facts.known.events(in: order)
      rows.facts = EventFacts()
      return .links
    case .links:
      guard let postings = postings(targets, offsets.count) else { return .links }
      linksTo = postings
      // The same pair may be linked from both ends.
      var last = UInt64.max
      answers = answeringRows.map { [order] in
        UInt64(order.position(ofRow: Int($0.question))) << 32 | UInt64(order.position(ofRow: Int($0.answer)))
      }.sorted().filter { pair in
        defer { last = pair }
        return pair != last
      }.map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
      answeringRows = []
      targets = RowLists()
      return nil
    }
  }

  /// Postings of these keys, or nil while they are still being built, in which case call again.
  private mutating func postings(_ keys: RowLists, _ keyCount: Int) -> Postings? {
    var builder = building ?? PostingsBuilder(keys, keyCount: keyCount, order: order)
    building = nil
    builder.advance(1 << 18)
    let postings = builder.postings
    if postings == nil { building = builder }
    return postings
  }

  /// Resolves the next links to their events; records dangling links, and which events are answered.
  private mutating func lookUp(_ rows: inout EventTable, limit: Int) {
    let links = rows.links[lookedUp...].prefix(limit)
    for (link, target) in zip(links, numbers(ofTargets: links)) {
      lookedUp += 1
      while targets.count < Int(link.row) { targets.endRow() }
      guard let target else {
        danglingLinks += 1
        if rowsWithDanglingLinks.last != Int(link.row) { rowsWithDanglingLinks.append(Int(link.row)) }
        continue
      }
      targets.append(UInt32(target))
      if link.sequel == .none { continue }
      let pair = link.sequel == .answered ? (link.row, UInt32(target)) : (UInt32(target), link.row)
      if link.sequel != .follows { answeringRows.append(pair) }
      if pair.0 != pair.1, rows.dates.areEqual(target, Int(link.row)) { sequels.append(pair) }
    }
  }

  private func numbers(ofTargets links: ArraySlice<EventTable.Link>) -> [Int?] {
    let cursor = JSONCursor(bytes.buffer)
    // An id with an escape is looked up separately; an empty text takes its place.
    var escaped: [(index: Int, number: Int?)] = []
    let texts = links.enumerated().map { index, link in
      var at = JSONCursor(bytes.buffer, from: link.target)
      guard let id = try? at.string() else { return UnsafeBufferPointer<UInt8>(start: nil, count: 0) }
      if id.hasEscapes { escaped.append((index, ids.number(of: id, in: at))) }
      return cursor.bytes(of: id)
    }
    var numbers = ids.numbers(of: texts)
    for (index, number) in escaped { numbers[index] = number }
    return numbers
  }
}
