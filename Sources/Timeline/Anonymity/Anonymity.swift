internal import EDTF

/// The replacement for each name in an export without names.
///
/// A glossary has a line `name = replacement` for each person, by id, name or alias, and for everyone who wrote or
/// spoke in a source; it may have lines for agencies and for anything else. A line for a person or an agency covers
/// all their names; for a person, also the first name and the surname on their own if capitalised.
package struct Anonymity: Sendable {
  package struct Fault: Error, Equatable {
    /// The line of the glossary, counted from 1.
    package var line: Int?
    package var message: String

    package init(line: Int?, message: String) {
      self.line = line
      self.message = message
    }
  }

  private(set) var finder = NameFinder()
  private var people: [String: String] = [:]
  private var agencies: [String: String] = [:]

  package init(glossary: String, for chronology: Chronology) throws(Fault) {
    var free: [(words: [String], replacement: String)] = []
    for (number, line) in glossary.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard let entry = try Self.entry(line, number + 1) else { continue }
      let (name, words, replacement) = entry
      let person = chronology.people.first { Self.isNamed($0.id, [$0.name] + $0.aliases, name, words) }
      let agency = chronology.agencies.first {
        Self.isNamed($0.id, [$0.name] + [$0.short].compactMap(\.self) + $0.aliases, name, words)
      }
      for (id, given) in [
        (person?.id, person.flatMap { people[$0.id] }), (agency?.id, agency.flatMap { agencies[$0.id] }),
      ] {
        guard id != nil, let given, given != replacement else { continue }
        throw Fault(
          line: number + 1, message: "\(name) is replaced by “\(given)” above: give each only one replacement.")
      }
      if let person { people[person.id] = replacement }
      if let agency { agencies[agency.id] = replacement }
      if person == nil, agency == nil { free.append((words, replacement)) }
    }
    let unnamed = chronology.people.filter { people[$0.id] == nil }.map(\.name)
    if !unnamed.isEmpty {
      throw Fault(line: nil, message: "There is no line for \(Wording.list(unnamed, "or")).")
    }
    // Explicit entries take precedence over what follows from other entries.
    for (words, replacement) in free { finder.add(NameFinder.Form(words: words, replacement: replacement)) }
    for person in chronology.people { addNames([person.name] + person.aliases, people[person.id]) }
    for agency in chronology.agencies where agencies[agency.id] != nil {
      addNames([agency.name] + [agency.short].compactMap(\.self) + agency.aliases, agencies[agency.id])
    }
    addParts(of: chronology.people)
    let speakers = chronology.sources.flatMap { source in
      ([source.author].compactMap(\.self) + source.outline.compactMap(\.speaker)).uniqued
        .filter { finder.matches(in: $0).isEmpty }.map { "\($0), who wrote or speaks in \(source.id)" }
    }
    if !speakers.isEmpty { throw Fault(line: nil, message: "There is no line for \(Wording.list(speakers, "or")).") }
    for replacement in free.map(\.replacement) + people.values + agencies.values {
      guard let match = finder.matches(in: replacement).first else { continue }
      let name = match.form.words.joined(separator: " ")
      throw Fault(line: nil, message: "“\(replacement)” holds a name that is to be replaced: \(name).")
    }
  }

  private static func entry(
    _ line: Substring, _ number: Int
  ) throws(Fault) -> (name: String, words: [String], replacement: String)? {
    let line = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    if parts.allSatisfy(\.isEmpty) { return nil }
    let words = NameFinder.words(of: parts[0])
    guard parts.count == 2, !words.isEmpty, !parts[1].isEmpty else {
      throw Fault(line: number, message: "Write a name, = and its replacement.")
    }
    return (parts[0], words, parts[1])
  }

  private static func isNamed(_ id: String, _ names: [String], _ name: String, _ words: [String]) -> Bool {
    id == name || names.contains { NameFinder.words(of: $0) == words }
  }

  private mutating func addNames(_ names: [String], _ replacement: String?) {
    for name in names { finder.add(NameFinder.Form(words: NameFinder.words(of: name), replacement: replacement)) }
  }

  /// Adds first names and surnames; one shared by several people stands for none of them.
  private mutating func addParts(of all: [Person]) {
    var parts: [String: Set<String>] = [:]
    for person in all {
      for name in [person.name] + person.aliases {
        let tokens = NameFinder.Token.all(in: name)
        guard tokens.count > 1 else { continue }
        for token in tokens where token.isCapital && token.word.count > 2 && !Self.noNames.contains(token.word) {
          parts[token.word, default: []].insert(people[person.id] ?? "")
        }
      }
    }
    for (word, replacements) in parts {
      let replacement = replacements.count == 1 ? replacements.first : nil
      finder.add(NameFinder.Form(words: [word], replacement: replacement, needsCapital: true))
    }
  }

  /// Words in names that are not names by themselves, and words used in dates.
  private static let noNames: Set<String> = [
    "mrs", "miss", "sir", "lord", "lady", "dame", "baron", "baroness", "professor", "prof", "judge", "justice", "baby",
    "child", "the", "and", "councillor", "cllr", "minister", "secretary", "january", "february", "march", "april",
    "may",
    "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "spring", "summer", "autumn", "winter", "date", "event", "source",
  ]

  /// The text with each name replaced. Part of a name that several people may share is left for the guardian to find.
  package func applied(to text: String) -> String {
    let matches = finder.matches(in: text)
    if matches.isEmpty { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var done = 0
    for match in matches {
      guard let replacement = match.form.replacement else { continue }
      result += bytes[done..<match.range.lowerBound]
      result += replacement.utf8
      done = match.range.upperBound
    }
    result += bytes[done...]
    return String(decoding: result, as: UTF8.self)
  }

  func replacement(person id: String) -> String { people[id] ?? id }
  func replacement(agency id: String) -> String? { agencies[id] }

  /// A guardian that looks for remaining names in what is written.
  package var guardian: Guardian { Guardian(finder) }
}
