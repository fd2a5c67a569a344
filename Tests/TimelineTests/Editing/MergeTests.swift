import EDTF
import TestSupport
internal import Testing
internal import Timeline

struct MergeTests {
  static let hash = String(repeating: "0c", count: 32)

  private static func chronology(
    _ title: String, agencies: [Agency] = [], people: [Person] = [], sources: [Source] = [], _ events: [Event] = []
  ) -> Chronology {
    Chronology(title: title, agencies: agencies, people: people, sources: sources, events: events)
  }

  private static func merged(_ chronologies: Chronology...) -> Merge {
    Merge(chronologies.enumerated().map { Merge.Input(name: "file \($0)", $1) })
  }

  /// The merged chronology, written and read again.
  private static func written(_ merge: Merge, title: String? = nil) -> Chronology {
    var bytes: [UInt8] = []
    merge.write(
      title: title,
      to: ByteSink {
        bytes += $0
        return true
      })
    return Chronology.load(Bytes(bytes))
  }

  /// Two agencies, and how many there are after merging.
  static let pairs: [(Agency, Agency, Int)] = [
    (Agency(id: "a", name: "North Council"), Agency(id: "b", name: "NORTH council"), 1),
    (Agency(id: "a", name: "North Council", aliases: ["the council"]), Agency(id: "b", name: "The Council"), 1),
    (Agency(id: "a", name: "North", aliases: ["NBC"]), Agency(id: "b", name: "North Borough", aliases: ["nbc"]), 1),
    (Agency(id: "a", name: "North Council"), Agency(id: "a", name: "South Council"), 2),
    (Agency(id: "a", name: "North Council", short: "NC"), Agency(id: "b", name: "New Court", short: "NC"), 2),
  ]

  @Test(arguments: pairs) func `agencies with a name or an alias in common are one`(
    _ a: Agency, _ b: Agency, _ count: Int
  ) {
    let events = [Made.event("x", "2004", agencies: [a.id]), Made.event("y", "2005", agencies: [b.id])]
    let merge = Self.merged(
      Self.chronology("A", agencies: [a], [events[0]]), Self.chronology("B", agencies: [b], [events[1]]))
    #expect(merge.agencies.count == count)
    #expect(merge.events[0].agencies == [merge.agencies[0].id])
    #expect(merge.events[1].agencies == [merge.agencies[count - 1].id])
    let names = Set((merge.agencies.map(\.name) + merge.agencies.flatMap(\.aliases)).map { $0.lowercased() })
    #expect(names.isSuperset(of: [a.name.lowercased(), b.name.lowercased()]))
    #expect(Self.written(merge).findings == [])
  }

  @Test func `two agencies of one file stay two, and a name of both is left to a person`() {
    let north = Agency(id: "north", name: "North", aliases: ["the council"])
    let south = Agency(id: "south", name: "South", aliases: ["the council"])
    let merge = Self.merged(
      Self.chronology("A", agencies: [north, south]),
      Self.chronology("B", agencies: [Agency(id: "council", name: "The Council")]))
    #expect(merge.agencies.map(\.id) == ["north", "south", "council"])
    #expect(merge.report.conflicts.contains { $0.contains("could be one of several") })
  }

  @Test func `a different kind or role is told, and the first is kept`() {
    let merge = Self.merged(
      Self.chronology(
        "A", agencies: [Agency(id: "n", name: "N", kind: "court")], people: [Person(id: "p", name: "P", role: "clerk")]),
      Self.chronology(
        "B", agencies: [Agency(id: "n", name: "N", kind: "council")],
        people: [Person(id: "p", name: "P", role: "nurse")]))
    #expect(merge.agencies.map(\.kind) == ["court"])
    #expect(merge.people.map(\.role) == ["clerk"])
    for part in ["“court” is kept; file 1 has “council”", "“clerk” is kept; file 1 has “nurse”"] {
      #expect(merge.report.conflicts.contains { $0.contains(part) }, "\(merge.report.conflicts)")
    }
  }

  /// Two sources, and how many there are after merging.
  static let sources: [(Source, Source, Int)] = [
    (
      Source(id: "a", kind: .post, title: "One", sha256: hash, paragraphs: 2),
      Source(id: "b", kind: .post, title: "Other", sha256: hash.uppercased(), paragraphs: 2), 1
    ),
    (
      Source(id: "a", kind: .post, title: "One", url: "https://example.org/", sha256: hash, paragraphs: 2),
      Source(id: "a", kind: .post, title: "One", url: "https://example.org/", sha256: Made.sha256, paragraphs: 2), 2
    ),
    (
      Source(id: "a", kind: .record, title: "Minutes", url: "https://example.org/"),
      Source(id: "b", kind: .record, title: "Minutes of May", url: "https://example.org/"), 1
    ),
    (
      Source(id: "a", kind: .record, title: "Minutes", url: "https://example.org/1"),
      Source(id: "b", kind: .record, title: "Minutes", url: "https://example.org/2"), 2
    ),
    (Source(id: "a", kind: .record, title: "Minutes"), Source(id: "b", kind: .record, title: "minutes"), 1),
    (
      Source(id: "a", kind: .record, title: "Minutes"),
      Source(id: "a", kind: .post, title: "Minutes", sha256: hash, paragraphs: 1), 2
    ),
  ]

  @Test(arguments: sources) func `sources of one text or address are one`(_ a: Source, _ b: Source, _ count: Int) {
    let merge = Self.merged(Self.chronology("A", sources: [a]), Self.chronology("B", sources: [b]))
    #expect(merge.sources.count == count)
    #expect(Set(merge.sources.map(\.id)).count == count)
  }

