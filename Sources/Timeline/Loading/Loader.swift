/// Reads a chronology from JSON, or from JSON Lines (a line without `events`, then one event per line), in slices, so
/// that the caller can do other things in between.
///
/// It never stops at the first fault. What does not fit the format is recorded and dropped, and the rest is read;
/// where the bytes stop being JSON, reading ends (in JSON Lines only that line is lost) and the valid data before it
/// stay.
package struct Loader: Sendable {
  /// About a millisecond of work.
  static let slice = 1 << 19
  /// The same in events read by the thorough path.
  private static let eventsInASlice = 100

  /// The number of events after which the total is estimated, so that memory for the rest is allocated once; also the
  /// number of events between the parts of that allocation.
  static let sample = 5000

  /// Reserves capacity for the events to come, one part at a time.
  private mutating func reserve() {
    let isReading = stage == .events || stage == .lines
    guard isReading, reserved < EventTable.parts, rows.count >= Self.sample * (reserved + 1) else { return }
    let count = bytes.count / max(position / rows.count, 1) / 8 * 9
    rows.reserve(min(count, 1 << 32), part: reserved)
    reserved += 1
  }

  let bytes: Bytes
  /// The file as opened, including the findings of an import.
  private let origin: OpenedFile
  private let isThorough: Bool
  /// How many values the fast path could not read. Zero unless there are findings, or dates millions of years away.
  package private(set) var thoroughReads = 0
  var position = 0
  var stage = Stage.beginning
  var faults = Faults()
  /// The first place at which the bytes stopped being JSON.
  private var malformed: JSONFault?
  var title: String?
  var description: String?
  /// The address of its schema, if the file gives one.
  var schema: String?
  var registry = Registry()
  var rows = EventTable()
  var scan = EventScan()
  /// The fields of the root object so far.
  var seen = IdentifierTable()
  /// The number of elements so far of `events`, or of the list being read, and which of the events were dropped, so that a
  /// row can be mapped back to its element.
  var elements = 0
  var leftOut: [Int] = []
  /// The offset at which the events begin, while what they refer to is read first.
  var postponed: Int?
  /// Whether the events have been skipped once and are now being read, last of all.
  var isSecondPass = false
  var isLines = false
  /// How many parts of the rows have their capacity reserved.
  private var reserved = 0
  private var index: EventIndex?
  /// The number of dangling links reported so far.
  private var danglingTold = 0
  private var places: FaultPlaces?
  private var result: Chronology?

  enum Stage: Equatable {
    case beginning, fields
    case listing(List)
    case events, skippingEvents, lines
    case indexing(EventIndex.Part)
    /// Reporting dangling links, starting with this one of the events that have any.
    case checkingLinks(from: Int)
    /// Counting the lines of the faults.
    case placing
    case concluding
    case finished
  }

  /// - Parameter thoroughly: reads everything by the thorough path, with the same result; for tests.
  package init(_ file: OpenedFile, thoroughly: Bool = false) {
    origin = file
    bytes = file.bytes
    isThorough = thoroughly
  }

  package init(_ bytes: Bytes, thoroughly: Bool = false) { self.init(OpenedFile(bytes), thoroughly: thoroughly) }

  package var isFinished: Bool { stage == .finished }

  /// Whether it is not a usable chronology: the bytes are not JSON from beginning to end, or faults have left no
  /// event.
  package var isBroken: Bool { malformed != nil || count == 0 && faults.count + origin.findingCount > 0 }

  /// The finding that explains why a file is broken, as opposed to those that merely follow from it.
  package var breakage: Finding? {
    let errors = chronology().findings.filter { $0.severity == .error }
    return errors.first { malformed?.message == $0.message } ?? errors.first
  }

  /// The fraction of the work done, 0 to 1.
  package var progress: Double {
    if isFinished { return 1 }
    let part = Double(position) / Double(max(bytes.count, 1))
    return isSecondPass ? (1 + part) / 2 : postponed != nil ? part / 2 : part
  }

  /// The number of events read so far.
  package var count: Int { result?.count ?? index?.offsets.count ?? rows.count }

  /// Does about a millisecond of work for each unit of `budget`. A single huge value is read in one go, as is each
  /// part of the index that is not sliced itself (some milliseconds for a million events).
  package mutating func advance(budget: Int = 4) {
    let start = position
    while !isFinished, abs(position - start) < max(budget, 1) * Self.slice {
      do throws(JSONFault) {
        try step()
        reserve()
      } catch {
        end(with: error)
      }
      if index != nil { return }
      // A list's elements take longer to read than as many bytes of events.
      if case .listing = stage { return }
    }
  }

  /// What has been read so far, in time order. O(n) while reading; free once everything is read.
  package func chronology() -> Chronology {
    if let result { return result }
    var rows = rows
    var index = self.index ?? EventIndex(bytes, registry)
    // While the index is being built, its finished parts have already taken what they needed out of the rows.
    var part: EventIndex.Part? =
      switch stage {
      case .indexing(let next): next
      case .checkingLinks, .placing, .concluding: nil
      default: .names
      }
    while let next = part { part = index.build(next, from: &rows) }
    return chronology(index, FaultPlaces(of: faults.kept))
  }

  // MARK: The whole file

  private mutating func step() throws(JSONFault) {
    switch stage {
    case .beginning: try begin()
    case .fields: try field()
    case .listing(let list): try elements(of: list)
    case .events: try events()
    case .skippingEvents: try skipEvents()
    case .lines: lines()
    case .indexing(let part): build(part)
    case .checkingLinks(let next): checkLinks(from: next)
    case .placing: place()
    case .concluding: conclude()
    case .finished: break
    }
  }

  /// The bytes are not JSON from here on: what was read stays.
  private mutating func end(with fault: JSONFault) {
    var path = JSONPath()
    if stage == .events || stage == .skippingEvents { path.steps = [.field("events"), .index(elements)] }
    // The second pass over the events meets the same fault again.
    if !isSecondPass { add(fault, path: path.description) }
    if postponed == nil { endReading() } else { readPostponed() }
  }

  /// Returns to the events, now that what they refer to is known.
  mutating func readPostponed() {
    position = postponed ?? position
    postponed = nil
    isSecondPass = true
    elements = 0
    stage = .events
  }

  mutating func endReading() {
    position = bytes.count
    stage = .indexing(.names)
  }

  /// Tries the fast path for a value; leaves the cursor where it is if the value is not valid.
  @inline(__always)
  mutating func quickly(
    _ cursor: inout JSONCursor, _ body: (inout Loader, inout JSONCursor) throws(JSONFault) -> Bool
  ) -> Bool {
    var attempt = cursor
    if !isThorough, (try? body(&self, &attempt)) == true {
      cursor = attempt
      return true
    }
    thoroughReads += 1
    return false
  }

  mutating func add(_ fault: Fault) { faults.append(fault) }

  mutating func add(_ fault: JSONFault, path: String) {
    if malformed == nil { malformed = fault }
    add(Fault(offset: fault.offset, path: path, message: fault.message, remedy: fault.remedy))
  }

  // MARK: The end

  private mutating func build(_ part: EventIndex.Part) {
    var index = self.index ?? EventIndex(bytes, registry)
    self.index = nil
    stage = index.build(part, from: &rows).map(Stage.indexing) ?? .checkingLinks(from: 0)
    self.index = index
  }

  private mutating func conclude() {
    guard let index else { return }
    self.index = nil
    result = chronology(index, places ?? FaultPlaces(of: []))
    places = nil
    rows = EventTable()
    stage = .finished
  }

  /// Reports the dangling links of some of the events that have any.
  /// - Parameter first: an index among those events.
  private mutating func checkLinks(from first: Int) {
    guard let index else { return }
    let rows = index.rowsWithDanglingLinks.dropFirst(first).prefix(Self.eventsInASlice)
    guard !rows.isEmpty, faults.room > 0 else {
      faults.pass(index.danglingLinks - danglingTold)
      stage = .placing
      return
    }
    stage = .checkingLinks(from: rows.endIndex)
    for row in rows {
      var cursor = JSONCursor(bytes.buffer, from: index.offsets[row], mendsTexts: true)
      guard let tree = try? JSONTree(&cursor) else { continue }
      var decoding = Decoding(tree, at: path(ofElement: element(ofRow: row)), room: Faults.limit)
      _ = decoding.event(0, in: registry, .showing(all: index.ids))
      danglingTold += decoding.danglingLinks.count
      for number in decoding.danglingLinks { add(decoding.faults.kept[number]) }
    }
  }

  private mutating func place() {
    var places = places ?? FaultPlaces(of: faults.kept)
    self.places = nil
    places.advance(in: bytes.buffer, by: Self.slice * 8)
    if places.isFinished { stage = .concluding }
    self.places = places
  }

  private func chronology(_ index: EventIndex, _ places: FaultPlaces) -> Chronology {
    Chronology(
      title: title ?? "", description: description, schema: schema, index: index,
      findings: origin.findings + places.findings, findingCount: origin.findingCount + faults.count,
      lines: origin.lines)
  }

  /// The index in `events` of a row, counting the elements that were dropped before it.
  private func element(ofRow row: Int) -> Int {
    // `leftOut[n] - n` elements before the n-th dropped one were accepted.
    row + leftOut.indices.partitioningIndex { leftOut[$0] - $0 > row }
  }
}

extension Chronology {
  /// Reads all of it at once.
  package static func load(_ bytes: Bytes) -> Chronology { load(OpenedFile(bytes)) }

  /// - Parameter progress: called from time to time with the fraction read, 0 to 1.
  package static func load(_ file: OpenedFile, progress: (Double) -> Void = { _ in }) -> Chronology {
    var loader = Loader(file)
    while !loader.isFinished {
      loader.advance(budget: 1000)
      progress(loader.progress)
    }
    return loader.chronology()
  }
}
