internal import EDTF

/// The columns kept for each event, by row: its number among the valid events in file order.
struct EventTable: Sendable {
  private(set) var ids = IdentifierTable()
  private(set) var kindNames = IdentifierTable()
  /// The offset in the file at which each event begins.
  private(set) var offsets: [Int] = []
  var dates = RowDates()
  private(set) var text = FoldedTextBuilder()
  var agencies = RowLists()
  var people = RowLists()
  var cited = CitedPlaces()
  var facts = EventFacts()
  var kinds = RowLists()
  var links: [Link] = []

  struct Link {
    var row: UInt32
    var sequel: Sequel
    /// The offset in the file of the target's id, at the opening quote.
    var target: Int
  }

  var count: Int { offsets.count }

  /// Adds an event whose id is new and whose references are in the registry.
  mutating func append(_ event: Event, at offset: Int, linkTargets: [Int], registry: Registry) {
    guard ids.insert(event.id) != nil else { return }
    let row = UInt32(count)
    offsets.append(offset)
    dates.append(event.date)
    append([event.title, event.summary] + event.remarks)
    for id in event.agencies { registry.agencyIDs.number(of: id).map { agencies.append(UInt32($0)) } }
    agencies.endRow()
    for id in event.people { registry.personIDs.number(of: id).map { people.append(UInt32($0)) } }
    people.endRow()
    for citation in event.citations {
      registry.sourceIDs.number(of: citation.source).map {
        cited.append(
          source: UInt32($0), paragraph: citation.paragraph, supports: citation.fact.bears && registry.isPost($0))
      }
    }
    cited.endRow()
    let claims = Claims(of: event) { id in registry.sourceIDs.number(of: id).map { !registry.isPost($0) } ?? false }
    facts.append(claims, date: event.date.bounds, isKnown: !event.known.isEmpty)
    if !event.kind.isEmpty, let kind = kindNames.number(of: event.kind) ?? kindNames.insert(event.kind) {
      kinds.append(UInt32(kind))
    }
    kinds.endRow()
    for (link, target) in zip(event.links, linkTargets) {
      links.append(Link(row: row, sequel: Sequel(link.relation), target: target))
    }
  }

  /// Adds a scanned event, whose lists are here already; returns false if there already is one with its id.
  mutating func append(_ scan: EventScan, at offset: Int, _ cursor: JSONCursor) -> Bool {
    guard ids.insert(scan.id, in: cursor) != nil else { return false }
    offsets.append(offset)
    dates.append(scan.span, scan.precision, second: scan.second)
    appendTexts(of: scan, cursor)
    agencies.endRow()
    people.endRow()
    cited.endRow()
    facts.append(scan.claims, date: scan.span.bounds, isKnown: scan.isKnown)
    if let number = kindNames.number(of: scan.kind, in: cursor) ?? kindNames.insert(scan.kind, in: cursor) {
      kinds.append(UInt32(number))
    }
    kinds.endRow()
    return true
  }

  private mutating func append(_ texts: [String]) {
    text.begin(texts: texts.count, bytes: texts.reduce(0) { $0 + $1.utf8.count })
    for var part in texts { part.withUTF8 { text.append($0) } }
    text.end()
  }

  private mutating func appendTexts(of scan: EventScan, _ cursor: JSONCursor) {
    let remarks = scan.remarks
    text.begin(
      texts: 2 + remarks.count, bytes: scan.title.count + scan.summary.count + remarks.reduce(0) { $0 + $1.count })
    append(scan.title, cursor)
    append(scan.summary, cursor)
    for remark in remarks { append(remark, cursor) }
    text.end()
  }

  @inline(__always)
  private mutating func append(_ string: JSONString, _ cursor: JSONCursor) {
    if string.hasEscapes {
      cursor.unescaped(string).withUnsafeBufferPointer { text.append($0) }
    } else {
      text.append(cursor.bytes(of: string))
    }
  }

  /// Discards what was scanned of an event that turned out to be invalid.
  mutating func takeBack() {
    agencies.takeBack()
    people.takeBack()
    cited.takeBack()
    while let link = links.last, link.row == UInt32(count) { links.removeLast() }
  }

  /// The number of parts of `reserve`.
  static let parts = 6

  /// Reserves capacity for this many events, so that nothing grows step by step. It does so part by part, since
  /// populating memory takes time.
  mutating func reserve(_ count: Int, part: Int) {
    switch part {
    case 0: ids.reserveSlots(count)
    case 1: ids.reserveBytes(count)
    case 2:
      offsets.reserveLarge(count)
      dates.reserve(count)
    case 3:
      agencies.reserve(count)
      people.reserve(count)
    case 4: cited.reserve(count)
    default:
      kinds.reserve(count)
      links.reserveLarge(rows: count, having: self.count)
    }
  }
}