  @Test func `an event whose id is taken is kept under another, its links with it`() throws {
    let first = Self.chronology("A", [Made.event("letter", "2004"), Made.event("same", "2003")])
    let second = Self.chronology(
      "B",
      [
        Made.event("letter", "2005", links: [Link(to: "reply", relation: "answered by")]),
        Made.event("reply", "2006", links: [Link(to: "letter", relation: "answers")]), Made.event("same", "2003"),
      ])
    let merge = Self.merged(first, second)
    #expect(Set(merge.events.map(\.id)) == ["letter", "same", "letter-2", "reply"])
    #expect(merge.events.first { $0.id == "reply" }?.links == [Link(to: "letter-2", relation: "answers")])
    #expect(merge.report.same == ["same"])
    #expect(
      merge.report.conflicts.contains { $0.contains("differ in date, link to reply") }, "\(merge.report.conflicts)")
    #expect(Self.written(merge).findings == [])
  }

  @Test func `events that may be one are told and both kept`() {
    func event(_ id: String, _ title: String, _ date: String, _ citations: [Citation] = []) -> Event {
      Event(
        id: id, date: Made.date(date), dating: Dating(basis: .stated), kind: "letter", title: title,
        citations: citations)
    }
    let source = Source(id: "s", kind: .post, title: "S", sha256: Self.hash, paragraphs: 3)
    let passage = Citation(source: "s", paragraph: 1, range: 0..<4, digest: Sample.digest, fact: .states, date: .silent)
    let merge = Self.merged(
      Self.chronology(
        "A", sources: [source],
        [
          event("a", "The kiln is lit", "1920"), event("b", "The guild is told", "1921", [passage]),
          event("c", "Rain", "1922"),
        ]),
      Self.chronology(
        "B", sources: [source],
        [
          event("d", "The kiln is lit again", "1920"), event("e", "A letter", "1919", [passage]),
          event("f", "Snow", "1922"),
        ]))
    #expect(merge.events.count == 6)
    #expect(merge.report.duplicates.map { [$0.first, $0.second] } == [["a", "d"], ["b", "e"]])
  }

  @Test func `nothing is lost of chronologies made up by chance`() throws {
    var random = SplitMix64(77)
    for round in 0..<60 {
      let inputs = (0..<3).map { number in
        Merge.Input(name: "\(number)", Self.made(&random, number))
      }
      let merge = Merge(inputs)
      let read = Self.written(merge, title: "Round \(round)")
      #expect(read.findings == [])
      #expect(read.title == "Round \(round)")
      let given = inputs.reduce(0) { $0 + $1.chronology.count }
      #expect(read.count + merge.report.same.count == given)
      #expect(Set(merge.events.map(\.id)).count == merge.events.count)
      // Each event is there with its citations, links, agencies and people, compared by name.
      let have = (0..<read.count).map { Self.account(read.event(at: $0), in: read) }
      for input in inputs {
        for position in 0..<input.chronology.count {
          let wanted = Self.account(input.chronology.event(at: position), in: input.chronology)
          #expect(have.contains(wanted), "\(wanted)")
        }
      }
    }
  }

  /// An event with names in place of ids.
  private static func account(_ event: Event, in chronology: Chronology) -> [String] {
    let links = event.links.map {
      "\($0.relation) \(chronology.position(of: $0.to).map { chronology.event(at: $0).title } ?? "?")"
    }
    return [event.title, event.date.description, event.summary]
      + event.agencies.map { chronology.agency($0)?.name ?? "?" }
      + event.people.map { chronology.person($0)?.name ?? "?" }
      + event.citations.map {
        "\(chronology.source($0.source)?.title ?? "?") \($0.paragraph ?? 0) \($0.fact) \($0.date) "
          + ($0.speaker.map { chronology.person($0)?.name ?? chronology.agency($0)?.name ?? "?" } ?? "")
      } + links
  }

  /// Ids clash at random, but agencies, people and sources of the same name are the same in every chronology.
  private static func made(_ random: inout SplitMix64, _ number: Int) -> Chronology {
    func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    let agencies = (0..<3).filter { _ in pick(4) > 0 }.map {
      Agency(id: pick(2) == 0 ? "x\($0)" : "y\($0)-\(number)", name: "Agency \($0)")
    }
    let people = (0..<2).map { Person(id: pick(2) == 0 ? "p\($0)" : "x\($0 + 5)", name: "Person \($0)") }
    let sources = (0..<2).map {
      Source(
        id: pick(2) == 0 ? "s\($0)" : "s\(1 - $0)-\(number)", kind: .post, title: "Source \($0)",
        sha256: String(repeating: "\($0)a", count: 32), paragraphs: 9)
    }
    let ids = (0..<5).filter { _ in pick(3) > 0 }.map { "e\($0)" }
    let events = ids.map { id in
      Event(
        id: id, date: Made.date("200\(pick(5))"), dating: Dating(basis: .stated), kind: "letter",
        title: "\(id) of \(pick(2))",
        agencies: agencies.filter { _ in pick(2) == 0 }.map(\.id),
        people: people.filter { _ in pick(2) == 0 }.map(\.id),
        links: ids.filter { $0 != id && pick(4) == 0 }.map { Link(to: $0, relation: "refers to") },
        citations: sources.filter { _ in pick(2) == 0 }.map {
          Citation(
            source: $0.id, paragraph: 1 + pick(9), fact: .states, date: .silent,
            speaker: pick(3) == 0 ? people[0].id : nil)
        })
    }
    return chronology("Made \(number)", agencies: agencies, people: people, sources: sources, events)
  }
}
