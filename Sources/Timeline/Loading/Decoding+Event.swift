internal import EDTF

enum EventField: String, FieldName {
  case id, date, dating, kind, title, summary, agencies, people, links, citations, known, reading

  var remedy: String {
    switch self {
    case .id: "Give the event an id that no other event has."
    case .date: "Give the event an EDTF date, only as precise as the sources allow: 2007-08-03, 2007-08, 2004/2007."
    case .dating: "Say how the date is known: {\"basis\": \"stated\"}, or derived or inferred with a reason."
    case .kind: "Say what kind of event it is: letter, report, decision, ..."
    case .title: "Give the event the title that a list should show."
    case .summary: "Say in a few sentences what happened."
    default: "It may be left out."
    }
  }

  var example: String {
    switch self {
    case .id: "\"short-name-of-the-event\""
    case .date: "\"2007-08\""
    case .dating: "{\"basis\": \"stated\"}"
    case .kind: "\"letter\""
    case .title: "\"What the list should show\""
    default: "[]"
    }
  }
}

enum LinkField: String, FieldName {
  case to, relation

  var remedy: String { self == .to ? "Name the other event by its id." : "Say how the events belong together." }
  var example: String { self == .to ? "\"id-of-the-other-event\"" : "\"answers\"" }
}

enum CitationField: String, FieldName {
  case source, paragraph, range, digest, fact, date, gives, speaker, note

  var remedy: String {
    switch self {
    case .source: "Name the source by its id."
    case .paragraph: "Write the number of the paragraph, from 1."
    default: "Write one of states, implies, contradicts, silent."
    }
  }

  var example: String {
    switch self {
    case .source: "\"id-of-the-source\""
    case .paragraph: "1"
    default: "\"states\""
    }
  }
}

enum KnownField: String, FieldName {
  case agency, date, how, citation

  var remedy: String {
    self == .date ? "Say when they came to know, as an EDTF date." : "Say how they came to know: told, written to, ..."
  }

  var example: String { self == .date ? "\"2007-08\"" : "\"told\"" }
}

extension Decoding {
  /// Why an event is being decoded, with the ids of the events known at that point.
  enum Purpose {
    /// To add it: its id must be new, and the targets of its links are not checked, since they may follow.
    case reading(earlier: IdentifierTable)
    /// To show it once all are read: a link to an event that does not exist is dropped.
    case showing(all: IdentifierTable)
  }

  /// An event, or nil if it has no valid id, date or title.
  mutating func event(_ node: JSONTree.Node, in registry: Registry, _ purpose: Purpose) -> Event? {
    guard let fields = fields(of: node, as: EventField.self) else { return nil }
    begin("event", fields, named: .id, .title)
    var id = identifier(.id, in: fields)
    if case .reading(let earlier) = purpose, let taken = id, earlier.number(of: taken) != nil {
      fault(
        "There is an event \(quoted(taken)) already.", at: fields[.id] ?? node, .field("id"),
        remedy: "Give this one another id; until then it is left out.")
      id = nil
    }
    if !fields.has(.date) { missing(.date, in: fields) }
    let date = date(.date, in: fields)
    if !fields.has(.dating) { missing(.dating, in: fields) }
    let title = requiredText(.title, in: fields)
    let dating = dating(.dating, in: fields) ?? Dating(basis: .inferred)
    let kind = requiredText(.kind, in: fields) ?? ""
    let summary = text(.summary, in: fields) ?? ""
    let agencies = references(.agencies, in: fields, to: registry.agencyIDs, "agency")
    let people = references(.people, in: fields, to: registry.personIDs, "person")
    let links = list(.links, in: fields) { decoding, node, step in
      decoding.inside(step) { $0.link(node, purpose) }
    }
    // By index in the file, because that is how `known` counts them.
    let citations = list(.citations, in: fields) { decoding, node, step -> Citation?? in
      .some(decoding.inside(step) { $0.citation(node, in: registry) })
    }
    // Citations that are left out shift those after them.
    var taken = 0
    let numbers = citations.map { citation -> Int? in
      guard citation != nil else { return nil }
      taken += 1
      return taken
    }
    let known = list(.known, in: fields) { decoding, node, step in
      decoding.inside(step) { $0.knowledge(node, in: registry, citations: numbers) }
    }
    if let list = fields[.citations] { weigh(citations.compactMap(\.self), of: date, at: list, in: registry) }
    let reading = text(.reading, in: fields)
    guard let id, let date, let title else { return nil }
    return Event(
      id: id, date: date, dating: dating, kind: kind, title: title, summary: summary, agencies: agencies,
      people: people, links: links, citations: citations.compactMap(\.self), known: known, reading: reading)
  }

