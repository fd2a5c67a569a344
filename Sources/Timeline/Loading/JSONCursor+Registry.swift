internal import EDTF

/// The fast path through the registry: valid agencies, people and sources straight from the bytes. Anything unusual is
/// left to `Decoding`.
extension JSONCursor {
  mutating func agency() throws(JSONFault) -> Agency {
    var agency = Agency(id: "", name: "")
    var seen = SeenFields()
    try beginObject()
    repeat {
      let name = try name()
      switch name {
      case "id":
        try seen.add(0)
        agency.id = value(of: try requiredText())
      case "name":
        try seen.add(1)
        agency.name = value(of: try requiredText())
      case "short":
        try seen.add(2)
        agency.short = try optionalValue()
      case "aliases":
        try seen.add(3)
        agency.aliases = try values()
      case "kind":
        try seen.add(4)
        agency.kind = try optionalValue()
      case "successors":
        try seen.add(5)
        agency.successors = try values()
      default:
        throw Self.unusual
      }
    } while try next(in: .object)
    guard seen.has(0b11) else { throw Self.unusual }
    return agency
  }

  mutating func person() throws(JSONFault) -> Person {
    var person = Person(id: "", name: "")
    var seen = SeenFields()
    try beginObject()
    repeat {
      let name = try name()
      switch name {
      case "id":
        try seen.add(0)
        person.id = value(of: try requiredText())
      case "name":
        try seen.add(1)
        person.name = value(of: try requiredText())
      case "role":
        try seen.add(2)
        person.role = try optionalValue()
      case "aliases":
        try seen.add(3)
        person.aliases = try values()
      default:
        throw Self.unusual
      }
    } while try next(in: .object)
    guard seen.has(0b11) else { throw Self.unusual }
    return person
  }

  mutating func source() throws(JSONFault) -> Source {
    var source = Source(id: "", kind: .post, title: "")
    var seen = SeenFields()
    try beginObject()
    repeat {
      let name = try name()
      switch name {
      case "id":
        try seen.add(0)
        source.id = value(of: try requiredText())
      case "kind":
        try seen.add(1)
        source.kind = try sourceKind()
      case "title":
        try seen.add(2)
        source.title = value(of: try requiredText())
      case "date":
        try seen.add(3)
        source.date = try optionalDate()
      case "dating":
        try seen.add(4)
        if try !takeNull() {
          let dating = try dating()
          source.dating = Dating(basis: dating.basis, reason: dating.reason.map(value(of:)))
        }
      case "author":
        try seen.add(5)
        source.author = try optionalValue()
      case "publisher":
        try seen.add(6)
        source.publisher = try optionalValue()
      case "url":
        try seen.add(7)
        source.url = try optionalValue()
        guard source.url?.isSafeAddress ?? true else { throw Self.unusual }
      case "sha256":
        try seen.add(8)
        if try !takeNull() {
          let digest = try text()
          guard isDigest(digest, from: 0) else { throw Self.unusual }
          source.sha256 = value(of: digest)
        }
      case "paragraphs":
        try seen.add(9)
        if try !takeNull() { source.paragraphs = try number() }
      case "outline":
        try seen.add(10)
        if try beginOptionalList() {
          repeat { source.outline.append(try outlineLine()) } while try next(in: .array)
        }
      default:
        throw Self.unusual
      }
    } while try next(in: .object)
    // The outline may come before the number of paragraphs.
    let last = source.paragraphs ?? .max
    let isKnownByItsFile = source.kind == .record || source.sha256 != nil && source.paragraphs != nil
    guard seen.has(0b111), isKnownByItsFile, (1...Source.mostParagraphs).contains(source.paragraphs ?? 1),
      source.outline.allSatisfy({ $0.paragraph >= 1 && $0.paragraph <= last })
    else { throw Self.unusual }
    return source
  }

  private mutating func outlineLine() throws(JSONFault) -> OutlineLine {
    var line = OutlineLine(paragraph: 0, gist: "")
    var seen = SeenFields()
    try beginObject()
    repeat {
      let name = try name()
      switch name {
      case "paragraph":
        try seen.add(0)
        line.paragraph = try number()
      case "gist":
        try seen.add(1)
        line.gist = value(of: try requiredText(TextLimit.prose))
      case "speaker":
        try seen.add(2)
        line.speaker = try optionalValue()
      case "part":
        try seen.add(3)
        if try !takeNull() { line.part = try outlinePart() }
      default:
        throw Self.unusual
      }
    } while try next(in: .object)
    guard seen.has(0b11) else { throw Self.unusual }
    return line
  }

  // MARK: Values

  private mutating func sourceKind() throws(JSONFault) -> Source.Kind {
    let kind = try shortText()
    switch kind {
    case "post": return .post
    case "record": return .record
    default: throw Self.unusual
    }
  }

  private mutating func outlinePart() throws(JSONFault) -> OutlineLine.Part {
    let part = try shortText()
    switch part {
    case "heading": return .heading
    case "text": return .text
    case "quotation": return .quotation
    case "comment": return .comment
    case "furniture": return .furniture
    default: throw Self.unusual
    }
  }

  private mutating func optionalValue() throws(JSONFault) -> String? {
    try takeNull() ? nil : value(of: try text())
  }

  private mutating func optionalDate() throws(JSONFault) -> EDTFDate? {
    if try takeNull() { return nil }
    let string = try text()
    guard let date = try? EDTFDate(value(of: string)) else { throw Self.unusual }
    return date
  }

  /// The texts of a list; null counts as an empty one.
  private mutating func values() throws(JSONFault) -> [String] {
    var values: [String] = []
    guard try beginOptionalList() else { return values }
    repeat {
      skipSpace()
      values.append(value(of: try text()))
    } while try next(in: .array)
    return values
  }
}
