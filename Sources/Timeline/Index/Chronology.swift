internal import EDTF
internal import Synchronization

/// A chronology as read: agencies, people and sources as values, and events as positions in time order, each decoded on
/// demand.
package final class Chronology: Sendable {
  package let title: String
  /// What the chronology is about, if its author gives a description.
  package let description: String?
  /// The address of its schema, if the file gives one.
  package let schema: String?
  /// What is wrong with the data, in file order; the first thousand.
  package let findings: [Finding]
  /// The total number of findings.
  package let findingCount: Int
  /// The kinds of event that occur, in order of first use.
  package let kinds: [String]
  let index: EventIndex
  /// The index for conditions on dates.
  let dates: DateIndex
  /// For each row, its line in the imported file; empty for a chronology's own file.
  private let lines: [UInt32]
  private let folded = Mutex(Folded())
  let largeEvents = LargeEvents()

  init(
    title: String, description: String?, schema: String?, index: EventIndex, findings: [Finding], findingCount: Int,
    lines: [UInt32] = []
  ) {
    self.title = title
    self.description = description
    self.schema = schema
    self.index = index
    self.findings = findings
    self.findingCount = findingCount
    self.lines = lines
    kinds = (0..<index.kinds.count).map { index.kinds[$0] }
    dates = DateIndex(index.spans)
  }

  /// Folded names, gists and words for queries. Each is built when the first query needs it.
  private struct Folded {
    var names: NameIndex?
    var gists: GistIndex?
    var words: WordIndex?
  }

  /// The names by which a query can refer to agencies, people, sources and kinds.
  package var names: NameIndex {
    made(\.names) { NameIndex(agencies: agencies, people: people, sources: sources, kinds: kinds) }
  }

  /// The outline of the sources' paragraphs, in the chronology's own words.
  var gists: GistIndex { made(\.gists) { GistIndex(sources) } }

  /// The words that occur in the chronology.
  var words: WordIndex { made(\.words) { WordIndex(self) } }

  private func made<Value: Sendable>(
    _ place: any WritableKeyPath<Folded, Value?> & Sendable, _ make: () -> Value
  ) -> Value {
    if let value = folded.withLock({ $0[keyPath: place] }) { return value }
    let value = make()
    folded.withLock { $0[keyPath: place] = value }
    return value
  }

  /// Whether the file was written to after it was opened, so that exporting from it would be unsafe: see
  /// `Bytes.hasChanged`.
  package var hasChanged: Bool { index.bytes.hasChanged }

  package var agencies: [Agency] { index.registry.agencies }
  package var people: [Person] { index.registry.people }
  package var sources: [Source] { index.registry.sources }

  /// Whether there are posts. Without any, as in data from a spreadsheet, a record is ordinary evidence rather than a
  /// public record shown beside it.
  package var hasPosts: Bool { index.registry.hasPosts }

  /// Whether a source is shown beside the posts, and is no evidence of its own.
  func isPublicRecord(_ source: Source) -> Bool { hasPosts && source.kind == .record }

  package func agency(_ id: String) -> Agency? { index.registry.agency(id) }
  package func person(_ id: String) -> Person? { index.registry.person(id) }
  package func source(_ id: String) -> Source? { index.registry.source(id) }

  // MARK: Events by position

  /// The number of events.
  package var count: Int { index.offsets.count }

  /// The event at a position in `0..<count`, in time order. Decoded from the file's bytes on each call, unless it is
  /// large.
  package func event(at position: Int) -> Event {
    let row = row(at: position)
    if let event = largeEvents[row] { return event }
    var cursor = JSONCursor(index.bytes.buffer, from: index.offsets[row], mendsTexts: true)
    let start = cursor.position
    if let tree = try? JSONTree(&cursor) {
      var decoding = Decoding(tree, at: JSONPath())
      let event = decoding.event(0, in: index.registry, .showing(all: index.ids))
      if let event, event.id == id(at: position) {
        largeEvents.keep(event, row: row, bytes: cursor.position - start)
        return event
      }
    }
    return lost(at: position)
  }

  /// A placeholder for an event whose bytes were valid when the file was read but have since changed or gone. Its date
  /// is unknown too.
  private func lost(at position: Int) -> Event {
    Event(
      id: id(at: position), date: Self.unknownDate, dating: Dating(basis: .inferred), kind: "",
      title: "This event cannot be read any more: the file was changed.")
  }

  private static let unknownDate = try! EDTFDate("XXXX")

  /// The line of the file on which the event at a position begins, counted from 1. Cost: proportional to the bytes
  /// before it.
  package func line(at position: Int) -> Int {
    let row = row(at: position)
    if lines.indices.contains(row) { return Int(lines[row]) }
    return 1 + index.bytes.buffer[..<index.offsets[row]].count { $0 == UInt8(ascii: "\n") }
  }

  /// The id of the event at a position, without decoding the event.
  package func id(at position: Int) -> String { index.ids[row(at: position)] }

  package func position(of id: String) -> Int? { index.ids.number(of: id).map(position(ofRow:)) }

  /// The first and last day that the event's date can cover, without decoding the event.
  package func span(at position: Int) -> DaySpan { index.spans[position] }

  /// Whether an event may have begun before every known day, and whether one may have happened after.
  package var isOpenBefore: Bool { dates.isOpenBefore }
  package var isOpenAfter: Bool { dates.isOpenAfter }

  /// The spans of all events, by position.
  package var spans: [DaySpan] { index.spans }

  /// The first position whose place in time (see `DaySpan`) is on or after `day`, in days since 1970-01-01; events
  /// with no known day come after all others.
  package func firstPosition(onOrAfter day: Int32) -> Int {
    (0..<count).partitioningIndex { index.spans[$0].place >= day }
  }

  // MARK: File order

  /// The text that a search reads, by row: an event's number in file order.
  package var text: FoldedText { index.text }
  /// Whether rows and positions are the same.
  package var isInFileOrder: Bool { index.order.isInFileOrder }
  package func row(at position: Int) -> Int { index.order.row(at: position) }
  package func position(ofRow row: Int) -> Int { index.order.position(ofRow: row) }

  // MARK: Events by agency, person, source and kind

  /// The positions of the events that name an agency, a person or a source, or are of a kind: ascending, without
  /// duplicates.
  package func positions(agency id: String) -> ArraySlice<UInt32> {
    index.registry.agencyIDs.number(of: id).map { index.byAgency[$0] } ?? []
  }
  package func positions(person id: String) -> ArraySlice<UInt32> {
    index.registry.personIDs.number(of: id).map { index.byPerson[$0] } ?? []
  }
  package func positions(source id: String) -> ArraySlice<UInt32> {
    index.registry.sourceIDs.number(of: id).map { index.bySource[$0] } ?? []
  }
  package func positions(kind: String) -> ArraySlice<UInt32> {
    index.kinds.number(of: kind).map { index.byKind[$0] } ?? []
  }

  /// The events that name an agency, a person or a source, or are of a kind.
  package func events(agency id: String) -> EventSet { EventSet(positions(agency: id).lazy.map { Int($0) }) }
  package func events(person id: String) -> EventSet { EventSet(positions(person: id).lazy.map { Int($0) }) }
  package func events(source id: String) -> EventSet { EventSet(positions(source: id).lazy.map { Int($0) }) }
  package func events(kind: String) -> EventSet { EventSet(positions(kind: kind).lazy.map { Int($0) }) }

  // MARK: Facts noted for each event when it was read

  /// The events about which the sources cannot all be right: see `Claims`.
  package var disputed: EventSet { index.disputed }
  /// The events whose date is stated by a source.
  var dated: EventSet { index.dated }
  /// The events for which the data say who came to know of them.
  var known: EventSet { index.known }
  /// Events and their answers, according to the links: by question, then by answer, each pair once.
  package var answers: [(question: Int, answer: Int)] { index.answers }
  /// Positions of the events that answer one, in time order.
  func answers(to position: Int) -> [Int] {
    let first = answers.indices.partitioningIndex { answers[$0].question >= position }
    return answers[first...].prefix { $0.question == position }.map(\.answer)
  }
  /// What each event cites, by row.
  var cited: CitedPlaces { index.cited }

  /// Positions of the events that link to this one, and the relation named; only of the first `count` events in time
  /// order, which are decoded.
  package func linksTo(_ id: String, first count: Int = .max) -> [(position: Int, relation: String)] {
    guard let row = index.ids.number(of: id) else { return [] }
    return index.linksTo[row].prefix(count).map { Int($0) }.flatMap { position in
      largeEvents.relations(of: event(at: position), row: self.row(at: position), to: id).map { (position, $0) }
    }
  }

  /// The number of events that link to this one.
  package func linkCount(to id: String) -> Int { index.ids.number(of: id).map { index.linksTo[$0].count } ?? 0 }
}

extension Chronology: Equatable {
  /// By identity: two chronologies are equal only if they come from the same reading.
  package static func == (a: Chronology, b: Chronology) -> Bool { a === b }
}
