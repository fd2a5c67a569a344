internal import EDTF

/// What was added, removed and changed between two chronologies, field by field. Events, agencies, people and sources
/// are matched by id.
package struct Difference {
  package struct Field: Equatable {
    package let field: String
    /// Nil if the field was added (`from`) or removed (`to`).
    package let from: String?
    package let to: String?
  }

  package struct Change: Equatable {
    package enum Kind: String { case added, removed, changed }

    package let kind: Kind
    /// `event`, `agency`, `person`, `source`, or `chronology` itself.
    package let noun: String
    package let id: String
    /// The title or name, for the reader.
    package let name: String
    /// The fields that differ; empty unless `kind` is `changed`.
    package let fields: [Field]
  }

  package private(set) var changes: [Change] = []

  package init(from old: Chronology, to new: Chronology) {
    let whole = Self.changed(
      [("title", old.title), ("description", old.description)],
      [("title", new.title), ("description", new.description)])
    if !whole.isEmpty {
      changes.append(Change(kind: .changed, noun: "chronology", id: "", name: new.title, fields: whole))
    }
    compare("agency", old.agencies, new.agencies, \.id, \.name, Self.fields)
    compare("person", old.people, new.people, \.id, \.name, Self.fields)
    compare("source", old.sources, new.sources, \.id, \.title, Self.fields)
    for position in 0..<old.count where new.position(of: old.id(at: position)) == nil {
      let heading = old.heading(at: position)
      changes.append(Change(kind: .removed, noun: "event", id: heading.id, name: heading.title, fields: []))
    }
    for position in 0..<new.count {
      var event = new.event(at: position)
      guard let place = old.position(of: event.id) else {
        changes.append(Change(kind: .added, noun: "event", id: event.id, name: event.title, fields: []))
        continue
      }
      var before = old.event(at: place)
      // On which line of an imported file an event was says nothing about the event.
      if before.citations.first?.isOfLine == true, event.citations.first?.isOfLine == true {
        before.citations.removeFirst()
        event.citations.removeFirst()
      }
      let fields = Self.fields(from: before, to: event)
      if !fields.isEmpty {
        changes.append(Change(kind: .changed, noun: "event", id: event.id, name: event.title, fields: fields))
      }
    }
  }

  private mutating func compare<Value: Equatable>(
    _ noun: String, _ old: [Value], _ new: [Value], _ id: (Value) -> String, _ name: (Value) -> String,
    _ fields: (Value) -> [(String, String?)]
  ) {
    let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(id))
    for value in old where !after.contains(id(value)) {
      changes.append(Change(kind: .removed, noun: noun, id: id(value), name: name(value), fields: []))
    }
    for value in new {
      guard let earlier = before[id(value)] else {
        changes.append(Change(kind: .added, noun: noun, id: id(value), name: name(value), fields: []))
        continue
      }
      let changed = Self.changed(fields(earlier), fields(value))
      if !changed.isEmpty {
        changes.append(Change(kind: .changed, noun: noun, id: id(value), name: name(value), fields: changed))
      }
    }
  }

  /// The fields of two versions of an event that differ.
  static func fields(from old: Event, to new: Event) -> [Field] {
    old == new ? [] : changed(fields(old), fields(new))
  }

  /// Fields that occur more than once are matched in order.
  private static func changed(_ old: [(String, String?)], _ new: [(String, String?)]) -> [Field] {
    var left = old
    var fields: [Field] = []
    for (name, value) in new {
      let place = left.firstIndex { $0.0 == name }
      let before = place.flatMap { left.remove(at: $0).1 }
      if before != value { fields.append(Field(field: name, from: before, to: value)) }
    }
    return fields + left.compactMap { name, value in value.map { Field(field: name, from: $0, to: nil) } }
  }

  // MARK: The fields compared

  private static func fields(_ agency: Agency) -> [(String, String?)] {
    [("name", agency.name), ("short", agency.short), ("kind", agency.kind)]
      + agency.aliases.map { ("alias \($0)", $0) } + agency.successors.map { ("successor \($0)", $0) }
  }

  private static func fields(_ person: Person) -> [(String, String?)] {
    [("name", person.name), ("role", person.role)] + person.aliases.map { ("alias \($0)", $0) }
  }

  private static func fields(_ source: Source) -> [(String, String?)] {
    [
      ("kind", source.kind.rawValue), ("title", source.title), ("date", source.date?.description),
      ("basis", source.dating?.basis.rawValue), ("reason", source.dating?.reason), ("author", source.author),
      ("publisher", source.publisher), ("url", source.url), ("sha256", source.sha256),
      ("paragraphs", source.paragraphs.map(String.init)),
    ]
      + source.outline.flatMap { line -> [(String, String?)] in
        let place = "paragraph \(line.paragraph)"
        return [
          ("\(place), gist", line.gist), ("\(place), speaker", line.speaker), ("\(place), part", line.part.rawValue),
        ]
      }
  }

  private static func fields(_ event: Event) -> [(String, String?)] {
    [
      ("date", event.date.description), ("basis", event.dating.basis.rawValue), ("reason", event.dating.reason),
      ("kind", event.kind), ("title", event.title), ("summary", event.summary.isEmpty ? nil : event.summary),
      ("reading", event.reading), ("agencies", event.agencies.isEmpty ? nil : event.agencies.joined(separator: ", ")),
    ]
      + event.people.map { ("person \($0)", $0) }
      + event.links.map { ("link to \($0.to)", $0.relation) }
      + event.citations.flatMap(fields)
      + event.known.flatMap { known -> [(String, String?)] in
        let who = "known to \(known.agency ?? "the public")"
        return [
          (who + ", date", known.date.description), (who + ", how", known.how),
          (who + ", citation", known.citation.map(String.init)),
        ]
      }
  }

  private static func fields(_ citation: Citation) -> [(String, String?)] {
    let what = "citation of \(citation.source)" + (citation.paragraph.map { ", paragraph \($0)" } ?? "")
    return [
      ("\(what), fact", citation.fact.rawValue), ("\(what), date", citation.date.rawValue),
      ("\(what), range", citation.range.map { "\($0.lowerBound) to \($0.upperBound)" }),
      ("\(what), digest", citation.digest), ("\(what), gives", citation.gives?.description),
      ("\(what), speaker", citation.speaker), ("\(what), note", citation.note),
    ]
  }
}
