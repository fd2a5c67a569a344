internal import Timeline

/// A possible completion, and a description of it.
package struct Candidate: Equatable, Sendable {
  /// As it must be typed.
  package let text: String
  /// "Department of Health, agency", "word, 6 events"; empty if the text is self-explanatory.
  package let what: String

  package init(_ text: String, _ what: String = "") {
    self.text = text
    self.what = what
  }
}

/// The possible completions of a line: commands first, then what the command takes.
package struct Completion: Equatable, Sendable {
  /// The number of characters at the end of the line that a candidate replaces.
  package let replacing: Int
  /// In a stable order, likeliest first.
  package let candidates: [Candidate]

  /// Completions by file name; the front end supplies the names.
  package static func files(_ names: [String], for path: String) -> Completion {
    Completion(
      replacing: path.count, candidates: names.map { Candidate($0, $0.hasSuffix("/") ? "folder" : "file") })
  }

  /// - Parameter command: the command whose argument the line is; nil if the line begins with a command.
  package static func of(_ line: String, command: CommandName?, in state: State) -> Completion {
    let word = String(line.reversed().prefix { !" ,(".contains($0) }.reversed())
    guard command != nil || word.count < line.trimmed.count else {
      let names = Vocabulary.entries.filter { $0.name.rawValue.hasPrefix(word.lowercased()) }
      return Completion(replacing: word.count, candidates: names.map { Candidate($0.name.rawValue, $0.help) })
    }
    let first = line.split(separator: " ").first.map { $0.lowercased() } ?? ""
    let name = command ?? (try? CommandParser.entry(for: first))?.name
    let text = command == nil ? String(line.drop { $0 != " " }).trimmed : line.trimmed
    return Completion(replacing: word.count, candidates: candidates(word, after: text, of: name, in: state))
  }

  private static func candidates(
    _ word: String, after text: String, of command: CommandName?, in state: State
  ) -> [Candidate] {
    let parties = Parties(state.chronology)
    switch command {
    case .agency, .gaps: return parties.agencies(word)
    case .person: return parties.people(word)
    case .source: return parties.sources(word)
    case .help:
      return Vocabulary.entries.filter { $0.name.rawValue.hasPrefix(word.lowercased()) }.map {
        Candidate($0.name.rawValue, $0.help)
      }
    case .theme:
      return ThemeName.allCases.map(\.rawValue).filter { $0.hasPrefix(word.lowercased()) }.map { Candidate($0) }
    case .screenReader: return ["on", "off"].filter { $0.hasPrefix(word.lowercased()) }.map { Candidate($0) }
    case .go, .dates: return DateCandidates(state).all(word)
    case .known:
      let words = text.split(separator: " ").dropLast(word.isEmpty ? 0 : 1)
      if words.contains("by") {
        let everyone =
          Known.thePublic.hasPrefix(word.lowercased()) ? [Candidate(Known.thePublic, "what was published")] : []
        return parties.agencies(word) + everyone
      }
      let by = !words.isEmpty && "by".hasPrefix(word.lowercased()) ? [Candidate("by", "and one agency")] : []
      return by + DateCandidates(state).all(word)
    case .find: return queryCandidates(word, in: state)
    case .findHere, .narrow: return words(word, in: state)
    default: return []
    }
  }

  // MARK: Queries

  private static func queryCandidates(_ word: String, in state: State) -> [Candidate] {
    let parties = Parties(state.chronology)
    guard let colon = word.firstIndex(of: ":") else {
      let fields = Query.Field.allCases.filter { $0.rawValue.hasPrefix(word.lowercased()) }
      if word.isEmpty { return fields.map { Candidate($0.rawValue + ":", $0.expectation) } }
      return fields.map { Candidate($0.rawValue + ":", $0.expectation) }
        + parties.agencies(word, most: 3).map { $0.after("agency:") }
        + parties.people(word, most: 3).map { $0.after("person:") } + words(word, in: state)
    }
    let field = String(word[...colon])
    let value = String(word[word.index(after: colon)...])
    let candidates =
      switch Query.Field(rawValue: field.dropLast().lowercased()) {
      case .agency: parties.agencies(value)
      case .person: parties.people(value)
      case .source: parties.sources(value)
      case .kind: parties.kinds(value)
      case .date, .within, .before, .after: DateCandidates(state).all(value)
      case .text, .title: words(value, in: state)
      case nil: [Candidate]()
      }
    return candidates.map { $0.after(field) }
  }

  /// Words of the chronology, with the number of events each finds if counting is immediate.
  private static func words(_ word: String, in state: State) -> [Candidate] {
    guard !word.isEmpty else { return [] }
    let found = state.chronology.words(beginningWith: word, with: state.evidence?.passages)
    return found.prefix(Menu.mostShown).compactMap { found in
      guard let count = state.count(found) else { return Candidate(found, "word") }
      return count > 0 ? Candidate(found, "word, \(Speech.count(count, "event"))") : nil
    }
  }
}

/// The ids of agencies, people, sources and kinds whose id, or a word of whose name, begins with what was typed.
private struct Parties {
  let chronology: Chronology

  init(_ chronology: Chronology) { self.chronology = chronology }

  func agencies(_ word: String, most: Int = .max) -> [Candidate] {
    candidates(word, .agency, most) { number in
      let agency = chronology.agencies[number]
      return (agency.id, agency.name, "agency")
    }
  }

  func people(_ word: String, most: Int = .max) -> [Candidate] {
    candidates(word, .person, most) { number in
      let person = chronology.people[number]
      return (person.id, person.name, person.role ?? "person")
    }
  }

  func sources(_ word: String) -> [Candidate] {
    candidates(word, .source) { number in
      let source = chronology.sources[number]
      return (source.id, source.title, source.kind == .post ? "source" : "public record")
    }
  }

  func kinds(_ word: String) -> [Candidate] {
    candidates(word, .kind) { number in
      let kind = chronology.kinds[number]
      return (kind, kind, "kind of \(Speech.count(chronology.positions(kind: kind).count, "event"))")
    }
  }

  /// - Parameter entry: the id of the entry with a number, its name, and what it is.
  private func candidates(
    _ word: String, _ field: Query.Field, _ most: Int = .max, _ entry: (Int) -> (id: String, name: String, what: String)
  ) -> [Candidate] {
    let wanted = Folding.string(word)
    let found = chronology.names.beginning(with: word, in: field).map(entry)
    // Ids that begin with what was typed come first, so that the line can be completed as it stands.
    let (straight, others) = (found.filter { $0.id.hasPrefix(wanted) }, found.filter { !$0.id.hasPrefix(wanted) })
    return (straight + others).prefix(most).map { entry in
      Candidate(entry.id, entry.name == entry.id ? entry.what : "\(entry.name), \(entry.what)")
    }
  }
}

extension Candidate {
  fileprivate func after(_ field: String) -> Candidate { Candidate(field + text, what) }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed }
}
