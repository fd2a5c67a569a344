internal import EDTF

extension Anonymity {
  /// The same export without names: every name in a text replaced, ids turned into numbers, no other names of anybody,
  /// and nothing that leads to a published text, which has the names.
  package func applied(to export: Export) -> Export {
    let old = export.chronology
    let ids = Ids(old)
    let digits = String(old.count).utf8.count
    func eventID(_ position: Int) -> String {
      let number = String(position + 1)
      return "event-" + String(repeating: "0", count: digits - number.utf8.count) + number
    }
    let events = (0..<old.count).map { position in
      event(old.event(at: position), id: eventID(position), ids) { old.position(of: $0).map(eventID) }
    }
    let chronology = Chronology(
      title: applied(to: old.title), description: old.description.map(applied(to:)), agencies: agencies(of: old, ids),
      people: people(of: old, ids), sources: sources(of: old, ids), events: events)
    let shown = EventSet(export.events.compactMap { chronology.position(of: eventID($0)) })
    return Export(chronology, shown, heading: heading(export.heading))
  }

  /// What such an export leaves out whatever its format, and what it cannot judge.
  package static let remarks = [
    "Left out with the names: addresses, publishers, public records, and the place and digest of each passage.",
    "Dates, and titles of sources without a name in them, are as they were: read what is written before you pass it on.",
  ]

  private struct Ids {
    var agencies: [String: String] = [:]
    var people: [String: String] = [:]
    var sources: [String: String] = [:]

    init(_ chronology: Chronology) {
      for (number, agency) in chronology.agencies.enumerated() { agencies[agency.id] = "agency-\(number + 1)" }
      for (number, person) in chronology.people.enumerated() { people[person.id] = "person-\(number + 1)" }
      for source in chronology.sources where !chronology.isPublicRecord(source) {
        sources[source.id] = "source-\(sources.count + 1)"
      }
    }
  }

  private func event(_ old: Event, id: String, _ ids: Ids, _ linked: (String) -> String?) -> Event {
    var event = old
    event.id = id
    event.dating.reason = old.dating.reason.map(applied(to:))
    event.kind = applied(to: old.kind)
    event.title = applied(to: old.title)
    event.summary = applied(to: old.summary)
    event.reading = old.reading.map(applied(to:))
    event.agencies = old.agencies.compactMap { ids.agencies[$0] }
    event.people = old.people.compactMap { ids.people[$0] }
    event.links = old.links.compactMap { link in
      linked(link.to).map { Link(to: $0, relation: applied(to: link.relation)) }
    }
    // A public record names the case by itself.
    var numbers: [Int: Int] = [:]
    event.citations = []
    for (index, old) in old.citations.enumerated() {
      guard let source = ids.sources[old.source] else { continue }
      var citation = old
      citation.source = source
      citation.range = nil
      citation.digest = nil
      citation.speaker = old.speaker.flatMap { ids.people[$0] ?? ids.agencies[$0] }
      citation.note = old.note.map(applied(to:))
      event.citations.append(citation)
      numbers[index + 1] = event.citations.count
    }
    for index in event.known.indices {
      event.known[index].citation = old.known[index].citation.flatMap { numbers[$0] }
      event.known[index].agency = old.known[index].agency.flatMap { ids.agencies[$0] }
      event.known[index].how = applied(to: old.known[index].how)
    }
    return event
  }

  private func agencies(of old: Chronology, _ ids: Ids) -> [Agency] {
    old.agencies.map { agency in
      Agency(
        id: ids.agencies[agency.id] ?? "agency", name: replacement(agency: agency.id) ?? applied(to: agency.name),
        short: nil, kind: agency.kind.map(applied(to:)), successors: agency.successors.compactMap { ids.agencies[$0] })
    }
  }

  private func people(of old: Chronology, _ ids: Ids) -> [Person] {
    old.people.map { person in
      Person(
        id: ids.people[person.id] ?? "person", name: replacement(person: person.id),
        role: person.role.map(applied(to:)))
    }
  }

  private func sources(of old: Chronology, _ ids: Ids) -> [Source] {
    old.sources.compactMap { source in
      guard let id = ids.sources[source.id] else { return nil }
      return Source(
        // A post would need the digest of its text, by which the text could be found. Without posts, a record is
        // ordinary evidence.
        id: id, kind: .record, title: applied(to: source.title), date: source.date,
        dating: source.dating.map { Dating(basis: $0.basis, reason: $0.reason.map(applied(to:))) },
        author: source.author.map(applied(to:)),
        paragraphs: source.paragraphs,
        outline: source.outline.map { line in
          OutlineLine(
            paragraph: line.paragraph, gist: applied(to: line.gist), speaker: line.speaker.map(applied(to:)),
            part: line.part)
        })
    }
  }

  private func heading(_ old: ExportHeading) -> ExportHeading {
    var heading = old
    heading.question = old.question.map(applied(to:))
    heading.filter = old.filter.map(applied(to:))
    heading.data = old.data.map(applied(to:))
    heading.lead = old.lead.map { remark in
      ExportHeading.Remark(remark.kind, applied(to: remark.text), event: nil)
    }
    return heading
  }
}
