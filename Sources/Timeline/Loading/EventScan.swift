internal import EDTF

/// Reads a valid event in one pass, without building its value: the path for every event of a valid file, except dates
/// some millions of years away.
///
/// It accepts only what `Decoding.event` finds no fault with, and collects what the value would give; lists go
/// straight into the rows. Anything out of the ordinary (a fault, a null in place of a value) it leaves to `Decoding`,
/// which has the messages.
struct EventScan: Sendable {
  private(set) var id = JSONString.none
  private(set) var kind = JSONString.none
  private(set) var title = JSONString.none
  private(set) var summary = JSONString.none
  private var reading: JSONString?
  /// The notes of its citations.
  var notes: [JSONString] = []
  private(set) var span = DaySpan(earliest: 0, latest: 0)
  private(set) var precision = Precision.day
  /// Of the day, for a time.
  private(set) var second: Int?
  var claims = Claims()
  var citations = 0
  /// How many of them cite posts.
  var postCitations = 0
  /// Whether the data say who came to know of it.
  var isKnown = false
  /// The last citation, counted from 1, that says how somebody came to know.
  var lastKnownBy = 0

  /// Reads the event at the cursor and leaves the cursor after it; throws if it is not valid, in which case the caller
  /// must discard what it added to the rows.
  mutating func read(
    _ cursor: inout JSONCursor, _ registry: Registry, into rows: inout EventTable
  ) throws(JSONFault) {
    claims.removeAll()
    citations = 0
    postCitations = 0
    isKnown = false
    lastKnownBy = 0
    summary = .none
    reading = nil
    notes.removeAll(keepingCapacity: true)
    var seen = SeenFields()
    try cursor.beginObject()
    repeat {
      let name = try cursor.name()
      switch name {
      case "id":
        try seen.add(0)
        id = try cursor.requiredText()
      case "date":
        try seen.add(1)
        (span, precision, second) = try cursor.date()
      case "dating":
        try seen.add(2)
        _ = try cursor.dating()
      case "kind":
        try seen.add(3)
        kind = try cursor.requiredText()
      case "title":
        try seen.add(4)
        title = try cursor.requiredText()
      case "summary":
        try seen.add(5)
        if try !cursor.takeNull() { summary = try cursor.text(TextLimit.prose) }
      case "agencies":
        try seen.add(6)
        try Self.references(&cursor, to: registry.agencyIDs, &rows.agencies)
      case "people":
        try seen.add(7)
        try Self.references(&cursor, to: registry.personIDs, &rows.people)
      case "links":
        try seen.add(8)
        if try cursor.beginOptionalList() {
          repeat { try Self.link(&cursor, &rows) } while try cursor.next(in: .array)
        }
      case "citations":
        try seen.add(9)
        if try cursor.beginOptionalList() {
          repeat { try citation(&cursor, registry, &rows.cited) } while try cursor.next(in: .array)
        }
      case "known":
        try seen.add(10)
        try known(&cursor, registry)
      case "reading":
        try seen.add(11)
        if try !cursor.takeNull() { reading = try cursor.text(TextLimit.prose) }
      default:
        throw JSONCursor.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b1_1111), lastKnownBy <= citations, citations == 0 || postCitations > 0 || !registry.hasPosts,
      !claims.contradictNothing(on: span.bounds)
    else { throw JSONCursor.unusual }
  }

  /// Texts other than title and summary: see `Event.remarks`.
  var remarks: [JSONString] { reading.map { [$0] + notes } ?? notes }

  private static func references(
    _ cursor: inout JSONCursor, to known: IdentifierTable, _ list: inout RowLists
  ) throws(JSONFault) {
    guard try cursor.beginOptionalList() else { return }
    // Each name is compared with all before it, which is fast for the few that events have.
    var room = 64
    repeat {
      cursor.skipSpace()
      room -= 1
      guard room >= 0, let number = known.number(of: try cursor.text(), in: cursor), !list.hasAdded(UInt32(number))
      else { throw JSONCursor.unusual }
      list.append(UInt32(number))
    } while try cursor.next(in: .array)
  }

  private static func link(_ cursor: inout JSONCursor, _ rows: inout EventTable) throws(JSONFault) {
    var seen = SeenFields()
    var target = 0
    var sequel = Sequel.none
    try cursor.beginObject()
    repeat {
      let name = try cursor.name()
      switch name {
      case "to":
        try seen.add(0)
        target = cursor.position
        _ = try cursor.requiredText()
      case "relation":
        try seen.add(1)
        sequel = Self.sequel(try cursor.requiredText(), cursor)
      default:
        throw JSONCursor.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b11) else { throw JSONCursor.unusual }
    rows.links.append(EventTable.Link(row: UInt32(rows.count), sequel: sequel, target: target))
  }

  private static func sequel(_ string: JSONString, _ cursor: JSONCursor) -> Sequel {
    if string.hasEscapes { return Sequel(cursor.value(of: string)) }
    let relation = cursor.short(string)
    switch relation {
    case "answers": return .answers
    case "answered by": return .answered
    case "part of": return .follows
    case "follows from": return .follows
    case "refers to": return .follows
    case "supersedes": return .follows
    default: return .none
    }
  }
}

extension JSONString {
  fileprivate static let none = JSONString(start: 0, end: 0, isPlain: true)
}