  private mutating func references<Name: FieldName>(
    _ name: Name, in fields: Fields<Name>, to known: IdentifierTable, _ noun: String
  ) -> [String] {
    var named = IdentifierTable()
    return list(name, in: fields) { decoding, node, step in
      guard let id = decoding.text(node, step), decoding.isKnown(id, in: known, noun, node, step) else { return nil }
      guard named.insert(id) != nil else {
        if decoding.isPassed() { return nil }
        decoding.fault(
          "The \(noun) \(quoted(id)) is named twice.", at: node, step, remedy: "Name it once.", severity: .warning)
        return nil
      }
      return id
    }
  }

  private mutating func isKnown(
    _ id: String, in known: IdentifierTable, _ noun: String, _ node: JSONTree.Node, _ step: JSONPath.Step
  ) -> Bool {
    if known.number(of: id) != nil { return true }
    if isPassed() { return false }
    fault(
      "There is no \(noun) with the id \(quoted(id)).", at: node, step,
      remedy: "Correct the id, or add the \(noun) to the chronology.")
    return false
  }

  private mutating func link(_ node: JSONTree.Node, _ purpose: Purpose) -> Link? {
    guard let fields = fields(of: node, as: LinkField.self) else { return nil }
    let to = requiredText(.to, in: fields)
    let relation = requiredText(.relation, in: fields)
    guard let to, let relation else { return nil }
    switch purpose {
    case .reading:
      linkTargets.append(fields[.to].map(tree.offset) ?? 0)
    case .showing(let events):
      let before = faults.kept.count
      guard isKnown(to, in: events, "event", fields[.to] ?? node, .field("to")) else {
        danglingLinks.append(contentsOf: before..<faults.kept.count)
        return nil
      }
    }
    return Link(to: to, relation: relation)
  }

  private mutating func citation(_ node: JSONTree.Node, in registry: Registry) -> Citation? {
    guard let fields = fields(of: node, as: CitationField.self) else { return nil }
    for name in [CitationField.fact, .date] where !fields.has(name) { missing(name, in: fields) }
    let id = requiredText(.source, in: fields)
    let fact = choice(.fact, in: fields, as: Citation.Stance.self)
    let stance = choice(.date, in: fields, as: Citation.Stance.self)
    let range = range(.range, in: fields)
    let digest = digest(.digest, in: fields)
    let gives = date(.gives, in: fields)
    let speaker = speaker(in: fields, registry)
    let note = text(.note, in: fields)
    var paragraph = integer(.paragraph, in: fields)
    guard let id, isKnown(id, in: registry.sourceIDs, "source", fields[.source] ?? node, .field("source")),
      let source = registry.source(id)
    else { return nil }
    if let number = paragraph, number < 1 || number > source.paragraphs ?? .max {
      fault(
        "There is no paragraph \(number) in \(quoted(id)).", at: fields[.paragraph] ?? node,
        .field("paragraph"),
        remedy: source.paragraphs.map { "Its paragraphs count from 1 to \($0)." } ?? "Paragraphs count from 1.")
      paragraph = nil
    } else if source.kind == .post, !fields.has(.paragraph) {
      missing(.paragraph, in: fields)
    }
    guard let fact, let stance else { return nil }
    return Citation(
      source: id, paragraph: paragraph, range: range, digest: digest, fact: fact, date: stance, gives: gives,
      speaker: speaker, note: note)
  }

