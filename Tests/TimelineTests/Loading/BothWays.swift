import EDTF
internal import Testing
internal import Timeline

/// A chronology read by the fast path and by the thorough one, which must agree on everything.
struct BothWays {
  let quick: Chronology
  private let thorough: Chronology
  /// The number of values that the fast path left to the thorough one.
  let thoroughReads: Int

  init(_ json: String) throws { try self.init(Bytes(json.utf8)) }

  init(_ bytes: Bytes) throws {
    (quick, thoroughReads) = Self.load(Loader(bytes))
    thorough = Self.load(Loader(bytes, thoroughly: true)).chronology
    #expect(quick.title == thorough.title)
    #expect(quick.description == thorough.description)
    #expect(quick.findings == thorough.findings)
    #expect(quick.agencies == thorough.agencies)
    #expect(quick.people == thorough.people)
    #expect(quick.sources == thorough.sources)
    #expect(quick.kinds == thorough.kinds)
    try #require(quick.count == thorough.count)
    #expect(quick.spans == thorough.spans)
    expectSameEvents()
    expectSameSets()
  }

  private func expectSameEvents() {
    for position in 0..<quick.count {
      let event = quick.event(at: position)
      #expect(event == thorough.event(at: position))
      #expect(quick.row(at: position) == thorough.row(at: position))
      #expect(quick.heading(at: position) == thorough.heading(at: position))
      #expect(Self.text(quick, position) == Self.text(thorough, position))
      #expect(quick.position(of: event.id) == thorough.position(of: event.id))
      let links = (quick.linksTo(event.id), thorough.linksTo(event.id))
      #expect(links.0.map(\.position) == links.1.map(\.position))
      #expect(links.0.map(\.relation) == links.1.map(\.relation))
    }
  }

  private func expectSameSets() {
    let (coverage, same) = (Coverage(of: quick), Coverage(of: thorough))
    #expect(
      coverage.undated == same.undated && coverage.single == same.single && coverage.unsupported == same.unsupported)
    #expect(coverage.sources.map(\.citations) == same.sources.map(\.citations))
    #expect(coverage.sources.map(\.paragraphsCited) == same.sources.map(\.paragraphsCited))
    #expect(quick.disputed == thorough.disputed)
    #expect(quick.answers.map { [$0.question, $0.answer] } == thorough.answers.map { [$0.question, $0.answer] })
    for agency in quick.agencies {
      #expect(quick.positions(agency: agency.id) == thorough.positions(agency: agency.id))
    }
    for person in quick.people {
      #expect(quick.positions(person: person.id) == thorough.positions(person: person.id))
    }
    for source in quick.sources {
      #expect(quick.positions(source: source.id) == thorough.positions(source: source.id))
    }
    for kind in quick.kinds { #expect(quick.positions(kind: kind) == thorough.positions(kind: kind)) }
    let day = try? EDTFDate("2100")
    let known = [quick, thorough].map { chronology in
      day.flatMap { Known(chronology, on: $0) }?.groups.map { [$0.certain, $0.possible] }
    }
    #expect(known[0] == known[1])
  }

  static func text(_ chronology: Chronology, _ position: Int) -> String {
    let row = chronology.row(at: position)
    let segment = chronology.text.segment(ofRow: row)
    return String(decoding: segment.bytes[segment.range(ofRow: row)], as: UTF8.self)
  }

  private static func load(_ loader: Loader) -> (chronology: Chronology, thoroughReads: Int) {
    var loader = loader
    while !loader.isFinished { loader.advance() }
    return (loader.chronology(), loader.thoroughReads)
  }
}
