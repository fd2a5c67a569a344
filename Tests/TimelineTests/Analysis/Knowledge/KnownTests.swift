import EDTF
internal import Testing
internal import Timeline

struct KnownTests {
  private func known(_ events: [Event], on day: String, agency: String? = nil) -> Known {
    Known(Made.chronology(events), on: Made.date(day), agency: agency)!
  }

  /// "certain e" and so on, for each agency that knows anything.
  private func told(_ known: Known) -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: known.groups.filter { !$0.entries.isEmpty }.map { group in
        (group.agency ?? "public", group.entries.map { "\($0.certainty) \($0.event)" })
      })
  }

  @Test func `who takes part knows when it happens`() {
    let event = Made.event("e", "2004-05", agencies: ["north"])
    #expect(told(known([event], on: "2004-04")) == [:])
    #expect(told(known([event], on: "2004-05-15")) == ["north": ["possible e"]])
    #expect(told(known([event], on: "2004-05")) == ["north": ["certain e"]])
  }

  @Test func `who is told knows when told`() {
    let event = Made.event(
      "e", "2004", agencies: ["north"], citations: [Made.citation("first")],
      known: [Made.known("south", "2007-02", how: "written to", citation: 1)])
    #expect(told(known([event], on: "2006")) == ["north": ["certain e"]])
    let later = known([event], on: "2007-02")
    #expect(told(later) == ["north": ["certain e"], "south": ["certain e"]])
    let entry = later.groups.first { $0.agency == "south" }!.told[0]
    #expect(entry.ground == .told(how: "written to"))
    #expect(entry.since == Made.date("2007-02"))
    #expect(entry.citation == 1)
  }

  @Test func `what is public every agency may know`() {
    let event = Made.event("e", "2004", agencies: ["north"], known: [Made.known(nil, "2008", how: "published")])
    #expect(
      told(known([event], on: "2008"))
        == ["north": ["certain e"], "south": ["possible e"], "east": ["possible e"], "public": ["certain e"]])
    #expect(told(known([event], on: "2008", agency: "south")) == ["south": ["possible e"]])
    #expect(told(known([event], on: "2007", agency: "south")) == [:])
  }

  @Test func `those that took over may know what was known before them`() {
    let agencies = [
      Agency(id: "old", name: "Old Office", successors: ["mid"]),
      Agency(id: "mid", name: "Mid", successors: ["new", "old"]),
      Agency(id: "new", name: "New"),
    ]
    let chronology = Chronology(
      title: "", agencies: agencies, people: [], sources: [], events: [Made.event("e", "2004", agencies: ["old"])])
    let known = Known(chronology, on: Made.date("2004"))!
    #expect(told(known) == ["old": ["certain e"], "mid": ["possible e"], "new": ["possible e"]])
    #expect(known.groups[2].entries[0].ground == .told(how: "taken over from Old Office"))
  }

  @Test func `the surest ground counts, then the earliest, then what a source says`() {
    func ground(_ known: Knowledge...) -> Known.Ground? {
      let event = Made.event("e", "2004-05", agencies: ["north"], known: known)
      return self.known([event], on: "2006-06", agency: "north").groups[0].entries.first?.ground
    }
    #expect(ground(Made.known("north", "2005")) == .tookPart)
    #expect(ground(Made.known("north", "2004-05")) == .told(how: "told"))
    #expect(ground(Made.known("north", "2006", how: "late")) == .tookPart)
  }

  @Test func `an open or unknown date is possible, never certain`() {
    let events = [
      Made.event("open", "2004/..", agencies: ["north"]), Made.event("unknown", "/", agencies: ["north"]),
      Made.event("before", "../2003", agencies: ["north"]),
    ]
    #expect(told(known(events, on: "2004")) == ["north": ["certain before", "possible open", "possible unknown"]])
  }

  @Test func `a date asks for its last day, and must have one`() {
    #expect(known([], on: "2007-08").day == Day(year: 2007, month: 8, day: 31))
    #expect(known([], on: "2006/2007-08").day == Day(year: 2007, month: 8, day: 31))
    #expect(Known(Made.chronology([]), on: Made.date("2007/..")) == nil)
    #expect(Known(Made.chronology([]), on: Made.date("2007/")) == nil)
  }

  @Test func `counts events known for certain, perhaps, and not at all`() {
    let known = known(
      [
        Made.event("a", "2004", agencies: ["north", "south"]), Made.event("b", "2004/2008", agencies: ["east"]),
        Made.event("c", "2009", agencies: ["east"]), Made.event("d", "2003"),
      ], on: "2005")
    #expect(known.certain.count == 1 && known.possible.count == 1 && known.unknown == 2)
  }

  private static let posts = [
    Source(
      id: "first", kind: .post, title: "First post", date: Made.date("2009-03-12"), paragraphs: 4,
      outline: [OutlineLine(paragraph: 3, gist: "Says so too.", part: .comment)]),
    Source(id: "second", kind: .post, title: "Second post", date: Made.date("[2010..]"), paragraphs: 2),
    Source(id: "gazette", kind: .record, title: "Gazette", date: Made.date("2003")),
  ]

  @Test func `a post makes known what it tells, from its date on`() {
    func told(_ citation: Citation, on day: String) -> [String: [String]] {
      let event = Made.event("e", "[2008-10..2009-03]", agencies: ["north"], citations: [citation])
      return self.told(Known(Made.chronology([event], sources: Self.posts), on: Made.date(day))!)
    }
    let all = ["north": ["certain e"], "south": ["possible e"], "east": ["possible e"], "public": ["certain e"]]
    // On the day before, nobody knows whether it has happened.
    #expect(told(Made.citation("first"), on: "2009-03-11") == ["north": ["possible e"]])
    #expect(told(Made.citation("first"), on: "2009-03-12") == all)
    #expect(told(Made.citation("first", fact: .implies), on: "2009-03-12") == all)
    // A passage that is silent or denies it makes nothing known, nor does a comment, which has no date of its own, or a
    // record.
    for citation in [
      Made.citation("first", fact: .silent), Made.citation("first", fact: .contradicts),
      Made.citation("first", paragraph: 3), Made.citation("gazette", paragraph: nil),
    ] {
      #expect(told(citation, on: "2009-03-12") == ["north": ["possible e"]])
    }
    // A post whose date of publication is unknown.
    #expect(
      told(Made.citation("second"), on: "2011")
        == all.merging(["public": ["possible e"]]) { $1 })
  }

  @Test func `says where the public has it from`() throws {
    let event = Made.event("e", "2004", citations: [Made.citation("first", fact: .silent), Made.citation("first")])
    let chronology = Made.chronology([event], sources: Self.posts)
    let known = try #require(Known(chronology, on: Made.date("2010"), agency: Known.thePublic))
    #expect(known.groups.map(\.agency) == [nil])
    #expect(known.certain.count == 1 && known.unknown == 0)
    let entry = try #require(known.groups[0].entries.first)
    #expect(entry.ground == .published(how: "told by “First post”"))
    #expect(entry.since == Made.date("2009-03-12") && entry.citation == 2)
  }

  @Test func `says whose account alone it rests on`() throws {
    func account(_ citations: Citation..., known: [Knowledge] = []) throws -> String? {
      let event = Made.event("e", "2004", agencies: ["north"], citations: citations, known: known)
      let chronology = Made.chronology([event], sources: Self.posts)
      return try #require(Known(chronology, on: Made.date("2010"), agency: known.first?.agency ?? "north")).groups[0]
        .entries[0].account
    }
    let (own, other) = (Made.citation("first", speaker: "north"), Made.citation("first", speaker: "south"))
    #expect(try account(own) == "north")
    #expect(try account(own, own) == "north")
    #expect(try account(other) == "south")
    // Another party says so as well: another agency, or the author of the post.
    #expect(try account(own, other) == nil)
    #expect(try account(own, Made.citation("second")) == nil)
    // A source that denies it, is silent, or is a record vouches for nothing.
    #expect(
      try account(
        own, Made.citation("first", fact: .contradicts, speaker: "south"), Made.citation("second", fact: .silent),
        Made.citation("gazette", paragraph: nil)) == "north")
    #expect(try account(Made.citation("first")) == nil)
    // For those who were told, the passage that says so counts.
    #expect(try account(own, other, known: [Made.known("east", "2005", citation: 2)]) == "south")
    #expect(try account(own, known: [Made.known("east", "2005")]) == nil)
  }

  @Test func `the public may be asked about, unless an agency has that id`() throws {
    let chronology = Chronology(
      title: "", agencies: [Agency(id: "public", name: "Public Office")], people: [], sources: [],
      events: [Made.event("e", "2004", agencies: ["public"])])
    #expect(try #require(Known(chronology, on: Made.date("2004"), agency: "public")).groups[0].name == "Public Office")
  }
}
