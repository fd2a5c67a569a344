/// Combines several chronologies into one without losing or deciding anything: every event, citation and link is kept.
///
/// Agencies and people that share a name or an alias become one, and so do sources with the same text or address. Where
/// two files disagree, the first value is kept and the other reported. Events are merged only if they are identical in
/// every field; likely duplicates are listed for a person to decide.
package struct Merge {
  package struct Input {
    /// What to call it in the report: the file's name.
    package let name: String
    package let chronology: Chronology

    package init(name: String, _ chronology: Chronology) {
      self.name = name
      self.chronology = chronology
    }
  }

  package let inputs: [Input]
  package private(set) var agencies: [Agency] = []
  package private(set) var people: [Person] = []
  package private(set) var sources: [Source] = []
  package private(set) var events: [Event] = []
  package private(set) var report = MergeReport()

  private let agencyMatching: NameMatching
  private let personMatching: NameMatching
  private let sourceMatching: SourceMatching
  /// For each input, the merged ids of its agencies and people by their original ids.
  private var agencyIDs: [[String: String]] = []
  private var personIDs: [[String: String]] = []

  package init(_ inputs: [Input]) {
    self.inputs = inputs
    // One set for both: a citation's speaker may be either.
    var taken: Set<String> = []
    let chronologies = inputs.map(\.chronology)
    agencyMatching = NameMatching(
      chronologies.map { $0.agencies.map { .init(id: $0.id, name: $0.name, aliases: $0.aliases) } }, taken: &taken)
    personMatching = NameMatching(
      chronologies.map { $0.people.map { .init(id: $0.id, name: $0.name, aliases: $0.aliases) } }, taken: &taken)
    sourceMatching = SourceMatching(chronologies.map(\.sources))
    for (number, chronology) in chronologies.enumerated() {
      agencyIDs.append(Self.ids(chronology.agencies.map(\.id), number, agencyMatching))
      personIDs.append(Self.ids(chronology.people.map(\.id), number, personMatching))
    }
    mergeAgencies()
    mergePeople()
    mergeSources()
    mergeEvents()
    report.duplicates = LikelyDuplicates(of: events, from: origins).pairs
  }

  private static func ids(_ ids: [String], _ input: Int, _ matching: NameMatching) -> [String: String] {
    Dictionary(ids.enumerated().map { ($1, matching.id(input, $0)) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: The registry

  private mutating func mergeAgencies() {
    for (group, id) in zip(agencyMatching.groups, agencyMatching.ids) {
      let all = group.map { (input: $0.input, agency: inputs[$0.input].chronology.agencies[$0.entry]) }
      var merged = all[0].agency
      merged.id = id
      merged.successors = merged.successors.map { agencyIDs[all[0].input][$0] ?? $0 }
      for (input, agency) in all.dropFirst() {
        report.matched.append("agency \(agency.name)" + (agency.name == merged.name ? "" : " as \(merged.name)"))
        let what = "agency \(merged.name)"
        merged.short = keep(merged.short, agency.short, "short name", of: what, input)
        merged.kind = keep(merged.kind, agency.kind, "kind", of: what, input)
        merged.aliases = Self.names(merged.name, merged.aliases, [agency.name] + agency.aliases)
        merged.successors = (merged.successors + agency.successors.map { agencyIDs[input][$0] ?? $0 }).uniqued
      }
      agencies.append(merged)
    }
    tellAmbiguous(agencyMatching, "agency") { $0.agencies[$1].name }
    tellRenamed(agencyIDs, "agency")
  }

  private mutating func mergePeople() {
    for (group, id) in zip(personMatching.groups, personMatching.ids) {
      let all = group.map { (input: $0.input, person: inputs[$0.input].chronology.people[$0.entry]) }
      var merged = all[0].person
      merged.id = id
      for (input, person) in all.dropFirst() {
        report.matched.append("person \(person.name)" + (person.name == merged.name ? "" : " as \(merged.name)"))
        merged.role = keep(merged.role, person.role, "role", of: "person \(merged.name)", input)
        merged.aliases = Self.names(merged.name, merged.aliases, [person.name] + person.aliases)
      }
      people.append(merged)
    }
    tellAmbiguous(personMatching, "person") { $0.people[$1].name }
    tellRenamed(personIDs, "person")
  }

  private mutating func mergeSources() {
    for (group, id) in zip(sourceMatching.groups, sourceMatching.ids) {
      var merged = group[0].source
      merged.id = id
      let what = "source \(merged.title)"
      for (input, source) in group.dropFirst() {
        report.matched.append("source \(source.title)" + (source.title == merged.title ? "" : " as \(merged.title)"))
        merged.title = keep(merged.title, source.title, "title", of: what, input) ?? merged.title
        if merged.date == nil { merged.dating = source.dating }
        merged.date = keep(merged.date, source.date, "date", of: what, input)
        merged.author = keep(merged.author, source.author, "author", of: what, input)
        merged.publisher = keep(merged.publisher, source.publisher, "publisher", of: what, input)
        merged.url = keep(merged.url, source.url, "address", of: what, input)
        merged.sha256 = keep(merged.sha256, source.sha256?.lowercased(), "SHA-256", of: what, input)
        merged.paragraphs = keep(merged.paragraphs, source.paragraphs, "number of paragraphs", of: what, input)
        for line in source.outline {
          if let kept = merged.outlineLine(line.paragraph) {
            _ = keep(kept.gist, line.gist, "paragraph \(line.paragraph)", of: what, input)
          } else {
            merged.outline.append(line)
          }
        }
        merged.outline.sort { $0.paragraph < $1.paragraph }
      }
      sources.append(merged)
      for (input, source) in group where source.id != id {
        report.renamed.append("source \(source.id) of \(inputs[input].name) is \(id)")
      }
    }
    for (one, other) in sourceMatching.otherTexts {
      report.conflicts.append(
        "source \(one.title): another file has the same address or title, and both are kept (\(other.title))")
    }
  }

  /// The first of two values; reports the other if it differs.
  private mutating func keep<Value: Equatable>(
    _ kept: Value?, _ other: Value?, _ field: String, of what: String, _ input: Int
  ) -> Value? {
    guard let kept else { return other }
    if let other, other != kept {
      report.conflicts.append("\(what), \(field): “\(kept)” is kept; \(inputs[input].name) has “\(other)”")
    }
    return kept
  }

  private static func names(_ name: String, _ aliases: [String], _ more: [String]) -> [String] {
    var known = Set(([name] + aliases).map { Folding.string($0) })
    return aliases + more.filter { known.insert(Folding.string($0)).inserted }
  }

  private mutating func tellAmbiguous(_ matching: NameMatching, _ noun: String, _ name: (Chronology, Int) -> String) {
    for place in matching.ambiguous {
      let input = inputs[place.input]
      report.conflicts.append(
        "\(noun) \(name(input.chronology, place.entry)) of \(input.name) could be one of several, and stays by itself")
    }
  }

  private mutating func tellRenamed(_ ids: [[String: String]], _ noun: String) {
    for (input, ids) in zip(inputs, ids) {
      for (old, new) in ids.sorted(by: { $0.key < $1.key }) where old != new {
        report.renamed.append("\(noun) \(old) of \(input.name) is \(new)")
      }
    }
  }

  // MARK: Events

  /// The number of the input that each event comes from.
  private var origins: [Int] = []

  private mutating func mergeEvents() {
    var taken: [String: Int] = [:]
    for number in inputs.indices {
      let chronology = inputs[number].chronology
      var ids: [String: String] = [:]
      var kept: [Event] = []
      // Two events with the same id are the same only if their links agree too. At this point links still hold the ids
      // of their input.
      for position in 0..<chronology.count {
        let event = directed(chronology.event(at: position), number)
        if let earlier = taken[event.id], let same = Optional(events[earlier]), same == event {
          ids[event.id] = event.id
          report.same.append(event.id)
          continue
        }
        kept.append(event)
        if let earlier = taken[event.id] {
          let fields = Difference.fields(from: events[earlier], to: event).map(\.field).uniqued
          let id = event.id.slug { id in
            taken[id] != nil || ids.values.contains(id) || chronology.position(of: id) != nil
          }
          ids[event.id] = id
          report.renamed.append("event \(event.id) of \(inputs[number].name) is \(id)")
          report.conflicts.append(
            "event \(event.id): \(inputs[origins[earlier]].name) and \(inputs[number].name) differ in \(fields.joined(separator: ", ")); both are kept, the second as \(id)"
          )
        } else {
          ids[event.id] = event.id
        }
      }
      for event in kept {
        var event = event
        event.id = ids[event.id] ?? event.id
        for index in event.links.indices { event.links[index].to = ids[event.links[index].to] ?? event.links[index].to }
        taken[event.id] = events.count
        events.append(event)
        origins.append(number)
      }
      report.inputs.append(.init(name: inputs[number].name, chronology))
    }
    report.total = .init(name: "", agencies.count, people.count, sources.count, events)
  }

  /// The event with its agencies, people and sources referred to by their merged ids.
  private func directed(_ event: Event, _ input: Int) -> Event {
    var event = event
    let (agencies, people) = (agencyIDs[input], personIDs[input])
    event.agencies = event.agencies.map { agencies[$0] ?? $0 }
    event.people = event.people.map { people[$0] ?? $0 }
    for index in event.citations.indices {
      event.citations[index].source = sourceMatching.id(input, event.citations[index].source)
      // As in reading, a person takes precedence over an agency.
      event.citations[index].speaker = event.citations[index].speaker.map { people[$0] ?? agencies[$0] ?? $0 }
    }
    for index in event.known.indices {
      event.known[index].agency = event.known[index].agency.map { agencies[$0] ?? $0 }
    }
    return event
  }
}
