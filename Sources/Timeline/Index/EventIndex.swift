/// Everything that answers questions about events without reading them: by position in time, except where a name
/// says by row.
struct EventIndex: Sendable {
  let bytes: Bytes
  let directory: Directory
  let kinds: IdentifierTable
  let ids: IdentifierTable
  /// By row.
  let offsets: [Int]
  let text: FoldedText
  let order: TimeOrder
  let spans: [DaySpan]
  let byAgency: Postings
  let byPerson: Postings
  let bySource: Postings
  let byKind: Postings
  /// By row: the positions of the events that link to it.
  let linksTo: Postings
  /// Events with a link to an event that is not there.
  let rowsWithDanglingLinks: [Int]

  init(_ rows: EventRows, bytes: Bytes, directory: Directory) {
    self.bytes = bytes
    self.directory = directory
    kinds = rows.kindNames
    ids = rows.ids
    offsets = rows.offsets
    text = rows.text.text()
    let order = TimeOrder(rows.dates, ids: rows.ids)
    self.order = order
    spans = order.isInFileOrder ? rows.dates.spans : (0..<rows.count).map { rows.dates.spans[order.row(at: $0)] }
    byAgency = Postings(rows.agencies, keyCount: directory.agencies.count, order: order)
    byPerson = Postings(rows.people, keyCount: directory.people.count, order: order)
    bySource = Postings(rows.sources, keyCount: directory.sources.count, order: order)
    byKind = Postings(rows.kinds, keyCount: rows.kindNames.count, order: order)
    var dangling: [Int] = []
    var targets = RowLists()
    var row = 0
    for link in rows.links {
      while row < link.row {
        targets.endRow()
        row += 1
      }
      var cursor = JSONCursor(bytes.buffer, from: link.target)
      if let id = try? cursor.string(), let target = ids.number(of: cursor.value(of: id)) {
        targets.append(UInt32(target))
      } else if dangling.last != row {
        dangling.append(row)
      }
    }
    while row < rows.count {
      targets.endRow()
      row += 1
    }
    linksTo = Postings(targets, keyCount: rows.count, order: order)
    rowsWithDanglingLinks = dangling
  }
}
