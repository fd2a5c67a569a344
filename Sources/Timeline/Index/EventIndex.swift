/// Everything that answers questions about events without reading them: by position in time, except where a name
/// says by row. It is built part by part, so that a million events need not be one long wait.
struct EventIndex: Sendable {
  /// In the order in which they are built, for the later ones need the earlier.
  enum Part {
    case days, withinDays, spans, agencies, people, sources, kinds, facts, targets, links
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
  /// Positions of events of which the sources cannot all be right, of which one states the date, of which it is said who
  /// came to know of them, and that another event answers.
  private(set) var disputed = EventSet([])
  private(set) var dated = EventSet([])
  private(set) var known = EventSet([])
  private(set) var answered = EventSet([])
  /// By row.
  private(set) var cited = CitedPlaces()
  /// By row: the positions of the events that link to it.
  private(set) var linksTo = Postings()
  /// Events with a link to an event that is not there.
  private(set) var rowsWithDanglingLinks: [Int] = []
  /// For each event the rows that it links to, while links are looked up.
  private var targets = RowLists()
  private var lookedUp = 0
  private var building: PostingsBuilder?
  /// Rows of events that are answered, as they are found.
  private var answers: [UInt32] = []

  init(_ bytes: Bytes, _ registry: Registry) {
    self.bytes = bytes
    self.registry = registry
  }

  /// Builds one part, or some milliseconds' work of it, and returns the one to go on with; nil when all is built. What a
  /// part alone needs of the rows is then released.
  mutating func build(_ part: Part, from rows: inout EventTable) -> Part? {
    switch part {
    case .days:
      kinds = rows.kindNames
      ids = rows.ids
      offsets = rows.offsets
      text = rows.text.text()
      order = TimeOrder(rows.dates, ids: ids)
      return .withinDays
    case .withinDays:
      order.sortWithinDays(rows.dates, ids, limit: 1 << 17)
      return order.isSortedWithinDays ? .spans : .withinDays
    case .spans:
      order.number()
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
      return .targets
    case .targets:
      lookUp(&rows, limit: 1 << 15)
      return lookedUp == rows.links.count ? .links : .targets
    case .links:
      while targets.count < offsets.count { targets.endRow() }
      guard let postings = postings(targets, offsets.count) else { return .links }
      linksTo = postings
      answered = EventSet(answers.map { [order] in order.position(ofRow: Int($0)) })
      answers = []
      rows.links = []
      targets = RowLists()
      return nil
    }
  }

  /// Postings of these keys, or nil while they are being built: then they are asked for again.
  private mutating func postings(_ keys: RowLists, _ keyCount: Int) -> Postings? {
    var builder = building ?? PostingsBuilder(keys, keyCount: keyCount, order: order)
    building = nil
    builder.advance(1 << 18)
    let postings = builder.postings
    if postings == nil { building = builder }
    return postings
  }

  /// Finds the events that the next links point to; links to nothing are noted, and so is what is answered.
  private mutating func lookUp(_ rows: inout EventTable, limit: Int) {
    let links = rows.links[lookedUp...].prefix(limit)
    for (link, target) in zip(links, numbers(ofTargets: links)) {
      lookedUp += 1
      while targets.count < Int(link.row) { targets.endRow() }
      guard let target else {
        if rowsWithDanglingLinks.last != Int(link.row) { rowsWithDanglingLinks.append(Int(link.row)) }
        continue
      }
      targets.append(UInt32(target))
      switch link.answering {
      case .nothing: break
      case .answers: answers.append(UInt32(target))
      case .answered: answers.append(link.row)
      }
    }
  }

  private func numbers(ofTargets links: ArraySlice<EventTable.Link>) -> [Int?] {
    let cursor = JSONCursor(bytes.buffer)
    // An id with an escape is looked up by itself: no text is as long as none.
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
