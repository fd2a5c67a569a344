enum AgencyField: String, FieldName {
  case id, name, short, aliases, kind, successors

  var remedy: String {
    self == .id
      ? "Give the agency an id that no other agency has." : "Give the agency the name that a reader should see."
  }

  var example: String { self == .id ? "\"north-borough\"" : "\"North Borough Council\"" }
}

enum PersonField: String, FieldName {
  case id, name, role, aliases

  var remedy: String {
    self == .id ? "Give the person an id that no other person has." : "Give the name that a reader should see."
  }

  var example: String { self == .id ? "\"a-clerk\"" : "\"A. Clerk\"" }
}

enum SourceField: String, FieldName {
  case id, kind, title, date, dating, author, publisher, url, sha256, paragraphs, outline

  var remedy: String {
    switch self {
    case .id: "Give the source an id that no other source has."
    case .kind: "Write post for a text that is cited by paragraph, record for a public record."
    case .sha256: "A post is known by the SHA-256 of its file, as sha256sum prints it."
    case .paragraphs: "Count the runs of non-blank lines."
    default: "Give the source the title that a reader should see."
    }
  }

  var example: String {
    switch self {
    case .id: "\"a-clerk-speaks\""
    case .kind: "\"post\""
    case .sha256: "\"\(String(repeating: "0123456789abcdef", count: 4))\""
    case .paragraphs: "12"
    default: "\"A clerk speaks\""
    }
  }
}

enum OutlineField: String, FieldName {
  case paragraph, gist, speaker, part

  var remedy: String {
    self == .paragraph ? "Write the paragraph's number, from 1." : "Say in a line what the paragraph says."
  }

  var example: String { self == .paragraph ? "1" : "\"The clerk tells of a warning.\"" }
}

enum DatingField: String, FieldName {
  case basis, reason

  var remedy: String {
    self == .basis
      ? "Write stated, derived or inferred." : "Say how the date follows: the arithmetic, or what it is inferred from."
  }

  var example: String { self == .basis ? "\"stated\"" : "\"Five years before the post.\"" }
}

extension Decoding {
  mutating func agency(_ node: JSONTree.Node) -> Agency? {
    guard let fields = fields(of: node, as: AgencyField.self) else { return nil }
    begin("agency", fields, named: .id, .name)
    guard let id = identifier(.id, in: fields) else { return nil }
    return Agency(
      id: id, name: requiredText(.name, in: fields) ?? id, short: text(.short, in: fields),
      aliases: list(.aliases, in: fields) { $0.text($1, $2) }, kind: text(.kind, in: fields),
      successors: list(.successors, in: fields) { $0.text($1, $2) })
  }

  mutating func person(_ node: JSONTree.Node) -> Person? {
    guard let fields = fields(of: node, as: PersonField.self) else { return nil }
    begin("person", fields, named: .id, .name)
    guard let id = identifier(.id, in: fields) else { return nil }
    return Person(
      id: id, name: requiredText(.name, in: fields) ?? id, role: text(.role, in: fields),
      aliases: list(.aliases, in: fields) { $0.text($1, $2) })
  }

  mutating func source(_ node: JSONTree.Node) -> Source? {
    guard let fields = fields(of: node, as: SourceField.self) else { return nil }
    begin("source", fields, named: .id, .title)
    guard let id = identifier(.id, in: fields) else { return nil }
    if !fields.has(.kind) { missing(.kind, in: fields) }
    let kind = choice(.kind, in: fields, as: Source.Kind.self)
    var source = Source(
      id: id, kind: kind ?? .post,
      title: requiredText(.title, in: fields) ?? id, date: date(.date, in: fields), dating: dating(.dating, in: fields),
      author: text(.author, in: fields), publisher: text(.publisher, in: fields), url: text(.url, in: fields),
      sha256: text(.sha256, in: fields), paragraphs: integer(.paragraphs, in: fields))
    if kind == .post {
      for name in [SourceField.sha256, .paragraphs] where !fields.has(name) { missing(name, in: fields) }
    }
    if let url = source.url, !url.isSafeAddress {
      fault(
        "This is not an address that can be opened.", at: fields[.url] ?? node, .field("url"),
        remedy: "Write all of it, from http:// or https:// on, without spaces; or leave it out.", severity: .warning)
    }
    if let digest = source.sha256, !isHex(digest) {
      fault(
        "This is not a SHA-256.", at: fields[.sha256] ?? node, .field("sha256"),
        remedy: "Write the file's digest as 64 hexadecimal digits, as sha256sum prints it.")
      source.sha256 = nil
    }
    if let count = source.paragraphs, !(1...Source.mostParagraphs).contains(count) {
      fault(
        "A text cannot have \(count) paragraphs.", at: fields[.paragraphs] ?? node, .field("paragraphs"),
        remedy: "Count the runs of non-blank lines.")
      source.paragraphs = nil
    }
    let paragraphs = source.paragraphs
    source.outline = list(.outline, in: fields) { decoding, node, step in
      decoding.inside(step) { $0.outlineLine(node, of: paragraphs) }
    }
    return source
  }

  private mutating func outlineLine(_ node: JSONTree.Node, of paragraphs: Int?) -> OutlineLine? {
    guard let fields = fields(of: node, as: OutlineField.self) else { return nil }
    if !fields.has(.paragraph) { missing(.paragraph, in: fields) }
    guard let paragraph = integer(.paragraph, in: fields), let gist = requiredText(.gist, in: fields) else {
      return nil
    }
    guard paragraph >= 1, paragraph <= paragraphs ?? .max else {
      fault(
        "There is no paragraph \(paragraph) in this source.", at: fields[.paragraph] ?? node,
        .field("paragraph"), remedy: "Paragraphs count from 1 to the source's paragraphs.")
      return nil
    }
    return OutlineLine(
      paragraph: paragraph, gist: gist, speaker: text(.speaker, in: fields),
      part: choice(.part, in: fields, as: OutlineLine.Part.self) ?? .text)
  }

  /// How a date is known: a date that the sources do not state needs a reason.
  mutating func dating<Name: FieldName>(_ name: Name, in fields: Fields<Name>) -> Dating? {
    guard let node = fields[name] else { return nil }
    return inside(.field(name.rawValue)) { decoding in
      guard let fields = decoding.fields(of: node, as: DatingField.self) else { return nil }
      if !fields.has(.basis) { decoding.missing(.basis, in: fields) }
      let basis = decoding.choice(.basis, in: fields, as: Dating.Basis.self)
      let reason: String?
      switch basis {
      case .derived, .inferred: reason = decoding.requiredText(.reason, in: fields)
      case .stated, nil: reason = decoding.text(.reason, in: fields)
      }
      return Dating(basis: basis ?? .inferred, reason: reason)
    }
  }

  func isHex(_ digits: some StringProtocol) -> Bool {
    digits.utf8.count == 64 && digits.utf8.allSatisfy { SWAR.hexDigit($0) != nil }
  }
}
