/// Reads a sound event in one pass, without building its value: the way of every event of a sound file, but for dates
/// some million years away.
///
/// It answers "sound" only where `Decoding.event` finds nothing wrong, and what it collects is what the value would
/// give. Anything out of the ordinary (a fault, a null where a value should be) it leaves to that one, which knows what
/// to say.
struct EventScan: Sendable {
  private(set) var id = JSONString.none
  private(set) var kind = JSONString.none
  private(set) var title = JSONString.none
  private(set) var summary = JSONString.none
  private(set) var span = DaySpan(earliest: 0, latest: 0)
  private(set) var precision = Precision.day
  /// Numbers in the directory.
  private(set) var agencies: [UInt32] = []
  private(set) var people: [UInt32] = []
  var citedPlaces: [(source: UInt32, paragraph: Int?)] = []
  var claims = Claims()
  /// Where the targets of its links stand, at their opening quotes.
  private(set) var links: [(answering: Answering, target: Int)] = []
  /// It is said who came to know of it.
  var isKnown = false
  /// The last citation, counted from 1, that says how somebody came to know.
  var lastKnownBy = 0

  private mutating func removeAll() {
    agencies.removeAll(keepingCapacity: true)
    people.removeAll(keepingCapacity: true)
    citedPlaces.removeAll(keepingCapacity: true)
    claims.removeAll()
    links.removeAll(keepingCapacity: true)
    isKnown = false
    lastKnownBy = 0
  }

  /// Reads the event at the cursor and leaves the cursor after it; throws if it is not sound.
  mutating func read(_ cursor: inout JSONCursor, _ directory: Directory) throws(JSONFault) {
    removeAll()
    var seen = SeenFields()
    try cursor.beginObject()
    repeat {
      let name = try cursor.name()
      switch name.tag {
      case Word.tag("id") where name.count == 2:
        try seen.add(0)
        id = try cursor.requiredText()
      case Word.tag("date") where name.count == 4:
        try seen.add(1)
        (span, precision) = try cursor.date()
      case Word.tag("dating") where name.count == 6:
        try seen.add(2)
        _ = try cursor.dating()
      case Word.tag("kind") where name.count == 4:
        try seen.add(3)
        kind = try cursor.requiredText()
      case Word.tag("title") where name.count == 5:
        try seen.add(4)
        title = try cursor.requiredText()
      case Word.tag("summary") where name.count == 7:
        try seen.add(5)
        summary = try cursor.text()
      case Word.tag("agencies") where name.count == 8:
        try seen.add(6)
        try Self.references(&cursor, to: directory.agencyIDs, &agencies)
      case Word.tag("people") where name.count == 6:
        try seen.add(7)
        try Self.references(&cursor, to: directory.personIDs, &people)
      case Word.tag("links") where name.count == 5:
        try seen.add(8)
        if try cursor.beginList() { repeat { try link(&cursor) } while try cursor.next(in: .array) }
      case Word.tag("citation") where name.isLonger("citations", cursor):
        try seen.add(9)
        if try cursor.beginList() { repeat { try citation(&cursor, directory) } while try cursor.next(in: .array) }
      case Word.tag("known") where name.count == 5:
        try seen.add(10)
        try known(&cursor, directory)
      case Word.tag("reading") where name.count == 7:
        try seen.add(11)
        if try !cursor.takeNull() { _ = try cursor.text() }
      default:
        throw JSONCursor.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b11_1111_1111), lastKnownBy <= citedPlaces.count else { throw JSONCursor.unusual }
  }

  private static func references(
    _ cursor: inout JSONCursor, to known: IdentifierTable, _ numbers: inout [UInt32]
  ) throws(JSONFault) {
    guard try cursor.beginList() else { return }
    repeat {
      cursor.skipSpace()
      guard let number = known.number(of: try cursor.text(), in: cursor), !numbers.contains(UInt32(number)) else {
        throw JSONCursor.unusual
      }
      numbers.append(UInt32(number))
    } while try cursor.next(in: .array)
  }

  private mutating func link(_ cursor: inout JSONCursor) throws(JSONFault) {
    var seen = SeenFields()
    var target = 0
    var answering = Answering.nothing
    try cursor.beginObject()
    repeat {
      let name = try cursor.name()
      switch name.tag {
      case Word.tag("to") where name.count == 2:
        try seen.add(0)
        target = cursor.position
        _ = try cursor.requiredText()
      case Word.tag("relation") where name.count == 8:
        try seen.add(1)
        answering = Self.answering(try cursor.requiredText(), cursor)
      default:
        throw JSONCursor.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b11) else { throw JSONCursor.unusual }
    links.append((answering, target))
  }

  private static func answering(_ string: JSONString, _ cursor: JSONCursor) -> Answering {
    if string.hasEscapes { return Answering(cursor.value(of: string)) }
    let relation = cursor.short(string)
    switch relation.tag {
    case Word.tag("answers") where relation.count == 7: return .answers
    case Word.tag("answered") where relation.isLonger("answered by", cursor): return .answered
    default: return .nothing
    }
  }
}

extension JSONString {
  fileprivate static let none = JSONString(start: 0, end: 0, isPlain: true)
}
