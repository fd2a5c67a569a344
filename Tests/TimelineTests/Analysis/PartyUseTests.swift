internal import Testing
internal import Timeline

struct PartyUseTests {
  private let chronology = Made.chronology([
    Made.event("a", "2004", agencies: ["north", "south"], people: ["ann"]),
    Made.event("b", "2005", agencies: ["north"], people: ["bob", "ann"]),
    Made.event("c", "2006", agencies: ["south", "north"]),
    Made.event("d", "2007", agencies: ["south"], people: ["bob"]),
  ])

  private func id(_ position: Int?) -> String? { position.map { chronology.event(at: $0).id } }

  @Test func `an agency's first and last event, and who else was there how often`() {
    let use = PartyUse(of: .agency("north"), in: chronology)
    #expect(use.name == "North Council")
    #expect(use.events.count == 3)
    #expect(id(use.first) == "a" && id(use.last) == "c")
    #expect(use.companions.map(\.name) == ["South Hospital", "Ann Archer", "Bob Baker"])
    #expect(use.companions.map(\.count) == [2, 2, 1])
  }

  @Test func `a person's events`() {
    let use = PartyUse(of: .person("bob"), in: chronology)
    #expect(id(use.first) == "b" && id(use.last) == "d")
    #expect(use.companions.map(\.party) == [.agency("north"), .agency("south"), .person("ann")])
  }

  @Test func `a party without events has neither first nor last`() {
    let use = PartyUse(of: .agency("east"), in: chronology)
    #expect(use.first == nil && use.last == nil && use.companions.isEmpty)
  }
}