  private mutating func speaker(in fields: Fields<CitationField>, _ registry: Registry) -> String? {
    guard let id = text(.speaker, in: fields), let node = fields[.speaker] else { return nil }
    if registry.personIDs.number(of: id) != nil { return id }
    return isKnown(id, in: registry.agencyIDs, "agency or person", node, .field("speaker")) ? id : nil
  }

  /// Checks the citations together: whether an event rests on anything, and whether what is said to contradict its
  /// date really does.
  private mutating func weigh(
    _ citations: [Citation], of date: EDTFDate?, at list: JSONTree.Node, in registry: Registry
  ) {
    if registry.hasPosts, !citations.isEmpty, citations.allSatisfy({ registry.source($0.source)?.kind == .record }) {
      fault(
        "This event rests on public records alone.", at: list, .field("citations"),
        remedy: "Cite a passage of a post that reports it: a public record cannot support an event by itself.",
        severity: .warning)
    }
    for citation in citations where citation.date == .contradicts {
      guard let date, let given = citation.gives, citation.agrees(with: date) else { continue }
      fault(
        "A passage is said to contradict the date, but \(given.words) can be true together with \(date.words).",
        at: list,
        .field("citations"), remedy: "Write implies, states or silent: contradicts means that both cannot be true.",
        severity: .warning)
    }
  }

  private mutating func range<Name: FieldName>(_ name: Name, in fields: Fields<Name>) -> Range<Int>? {
    guard let node = fields[name] else { return nil }
    let before = faults.count
    let ends = list(name, in: fields) { $0.integer($1, $2) }
    guard faults.count == before else { return nil }
    if ends.count == 2, 0 <= ends[0], ends[0] < ends[1] {
      let range = ends[0]..<ends[1]
      if range.count <= Citation.longestPassage { return range }
      fault(
        "A passage of \(range.count) characters is too long to be proved.", at: node, .field(name.rawValue),
        remedy: "Cite the few sentences that bear out the event: at most \(Citation.longestPassage) characters.")
      return nil
    }
    fault(
      ends.count == 2
        ? "The range from \(ends[0]) to \(ends[1]) is empty, runs backwards or begins before 0."
        : "A range has two ends; this one has \(ends.count).",
      at: node, .field(name.rawValue), remedy: "Write [first, end]: Unicode scalars counted from 0, the end excluded.")
    return nil
  }

  private mutating func digest<Name: FieldName>(_ name: Name, in fields: Fields<Name>) -> String? {
    guard let digest = text(name, in: fields) else { return nil }
    if digest.hasPrefix("sha256:"), isHex(digest.dropFirst(7)) { return digest }
    fault(
      "This is not a digest.", at: fields[name] ?? fields.node, .field(name.rawValue),
      remedy: "Write sha256: and the 64 hexadecimal digits of the folded passage's SHA-256.")
    return nil
  }

  private mutating func knowledge(
    _ node: JSONTree.Node, in registry: Registry, citations: [Int?]
  ) -> Knowledge? {
    guard let fields = fields(of: node, as: KnownField.self) else { return nil }
    if !fields.has(.date) { missing(.date, in: fields) }
    let agency = text(.agency, in: fields)
    let isNamed = !fields.has(.agency) || agency != nil
    let date = date(.date, in: fields)
    let how = requiredText(.how, in: fields)
    var citation = integer(.citation, in: fields)
    if let number = citation, !citations.indices.contains(number &- 1) {
      fault(
        "This event has no citation \(number).", at: fields[.citation] ?? node, .field("citation"),
        remedy: "Citations count from 1; this event has \(citations.count).")
      citation = nil
    }
    citation = citation.flatMap { citations[$0 - 1] }
    if let agency, !isKnown(agency, in: registry.agencyIDs, "agency", fields[.agency] ?? node, .field("agency")) {
      return nil
    }
    guard isNamed, let date, let how else { return nil }
    return Knowledge(agency: agency, date: date, how: how, citation: citation)
  }
}
