package import Timeline

/// What a line being typed may go on with: commands first, then names of agencies, people, sources and kinds.
package enum Completion {
  /// Whole words that could stand in place of the last one, in a stable order.
  /// - Parameter command: the command whose argument the line is; nil for a line that begins with a command.
  package static func candidates(for line: String, command: String?, in chronology: Chronology) -> [String] {
    let start =
      line.lastIndex(where: { $0 == " " || $0 == "," || $0 == "(" }).map { line.index(after: $0) } ?? line.startIndex
    let word = String(line[start...])
    let isFirst = start == line.startIndex
    if command == nil, isFirst {
      return Vocabulary.entries.map(\.name).filter { $0.hasPrefix(word.lowercased()) }
    }
    let name =
      command ?? line.split(separator: " ").first.map { Vocabulary.entry(named: $0.lowercased())?.name ?? "" } ?? ""
    switch name {
    case "agency", "gaps": return ids(chronology.agencies.map(\.id), word)
    case "person": return ids(chronology.people.map(\.id), word)
    case "source": return ids(chronology.sources.map(\.id), word)
    case "help": return Vocabulary.entries.map(\.name).filter { $0.hasPrefix(word.lowercased()) }
    case "known": return ids(chronology.agencies.map(\.id) + ["by", Known.thePublic], word)
    case "find": return queryWords(word, in: chronology)
    default: return []
    }
  }

  private static func ids(_ ids: [String], _ beginning: String) -> [String] {
    ids.filter { $0.hasPrefix(beginning.lowercased()) }.sorted()
  }

  private static func queryWords(_ word: String, in chronology: Chronology) -> [String] {
    guard let colon = word.firstIndex(of: ":") else {
      guard !word.isEmpty else { return [] }
      return Query.Field.allCases.map { $0.rawValue + ":" }.filter { $0.hasPrefix(word.lowercased()) }
    }
    let field = String(word[...colon])
    let value = String(word[word.index(after: colon)...])
    let values: [String] =
      switch field.lowercased() {
      case "agency:": chronology.agencies.map(\.id)
      case "person:": chronology.people.map(\.id)
      case "source:": chronology.sources.map(\.id)
      case "kind:": chronology.kinds
      default: []
      }
    return ids(values, value).map { field + $0 }
  }
}
