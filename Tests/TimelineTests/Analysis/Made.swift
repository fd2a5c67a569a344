import EDTF
internal import Timeline

/// Shorthand for made-up chronologies.
enum Made {
  static func date(_ text: String) -> EDTFDate { try! EDTFDate(text) }

  static func event(
    _ id: String, _ date: String, kind: String = "report", agencies: [String] = [], people: [String] = [],
    links: [Link] = [], citations: [Citation] = [], known: [Knowledge] = [], reading: String? = nil
  ) -> Event {
    Event(
      id: id, date: Made.date(date), dating: Dating(basis: .stated), kind: kind, title: "About \(id)",
      agencies: agencies, people: people, links: links, citations: citations, known: known, reading: reading)
  }

  static func citation(
    _ source: String, paragraph: Int? = 1, fact: Citation.Stance = .states, date: Citation.Stance = .silent,
    gives: String? = nil, speaker: String? = nil
  ) -> Citation {
    Citation(
      source: source, paragraph: paragraph, fact: fact, date: date, gives: gives.map(Made.date), speaker: speaker)
  }

  static func known(_ agency: String?, _ date: String, how: String = "told", citation: Int? = nil) -> Knowledge {
    Knowledge(agency: agency, date: Made.date(date), how: how, citation: citation)
  }

  /// The digest of a file that does not exist.
  static let sha256 = String(repeating: "0a", count: 32)

  /// Agencies north, south and east, the people ann and bob, the posts first and second and the record gazette.
  static func chronology(_ events: [Event], sources: [Source]? = nil) -> Chronology {
    Chronology(
      title: "Made up",
      agencies: [
        Agency(id: "north", name: "North Council"), Agency(id: "south", name: "South Hospital"),
        Agency(id: "east", name: "East Police"),
      ],
      people: [Person(id: "ann", name: "Ann Archer"), Person(id: "bob", name: "Bob Baker")],
      sources: sources ?? [
        Source(id: "first", kind: .post, title: "First post", sha256: sha256, paragraphs: 4),
        Source(id: "second", kind: .post, title: "Second post", sha256: sha256, paragraphs: 2),
        Source(id: "gazette", kind: .record, title: "Gazette"),
      ],
      events: events)
  }
}
