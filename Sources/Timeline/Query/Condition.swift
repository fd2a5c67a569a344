/// What must hold of an event, with names and dates looked up.
indirect enum Condition: Equatable, Sendable {
  case text(Term)
  case named(Query.Field, Names)
  /// What a date field says of one date.
  case dated(Query.Field, QueryDate)
  case not(Condition)
  /// All of none is everything.
  case all([Condition])
  case any([Condition])

  /// A word or phrase: a part of the folded title or summary, or of the name of an agency or person.
  struct Term: Equatable, Sendable {
    var folded: [UInt8]
    /// As it was typed.
    var shown: String
    /// Numbers of the agencies and people whose names hold it.
    var agencies: [Int]
    var people: [Int]
  }

  /// Agencies, people, sources or kinds, by their numbers in the chronology, and what was typed for them.
  struct Names: Equatable, Sendable {
    var numbers: [Int]
    var shown: String
  }

  init(_ syntax: QuerySyntax, in chronology: Chronology) throws(QueryError) {
    switch syntax.kind {
    case .text(let text):
      let folded = Folding.bytes(text)
      // Nothing is left of a lone accent or an invisible mark, and nothing is asked by it.
      self =
        folded.isEmpty
        ? .all([])
        : .text(
          Term(
            folded: folded, shown: text, agencies: chronology.names.containing(folded, in: .agency),
            people: chronology.names.containing(folded, in: .person)))
    case .field(let field, let values):
      var parts: [Condition] = []
      for value in values {
        parts.append(
          field.takesDate
            ? .dated(field, try QueryDate(value, of: field))
            : .named(field, try chronology.names.resolve(value, in: field)))
      }
      self = parts.count == 1 ? parts[0] : .any(parts)
    case .not(let part):
      self = .not(try Condition(part, in: chronology))
    case .all(let parts):
      var conditions: [Condition] = []
      for part in parts {
        let condition = try Condition(part, in: chronology)
        if condition != .all([]) { conditions.append(condition) }
      }
      self = conditions.count == 1 ? conditions[0] : .all(conditions)
    case .any(let parts):
      var conditions: [Condition] = []
      for part in parts { conditions.append(try Condition(part, in: chronology)) }
      self = .any(conditions)
    }
  }

  /// Whether the text of events must be read to judge it.
  var readsText: Bool {
    switch self {
    case .text: true
    case .named, .dated: false
    case .not(let part): part.readsText
    case .all(let parts), .any(let parts): parts.contains(where: \.readsText)
    }
  }

  /// Whether whatever matches this certainly matches the other, as far as their forms tell.
  func implies(_ other: Condition) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (_, .all(let parts)): return parts.allSatisfy { implies($0) }
    case (.any(let parts), _): return parts.allSatisfy { $0.implies(other) }
    case (.all(let parts), _): return parts.contains { $0.implies(other) }
    case (_, .any(let parts)): return parts.contains { implies($0) }
    case (.text(let term), .text(let part)): return ByteSearch(part.folded).isFound(in: term.folded)
    case (.not(let part), .not(let whole)): return whole.implies(part)
    default: return false
    }
  }
}
