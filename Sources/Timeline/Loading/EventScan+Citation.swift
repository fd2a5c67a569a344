/// The fast path for an event's citations, and for who came to know of it.
extension EventScan {
  mutating func citation(
    _ cursor: inout JSONCursor, _ registry: Registry, _ cited: inout CitedPlaces
  ) throws(JSONFault) {
    var seen = SeenFields()
    var source = 0
    var paragraph: Int?
    var fact = Citation.Stance.silent
    var date = Citation.Stance.silent
    var gives: DaySpan?
    try cursor.beginObject()
    repeat {
      let name = try cursor.name()
      switch name {
      case "source":
        try seen.add(0)
        guard let number = registry.sourceIDs.number(of: try cursor.requiredText(), in: cursor) else {
          throw JSONCursor.unusual
        }
        source = number
      case "fact":
        try seen.add(1)
        fact = try Self.stance(&cursor)
      case "date":
        try seen.add(2)
        date = try Self.stance(&cursor)
      case "paragraph":
        try seen.add(3)
        if try !cursor.takeNull() { paragraph = try cursor.number() }
      case "range":
        try seen.add(4)
        if try !cursor.takeNull() { try Self.range(&cursor) }
      case "digest":
        try seen.add(5)
        if try !cursor.takeNull() { try Self.digest(&cursor) }
      case "gives":
        try seen.add(6)
        if try !cursor.takeNull() { gives = try cursor.date().span }
      case "speaker":
        try seen.add(8)
        if try !cursor.takeNull() {
          let id = try cursor.text()
          guard
            registry.agencyIDs.number(of: id, in: cursor) != nil || registry.personIDs.number(of: id, in: cursor) != nil
          else { throw JSONCursor.unusual }
        }
      case "note":
        try seen.add(7)
        if try !cursor.takeNull() { notes.append(try cursor.text(TextLimit.prose)) }
      default:
        throw JSONCursor.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b111), registry.isSound(paragraph: paragraph, source: source) else { throw JSONCursor.unusual }
    citations += 1
    let isPost = registry.isPost(source)
    if isPost { postCitations += 1 }
    cited.append(source: UInt32(source), paragraph: paragraph, supports: isPost && fact.bears)
    claims.add(fact: fact, date: date, gives: gives?.bounds, isRecord: !isPost)
  }

  private static func stance(_ cursor: inout JSONCursor) throws(JSONFault) -> Citation.Stance {
    let stance = try cursor.shortText()
    switch stance {
    case "states": return .states
    case "implies": return .implies
    case "silent": return .silent
    case "contradicts": return .contradicts
    default: throw JSONCursor.unusual
    }
  }

  private static func range(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard cursor.take(UInt8(ascii: "[")) else { throw JSONCursor.unusual }
    let start = try cursor.number()
    guard try cursor.next(in: .array) else { throw JSONCursor.unusual }
    let end = try cursor.number()
    guard end > start, end - start <= Citation.longestPassage, try !cursor.next(in: .array) else {
      throw JSONCursor.unusual
    }
  }

  private static func digest(_ cursor: inout JSONCursor) throws(JSONFault) {
    let digest = try cursor.text()
    guard cursor.isDigest(digest, from: 7), cursor.short(digest).tag << 8 == SWAR.tag("sha256:") << 8 else {
      throw JSONCursor.unusual
    }
  }

  // MARK: Who came to know of it

  mutating func known(_ cursor: inout JSONCursor, _ registry: Registry) throws(JSONFault) {
    guard try cursor.beginOptionalList() else { return }
    isKnown = true
    repeat { try knowledge(&cursor, registry) } while try cursor.next(in: .array)
  }

  private mutating func knowledge(_ cursor: inout JSONCursor, _ registry: Registry) throws(JSONFault) {
    var seen = SeenFields()
    try cursor.beginObject()
    repeat {
      let name = try cursor.name()
      switch name {
      case "date":
        try seen.add(0)
        _ = try cursor.date()
      case "how":
        try seen.add(1)
        _ = try cursor.requiredText()
      case "agency":
        try seen.add(2)
        if try !cursor.takeNull(), registry.agencyIDs.number(of: try cursor.text(), in: cursor) == nil {
          throw JSONCursor.unusual
        }
      case "citation":
        try seen.add(3)
        if try !cursor.takeNull() {
          let number = try cursor.number()
          guard number > 0 else { throw JSONCursor.unusual }
          // Citations may follow, so whether this one exists is only checked at the end.
          lastKnownBy = max(lastKnownBy, number)
        }
      default:
        throw JSONCursor.unusual
      }
    } while try cursor.next(in: .object)
    guard seen.has(0b11) else { throw JSONCursor.unusual }
  }
}
