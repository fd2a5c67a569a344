/// Reads a sound event in one pass, without building its value: the way of nearly all events of a large file.
///
/// It answers "sound" only where `Decoding.event` finds nothing wrong, and what it collects is what the value would
/// give. Anything out of the ordinary (a fault, a null where a value should be, an id with an escape) it leaves to
/// that one, which knows what to say.
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
  private(set) var citedPlaces: [(source: UInt32, paragraph: Int?)] = []
  private(set) var claims = Claims()
  /// Where the targets of its links stand, at their opening quotes.
  private(set) var links: [(answering: Answering, target: Int)] = []

  /// Why a scan gives up; where does not matter, for the event is read again.
  private static let unusual = JSONFault(reason: .valueExpected, offset: 0)

  /// Whether the event at the cursor is sound; if so the cursor is left after it.
  mutating func read(_ cursor: inout JSONCursor, _ directory: Directory) -> Bool {
    var attempt = cursor
    do throws(JSONFault) {
      try event(&attempt, directory)
    } catch {
      return false
    }
    cursor = attempt
    return true
  }

  private mutating func event(_ cursor: inout JSONCursor, _ directory: Directory) throws(JSONFault) {
    agencies.removeAll(keepingCapacity: true)
    people.removeAll(keepingCapacity: true)
    citedPlaces.removeAll(keepingCapacity: true)
    claims.removeAll()
    links.removeAll(keepingCapacity: true)
    var seen = Seen()
    try open(&cursor)
    repeat {
      let name = try cursor.name()
      switch name.tag {
      case Word.tag("id") where name.count == 2:
        try seen.add(0)
        id = try Self.plainText(&cursor)
      case Word.tag("date") where name.count == 4:
        try seen.add(1)
        (span, precision) = try date(&cursor)
      case Word.tag("dating") where name.count == 6:
        try seen.add(2)
        try dating(&cursor)
      case Word.tag("kind") where name.count == 4:
        try seen.add(3)
        kind = try Self.plainText(&cursor)
      case Word.tag("title") where name.count == 5:
        try seen.add(4)
        title = try text(&cursor)
        guard Self.isNotBlank(title, cursor) else { throw Self.unusual }
      case Word.tag("summary") where name.count == 7:
        try seen.add(5)
        summary = try text(&cursor)
      case Word.tag("agencies") where name.count == 8:
        try seen.add(6)
        try Self.references(&cursor, to: directory.agencyIDs, &agencies)
      case Word.tag("people") where name.count == 6:
        try seen.add(7)
        try Self.references(&cursor, to: directory.personIDs, &people)
      case Word.tag("links") where name.count == 5:
        try seen.add(8)
        if try beginsList(&cursor) { repeat { try link(&cursor) } while try cursor.next(in: .array) }
      case Word.tag("citation") where name.isLonger("citations", cursor):
        try seen.add(9)
        if try beginsList(&cursor) { repeat { try citation(&cursor, directory) } while try cursor.next(in: .array) }
      case Word.tag("reading") where name.count == 7:
        try seen.add(10)
        try optionalText(&cursor)
      default:
        throw Self.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b11_1111_1111) else { throw Self.unusual }
  }

  // MARK: Parts of an event

  private func dating(_ cursor: inout JSONCursor) throws(JSONFault) {
    var seen = Seen()
    var needsReason = true
    try open(&cursor)
    repeat {
      let name = try cursor.name()
      switch name.tag {
      case Word.tag("basis") where name.count == 5:
        try seen.add(0)
        let basis = try cursor.shortText()
        switch basis.tag {
        case Word.tag("stated") where basis.count == 6: needsReason = false
        case Word.tag("derived") where basis.count == 7: break
        case Word.tag("inferred") where basis.count == 8: break
        default: throw Self.unusual
        }
      case Word.tag("reason") where name.count == 6:
        try seen.add(1)
        guard Self.isNotBlank(try text(&cursor), cursor) else { throw Self.unusual }
      default:
        throw Self.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(needsReason ? 0b11 : 0b01) else { throw Self.unusual }
  }

  private mutating func link(_ cursor: inout JSONCursor) throws(JSONFault) {
    var seen = Seen()
    var target = 0
    var answering = Answering.nothing
    try open(&cursor)
    repeat {
      let name = try cursor.name()
      switch name.tag {
      case Word.tag("to") where name.count == 2:
        try seen.add(0)
        target = cursor.position
        guard Self.isNotBlank(try text(&cursor), cursor) else { throw Self.unusual }
      case Word.tag("relation") where name.count == 8:
        try seen.add(1)
        answering = try relation(&cursor)
      default:
        throw Self.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b11) else { throw Self.unusual }
    links.append((answering, target))
  }

  private func relation(_ cursor: inout JSONCursor) throws(JSONFault) -> Answering {
    let string = try text(&cursor)
    guard !string.hasEscapes, Self.isNotBlank(string, cursor) else { throw Self.unusual }
    let relation = cursor.short(string)
    switch relation.tag {
    case Word.tag("answers") where relation.count == 7: return .answers
    case Word.tag("answered") where relation.isLonger("answered by", cursor): return .answered
    default: return .nothing
    }
  }

  private mutating func citation(_ cursor: inout JSONCursor, _ directory: Directory) throws(JSONFault) {
    var seen = Seen()
    var source = 0
    var paragraph: Int?
    var fact = Citation.Stance.silent
    var date = Citation.Stance.silent
    var gives: DaySpan?
    try open(&cursor)
    repeat {
      let name = try cursor.name()
      switch name.tag {
      case Word.tag("source") where name.count == 6:
        try seen.add(0)
        let id = cursor.bytes(of: try Self.plainText(&cursor))
        guard let number = directory.sourceIDs.number(of: id) else { throw Self.unusual }
        source = number
      case Word.tag("fact") where name.count == 4:
        try seen.add(1)
        fact = try stance(&cursor)
      case Word.tag("date") where name.count == 4:
        try seen.add(2)
        date = try stance(&cursor)
      case Word.tag("paragrap") where name.isLonger("paragraph", cursor):
        try seen.add(3)
        if try !isNull(&cursor) { paragraph = try number(&cursor) }
      case Word.tag("range") where name.count == 5:
        try seen.add(4)
        if try !isNull(&cursor) { try range(&cursor) }
      case Word.tag("digest") where name.count == 6:
        try seen.add(5)
        if try !isNull(&cursor) { try digest(&cursor) }
      case Word.tag("gives") where name.count == 5:
        try seen.add(6)
        if try !isNull(&cursor) { gives = try self.date(&cursor).0 }
      case Word.tag("note") where name.count == 4:
        try seen.add(7)
        try optionalText(&cursor)
      default:
        throw Self.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b111), directory.isSound(paragraph: paragraph, source: source) else { throw Self.unusual }
    citedPlaces.append((UInt32(source), paragraph))
    claims.add(fact: fact, date: date, gives: gives?.bounds)
  }

  private func stance(_ cursor: inout JSONCursor) throws(JSONFault) -> Citation.Stance {
    let stance = try cursor.shortText()
    switch stance.tag {
    case Word.tag("states") where stance.count == 6: return .states
    case Word.tag("implies") where stance.count == 7: return .implies
    case Word.tag("silent") where stance.count == 6: return .silent
    case Word.tag("contradi") where stance.isLonger("contradicts", cursor): return .contradicts
    default: throw Self.unusual
    }
  }

  private func range(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard cursor.take(UInt8(ascii: "[")) else { throw Self.unusual }
    let start = try number(&cursor)
    guard try cursor.next(in: .array), try number(&cursor) > start, try !cursor.next(in: .array) else {
      throw Self.unusual
    }
  }

  private func digest(_ cursor: inout JSONCursor) throws(JSONFault) {
    let digest = cursor.bytes(of: try Self.plainText(&cursor))
    guard digest.count == 71, digest.starts(with: "sha256:".utf8),
      digest.dropFirst(7).allSatisfy({ Word.hexDigit($0) != nil })
    else { throw Self.unusual }
  }

  private static func references(
    _ cursor: inout JSONCursor, to known: IdentifierTable, _ numbers: inout [UInt32]
  ) throws(JSONFault) {
    guard cursor.take(UInt8(ascii: "[")) else { throw unusual }
    if cursor.take(UInt8(ascii: "]")) { return }
    repeat {
      cursor.skipSpace()
      let id = cursor.bytes(of: try Self.plainText(&cursor))
      guard let number = known.number(of: id), !numbers.contains(UInt32(number)) else { throw unusual }
      numbers.append(UInt32(number))
    } while try cursor.next(in: .array)
  }

  // MARK: Values

  private func open(_ cursor: inout JSONCursor) throws(JSONFault) {
    // An empty object lacks something anyway.
    guard cursor.take(UInt8(ascii: "{")) else { throw Self.unusual }
  }

  /// Steps into a list; false if it is empty, and then the cursor is after it.
  @inline(__always) private func beginsList(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    guard cursor.take(UInt8(ascii: "[")) else { throw Self.unusual }
    return !cursor.take(UInt8(ascii: "]"))
  }

  /// A text of any content but control characters.
  @inline(__always) private func text(_ cursor: inout JSONCursor) throws(JSONFault) -> JSONString {
    guard cursor.peek == UInt8(ascii: "\"") else { throw Self.unusual }
    let string = try cursor.string()
    guard !string.hasControls else { throw Self.unusual }
    return string
  }

  private func optionalText(_ cursor: inout JSONCursor) throws(JSONFault) {
    if try !isNull(&cursor) { _ = try text(&cursor) }
  }

  /// A text of printable ASCII without escapes, that is not blank.
  @inline(__always) private static func plainText(_ cursor: inout JSONCursor) throws(JSONFault) -> JSONString {
    guard cursor.peek == UInt8(ascii: "\"") else { throw Self.unusual }
    let string = try cursor.string()
    guard string.isPlain, Self.isNotBlank(string, cursor) else { throw Self.unusual }
    return string
  }

  /// Begins with something to see. One that begins with a space may be blank: that is looked at elsewhere.
  @inline(__always) private static func isNotBlank(_ string: JSONString, _ cursor: JSONCursor) -> Bool {
    string.count > 0 && cursor.base[string.start] > 0x20 && cursor.base[string.start] != UInt8(ascii: "\\")
  }

  private func date(_ cursor: inout JSONCursor) throws(JSONFault) -> (DaySpan, Precision) {
    let bytes = cursor.bytes(of: try Self.plainText(&cursor))
    guard let date = try? EDTF.span(utf8: bytes), !date.span.isClamped else { throw Self.unusual }
    return date
  }

  @inline(__always) private func isNull(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    guard cursor.peek == UInt8(ascii: "n") else { return false }
    try cursor.literal("null")
    return true
  }

  /// Digits alone, at most eighteen.
  private func number(_ cursor: inout JSONCursor) throws(JSONFault) -> Int {
    cursor.skipSpace()
    let start = cursor.position
    try cursor.skipNumber()
    guard cursor.position - start <= 18 else { throw Self.unusual }
    var number = 0
    for index in start..<cursor.position {
      let digit = cursor.base[index] &- UInt8(ascii: "0")
      guard digit < 10 else { throw Self.unusual }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Which fields an object has had.
  private struct Seen {
    private var bits: UInt = 0

    @inline(__always) mutating func add(_ field: UInt) throws(JSONFault) {
      guard bits & 1 << field == 0 else { throw EventScan.unusual }
      bits |= 1 << field
    }

    func has(_ required: UInt) -> Bool { bits & required == required }
  }
}

extension JSONString {
  fileprivate static let none = JSONString(start: 0, end: 0, isPlain: true)
}

/// A short text by its first eight bytes and its length.
private struct ShortText {
  var tag: UInt64
  var count: Int
  var start: Int

  /// Whether the text is `name`, which is longer than the tag.
  @inline(__always) func isLonger(_ name: StaticString, _ cursor: JSONCursor) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    for index in 8..<name.utf8CodeUnitCount where cursor.base[start + index] != name.utf8Start[index] { return false }
    return true
  }
}

extension JSONCursor {
  /// A field's name; leaves the cursor at the value. Names of up to seven letters, with the colon right after them,
  /// are read from one word.
  @inline(__always) fileprivate mutating func name() throws(JSONFault) -> ShortText {
    skipSpace()
    if position + 10 <= end, base[position] == UInt8(ascii: "\"") {
      let start = position + 1
      let word = Word.load(base + start)
      let special = Word.special(word)
      let bits = special.trailingZeroBitCount & ~7
      let stop = start + bits >> 3
      if special != 0, base[stop] == UInt8(ascii: "\""), base[stop + 1] == UInt8(ascii: ":") {
        position = stop + 2
        skipSpace()
        return ShortText(tag: word & (1 << UInt64(bits) - 1), count: bits >> 3, start: start)
      }
    }
    return short(try key())
  }

  @inline(__always) fileprivate mutating func shortText() throws(JSONFault) -> ShortText {
    guard peek == UInt8(ascii: "\"") else { throw fault(.valueExpected) }
    return short(try string())
  }

  /// Names with escapes or beyond ASCII get a tag that no name has.
  @inline(__always) fileprivate func short(_ string: JSONString) -> ShortText {
    guard string.isPlain, string.start + 8 <= end else { return ShortText(tag: 0, count: 0, start: 0) }
    let word = Word.load(base + string.start)
    let tag = string.count >= 8 ? word : word & (1 << UInt64(string.count * 8) - 1)
    return ShortText(tag: tag, count: string.count, start: string.start)
  }

  @inline(__always) func bytes(of string: JSONString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + string.start, count: string.count)
  }
}
