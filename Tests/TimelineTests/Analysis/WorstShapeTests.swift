internal import EDTF
internal import TestSupport
internal import Testing
internal import Timeline

/// Compares the fast forms of the rules, which look at a few numbers however many citations and agencies there are,
/// with the rules as stated, which compare every pair.
struct WorstShapeTests {
  private static let dates = [
    "2004", "2004-05", "2004-05-03", "2004-06", "2003/2005", "2004-05/..", "../2004-04", "XXXX", "2009",
  ]

  private func citations(_ random: inout SplitMix64) -> [Citation] {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      Made.citation(
        ["first", "second", "gazette"].randomElement(using: &random)!,
        fact: Int.random(in: 0..<8, using: &random) == 0 ? .contradicts : .states,
        date: [.states, .implies, .silent].randomElement(using: &random)!,
        gives: Bool.random(using: &random) ? Self.dates.randomElement(using: &random) : nil)
    }
  }

  /// The rule as stated: every date against the event's own, and every two of posts or of records against each other.
  private func isDisputed(_ event: Event) -> Bool {
    func isRecord(_ citation: Citation) -> Bool { citation.source == "gazette" }
    let cited = event.citations
    return cited.contains { $0.fact == .contradicts || !$0.agrees(with: event.date) }
      || cited.contains { a in
        cited.contains { b in
          guard isRecord(a) == isRecord(b), let given = b.gives else { return false }
          return !a.agrees(with: given)
        }
      }
  }

  @Test func `dates disagree exactly where two of them exclude each other`() {
    var random = SplitMix64(7)
    for _ in 0..<3000 {
      let event = Made.event("e", Self.dates.randomElement(using: &random)!, citations: citations(&random))
      #expect(Made.chronology([event]).disputed.contains(0) == isDisputed(event), "\(event)")
    }
  }

  @Test func `a citation is a side of its own exactly where another one excludes its date`() {
    var random = SplitMix64(8)
    for _ in 0..<3000 {
      let event = Made.event("e", Self.dates.randomElement(using: &random)!, citations: citations(&random))
      let inside = event.citations.filter { $0.agrees(with: event.date) }
      let apart = event.citations.indices.filter { index in
        let citation = event.citations[index]
        guard let given = citation.gives else { return false }
        return !citation.agrees(with: event.date)
          || inside.contains {
            ($0.source == "gazette") == (citation.source == "gazette") && !$0.agrees(with: given)
          }
      }.map { $0 + 1 }
      let disputes = Disagreement(at: 0, in: Made.chronology([event]))?.disputes ?? []
      let sides = disputes.first { $0.question == .date }?.sides.dropFirst() ?? []
      #expect(sides.flatMap(\.citations).sorted() == apart, "\(event)")
      #expect(Set(sides.map(\.date)).count == sides.count)
    }
  }

  @Test func `in a chain of successors the nearest twenty before an agency hand on what they knew`() {
    let agencies = (0..<30).map { Agency(id: "a\($0)", name: "Agency \($0)", successors: ["a\($0 + 1)"]) }
    let events = (0..<30).map { Made.event("e\($0)", "2004", agencies: ["a\($0)"]) }
    let chronology = Chronology(title: "Chain", agencies: agencies, people: [], sources: [], events: events)
    let known = Known(chronology, on: Made.date("2005"))!
    func may(_ agency: Int) -> Set<String> {
      Set(known.groups[agency].possible.map { chronology.id(at: Int($0)) })
    }
    #expect(may(0) == [])
    #expect(may(3) == ["e0", "e1", "e2"])
    #expect(may(29) == Set((9..<29).map { "e\($0)" }))
    for group in known.groups { #expect(group.entries.count == group.certain.count + group.possible.count) }
  }

  @Test func `one answer to many letters answers each of them once, told from either end`() {
    let letters = (0..<300).map { number in
      Made.event(
        "letter\(number)", "2004-03", kind: "letter",
        links: number < 10 ? [Link(to: "reply", relation: "answered by")] : [])
    }
    let links = letters.map { Link(to: $0.id, relation: "answers") }
    let chronology = Made.chronology(letters + [Made.event("reply", "2004-05", agencies: ["north"], links: links)])
    let replies = Reply.all(in: chronology)
    #expect(replies.count == 300)
    #expect(replies.allSatisfy { $0.answers.map(\.event) == ["reply"] && $0.answers[0].agencies == ["north"] })
    #expect(chronology.answers.count == 300)
  }

  @Test func `links to one event are read as many as are asked for, and all are counted`() {
    let events = (0..<50).map { Made.event("e\($0)", "2004", links: [Link(to: "e0", relation: "follows from")]) }
    let chronology = Made.chronology(events)
    #expect(chronology.linkCount(to: "e0") == 50)
    #expect(chronology.linksTo("e0", first: 5).count == 5)
    #expect(chronology.linkCount(to: "e1") == 0)
  }
}
