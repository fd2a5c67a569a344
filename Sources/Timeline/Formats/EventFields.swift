internal import EDTF

/// The fields of an event as they are in the file, for writers that must handle a million events: texts are copied
/// from the file, and no value is built.
struct EventFields {
  private(set) var position = 0
  private(set) var cursor: JSONCursor
  private(set) var id = none
  private(set) var date = none
  private(set) var basis = Dating.Basis.stated
  private(set) var reason: JSONString?
  private(set) var kind = none
  private(set) var title = none
  private(set) var summary = none
  private(set) var reading: JSONString?
  /// The registry's numbers of agencies and people.
  private(set) var agencies: [Int] = []
  private(set) var people: [Int] = []
  private(set) var hasLinks = false
  private(set) var hasKnown = false

  private let chronology: Chronology
  private var worded: [String: String] = [:]
  private static let mostWorded = 1024
  /// The texts of an event that is unusual, has findings, or whose bytes have changed since: taken from its value.
  private var rewritten: Bytes?

  private static let none = JSONString(start: 0, end: 0, isPlain: true)

  init(_ chronology: Chronology) {
    self.chronology = chronology
    cursor = JSONCursor(chronology.index.bytes.buffer)
  }

  var row: Int { chronology.row(at: position) }
  var span: DaySpan { chronology.span(at: position) }
  /// The time of day, if the date has one.
  var time: ClockTime? {
    withBytes(of: date) { bytes in
      PlainDate.isTime(bytes) ? ClockTime(String(decoding: bytes[11...], as: UTF8.self), isISO: true) : nil
    }
  }
  var isDisputed: Bool { chronology.disputed.contains(position) }

  /// Calls `body` with the number of each source that it cites, one per citation, and the paragraph; 0 for none.
  @inline(__always) func forEachCited(_ body: (_ source: Int, _ paragraph: Int) -> Void) {
    chronology.index.cited.forEach(of: row, body)
  }

  /// The number of the source cited first.
  var firstSource: Int? { chronology.index.cited.first(of: row) }

  mutating func read(eventAt position: Int) {
    let chronology = self.chronology
    self.position = position
    chronology.prefetchEvents(after: position)
    cursor = JSONCursor(chronology.index.bytes.buffer, from: chronology.index.offsets[row])
    if rewritten != nil { rewritten = nil }
    if (try? read(chronology)) != nil, isItself { return }
    take(chronology.event(at: position))
  }

  /// The fields of a value, which need not satisfy the rules of a file: what is missing in an event with findings is
  /// missing in the value too.
  private mutating func take(_ event: Event) {
    let texts = [
      event.id, event.date.description, event.kind, event.title, event.summary, event.dating.reason ?? "",
      event.reading ?? "",
    ]
    var places: [JSONString] = []
    var bytes: [UInt8] = []
    for text in texts {
      var writer = JSONWriter()
      writer.string(text)
      let written = writer.bytes
      var place = JSONString(start: bytes.count + 1, end: bytes.count + written.count - 1, isPlain: false)
      place.hasEscapes = written.contains(UInt8(ascii: "\\"))
      places.append(place)
      bytes += written
    }
    let kept = Bytes(bytes)
    rewritten = kept
    cursor = JSONCursor(kept.buffer)
    (id, date, kind, title, summary) = (places[0], places[1], places[2], places[3], places[4])
    basis = event.dating.basis
    reason = event.dating.reason == nil ? nil : places[5]
    reading = event.reading == nil ? nil : places[6]
    agencies = event.agencies.compactMap { chronology.index.registry.agencyIDs.number(of: $0) }
    people = event.people.compactMap { chronology.index.registry.personIDs.number(of: $0) }
    hasLinks = !event.links.isEmpty
    hasKnown = !event.known.isEmpty
  }

  /// The event as it is in the file; nil if it is unusual.
  var bytes: UnsafeBufferPointer<UInt8>? {
    if rewritten != nil { return nil }
    return UnsafeBufferPointer(rebasing: chronology.index.bytes.buffer[chronology.index.offsets[row]..<cursor.position])
  }

