/// Everything that answers questions about events without reading them: by position in time, except where a name
/// says by row. It is built part by part, so that a million events need not be one long wait.
struct EventIndex: Sendable {
  enum Part: Int, CaseIterable {
    /// The first: the others need it.
    case order
    case agencies, people, sources, kinds, facts, links

    var next: Part? { Part(rawValue: rawValue + 1) }
  }

  let bytes: Bytes
  let directory: Directory
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

  init(_ bytes: Bytes, _ directory: Directory) {
    self.bytes = bytes
    self.directory = directory
  }

  /// Builds one part; what it alone needs of the rows is gone from them after.
  mutating func build(_ part: Part, from rows: inout EventRows) {
    switch part {
    case .order:
      kinds = rows.kindNames
      ids = rows.ids
      offsets = rows.offsets
      text = rows.text.text()
      order = TimeOrder(rows.dates, ids: ids)
      let byRow = rows.dates.spans
      spans = order.isInFileOrder ? byRow : byRow.indices.map { byRow[order.row(at: $0)] }
      rows.dates = RowDates()
    case .agencies:
      byAgency = Postings(rows.agencies, keyCount: directory.agencies.count, order: order)
      rows.agencies = RowLists()
    case .people:
      byPerson = Postings(rows.people, keyCount: directory.people.count, order: order)
      rows.people = RowLists()
    case .sources:
      cited = rows.cited
      rows.cited = CitedPlaces()
      bySource = Postings(cited.sources, keyCount: directory.sources.count, order: order)
    case .kinds:
      byKind = Postings(rows.kinds, keyCount: kinds.count, order: order)
      rows.kinds = RowLists()
    case .facts:
      disputed = rows.facts.disputed.events(in: order)
      dated = rows.facts.dated.events(in: order)
      known = rows.facts.known.events(in: order)
      rows.facts = EventFacts()
    case .links:
      linksTo = Postings(targets(of: rows.links), keyCount: offsets.count, order: order)
      rows.links = []
    }
  }

  /// For each event the rows that it links to; links to nothing are noted, and so is what is answered.
  private mutating func targets(of links: [EventRows.Link]) -> RowLists {
    var targets = RowLists()
    var answered: [Int] = []
    for link in links {
      while targets.count < Int(link.row) { targets.endRow() }
      var cursor = JSONCursor(bytes.buffer, from: link.target)
      if let id = try? cursor.string(), let target = number(of: id, cursor) {
        targets.append(UInt32(target))
        switch link.answering {
        case .nothing: break
        case .answers: answered.append(order.position(ofRow: target))
        case .answered: answered.append(order.position(ofRow: Int(link.row)))
        }
      } else if rowsWithDanglingLinks.last != Int(link.row) {
        rowsWithDanglingLinks.append(Int(link.row))
      }
    }
    while targets.count < offsets.count { targets.endRow() }
    self.answered = EventSet(answered)
    return targets
  }

  private func number(of id: JSONString, _ cursor: JSONCursor) -> Int? {
    id.isPlain ? ids.number(of: cursor.bytes(of: id)) : ids.number(of: cursor.value(of: id))
  }
}
