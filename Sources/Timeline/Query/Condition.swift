/// A condition on events, with names and dates resolved.
indirect enum Condition: Equatable, Sendable {
  case text(Term)
  case named(Query.Field, Names)
  /// A condition on a date field.
  case dated(Query.Field, QueryDate)
  case not(Condition)
  /// A conjunction; an empty one matches everything.
  case all([Condition])
  case any([Condition])

  /// A word or phrase: part of the folded title, of the event's other text, or of the text of things it refers to.
  struct Term: Equatable, Sendable {
    enum Scope: Equatable, Sendable {
      case everywhere
      /// Title, summary, reading and notes.
      case text
      case title
    }

    /// Finds it in folded text.
    let search: ByteSearch
    /// As typed.
    var shown: String
    var scope = Scope.everywhere
    /// Positions of the events that rest on a passage containing it.
    var passages: [UInt32] = []
  }

  /// Agencies, people, sources or kinds, by their numbers in the chronology, and what was typed for them.
  struct Names: Equatable, Sendable {
    var numbers: [Int]
    var shown: String
  }

  init(_ syntax: QuerySyntax, in chronology: Chronology, with passages: PassageIndex?) throws(QueryError) {
    switch syntax.kind {
    case .text(let text): self = Self.text(text, .everywhere, chronology, passages)
    case .field(let field, let values):
      var parts: [Condition] = []
      for value in values {
        switch field {
        case .text: parts.append(Self.text(value.text, .text, chronology, passages))
        case .title: parts.append(Self.text(value.text, .title, chronology, passages))
        case .agency, .person, .source, .kind:
          parts.append(.named(field, try chronology.names.resolve(value, in: field)))
        case .date, .within, .before, .after: parts.append(.dated(field, try QueryDate(value, of: field)))
        }
      }
      self = parts.count == 1 ? parts[0] : .any(parts)
    case .not(let part):
      self = .not(try Condition(part, in: chronology, with: passages))
    case .all(let parts):
      var conditions: [Condition] = []
      for part in parts {
        let condition = try Condition(part, in: chronology, with: passages)
        if condition != .all([]) { conditions.append(condition) }
      }
      self = conditions.count == 1 ? conditions[0] : .all(conditions)
    case .any(let parts):
      var conditions: [Condition] = []
      for part in parts { conditions.append(try Condition(part, in: chronology, with: passages)) }
      self = .any(conditions)
    }
  }

  private static func text(
    _ text: String, _ scope: Term.Scope, _ chronology: Chronology, _ passages: PassageIndex?
  ) -> Condition {
    let folded = Folding.bytes(text)
    // A lone accent or an invisible mark folds to nothing, and so asks for nothing.
    if folded.isEmpty { return .all([]) }
    let search = ByteSearch(folded)
    guard scope == .everywhere else { return .text(Term(search: search, shown: text, scope: scope)) }
    return .text(Term(search: search, shown: text, passages: passages?.events(holding: search) ?? []))
  }

  /// Whether evaluating it requires reading the text of events.
  var readsText: Bool {
    switch self {
    case .text: true
    case .named, .dated: false
    case .not(let part): part.readsText
    case .all(let parts), .any(let parts): parts.contains(where: \.readsText)
    }
  }

  /// The numbers in the conditions on a field that hold for every event found.
  func named(_ field: Query.Field) -> [Int] {
    switch self {
    case .named(field, let names): names.numbers
    case .all(let parts): parts.flatMap { $0.named(field) }
    case .any(let parts): parts.allSatisfy { !$0.named(field).isEmpty } ? parts.flatMap { $0.named(field) } : []
    case .text, .named, .dated, .not: []
    }
  }

  /// Whether everything that matches this certainly matches the other, judging by their structure.
  func implies(_ other: Condition) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (_, .all(let parts)): return parts.allSatisfy { implies($0) }
    case (.any(let parts), _): return parts.allSatisfy { $0.implies(other) }
    case (.all(let parts), _): return parts.contains { $0.implies(other) }
    case (_, .any(let parts)): return parts.contains { implies($0) }
    case (.text(let term), .text(let part)):
      return part.scope.includes(term.scope) && part.search.isFound(in: term.search.term)
    case (.not(let part), .not(let whole)): return whole.implies(part)
    default: return false
    }
  }
}

extension Condition.Term.Scope {
  func includes(_ other: Self) -> Bool {
    switch self {
    case .everywhere: true
    case .text: other != .everywhere
    case .title: other == .title
    }
  }
}