  /// Whether the file has not been written to since it was read, judging by the id.
  private var isItself: Bool {
    withBytes(of: id) { chronology.index.ids.isID(row, $0) }
  }

  /// The bytes of a text without escapes; of one with escapes, its value, which is valid until the next call.
  @inline(__always) func withBytes<Result>(
    of string: JSONString, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    string.hasEscapes ? cursor.unescaped(string).withUnsafeBufferPointer(body) : body(cursor.bytes(of: string))
  }

  /// The date in words; nil for a day, which is shown as it is. The words are cached, since successive events often
  /// have the same month or year.
  mutating func dateWords() -> String? {
    let text: String? = withBytes(of: date) { PlainDate.isDay($0) ? nil : String(decoding: $0, as: UTF8.self) }
    guard let text else { return nil }
    if let words = worded[text] { return words }
    // Never nil in practice, since the reader has accepted the date.
    guard let words = (try? EDTFDate(text))?.words else { return nil }
    if worded.count == Self.mostWorded { worded.removeAll(keepingCapacity: true) }
    worded[text] = words
    return words
  }

  /// - Parameter chronology: its own; a parameter need not be retained for each use.
  private mutating func read(_ chronology: Chronology) throws(JSONFault) {
    summary = Self.none
    reason = nil
    reading = nil
    if !agencies.isEmpty { agencies.removeAll(keepingCapacity: true) }
    if !people.isEmpty { people.removeAll(keepingCapacity: true) }
    hasLinks = false
    hasKnown = false
    var seen = SeenFields()
    try cursor.beginObject()
    repeat {
      let name = try cursor.name()
      switch name {
      case "id":
        try seen.add(0)
        id = try cursor.requiredText(.max)
      case "date":
        try seen.add(1)
        date = try cursor.text()
      case "dating":
        try seen.add(2)
        (basis, reason) = try cursor.dating()
      case "kind":
        try seen.add(3)
        kind = try cursor.text(.max)
      case "title":
        try seen.add(4)
        title = try cursor.requiredText(.max)
      case "summary":
        try seen.add(5)
        if try !cursor.takeNull() { summary = try cursor.text(.max) }
      case "agencies":
        try seen.add(6)
        try Self.numbers(&cursor, &agencies) { chronology.index.registry.agencyIDs.number(of: $0, in: $1) }
      case "people":
        try seen.add(7)
        try Self.numbers(&cursor, &people) { chronology.index.registry.personIDs.number(of: $0, in: $1) }
      case "links":
        try seen.add(8)
        hasLinks = try isFilledList()
      case "known":
        try seen.add(10)
        hasKnown = try isFilledList()
      case "reading":
        try seen.add(11)
        if try !cursor.takeNull() { reading = try cursor.text(.max) }
      case "citations":
        try seen.add(9)
        try cursor.skipKnownValue()
      default:
        throw JSONCursor.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b01_1111) else { throw JSONCursor.unusual }
  }

  @inline(__always) private static func numbers(
    _ cursor: inout JSONCursor, _ numbers: inout [Int], _ number: (JSONString, JSONCursor) -> Int?
  ) throws(JSONFault) {
    guard try cursor.beginOptionalList() else { return }
    repeat {
      cursor.skipSpace()
      let id = try cursor.text()
      guard let number = number(id, cursor) else { throw JSONCursor.unusual }
      numbers.append(number)
    } while try cursor.next(in: .array)
  }

  /// Skips a list, or null.
  private mutating func isFilledList() throws(JSONFault) -> Bool {
    let start = cursor
    guard try cursor.beginOptionalList() else { return false }
    cursor = start
    try cursor.skipKnownValue()
    return true
  }
}

extension ByteSink {
  /// A text as a JSON value, including quotes, as it is in the file.
  @inline(__always) func json(_ string: JSONString, _ fields: borrowing EventFields) {
    if string.count == 0 { return text("\"\"") }
    bytes(UnsafeBufferPointer(start: fields.cursor.base + string.start - 1, count: string.count + 2))
  }

  func json(_ text: String) {
    var writer = JSONWriter()
    writer.string(text)
    writer.withBytes { bytes($0) }
  }
}
