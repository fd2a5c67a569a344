internal import Testing
internal import Timeline

/// Where a word is searched for, and how its place is described.
@Suite struct SearchedTextTests {
  private static let chronology = Chronology.load(
    Bytes(
      """
      {"title": "Made up",
       "agencies": [{"id": "port", "name": "Harbour Office", "short": "Port", "aliases": ["the quay"]}],
       "people": [{"id": "pilot", "name": "Ida Marsh", "aliases": ["Mrs Marsh"]}],
       "sources": [
        {"id": "log", "kind": "post", "title": "The log", "date": null, "sha256": "\(String(repeating: "0a", count: 32))",
        "paragraphs": 3,
         "outline": [{"paragraph": 1, "gist": "A title."}, {"paragraph": 2, "gist": "The \\u201cdredger\\u201d sank."},
          {"paragraph": 3, "gist": "Nobody noticed the dredger."}]}],
       "events": [
        {"id": "storm", "date": "2001", "dating": {"basis": "stated"}, "kind": "warning", "title": "A storm is near",
         "summary": "The glass falls.", "agencies": ["port"], "people": [], "links": [],
         "citations": [{"source": "log", "paragraph": 2, "fact": "states", "date": "states"}],
         "reading": "Two logs give\\ndifferent hours."},
        {"id": "search", "date": "2002", "dating": {"basis": "stated"}, "kind": "report", "title": "Boats go out",
         "summary": "They find a buoy.", "agencies": [], "people": ["pilot"], "links": [],
         "citations": [{"source": "log", "paragraph": 1, "fact": "states", "date": "states", "note": "The buoy was adrift."},
          {"source": "log", "paragraph": 3, "fact": "states", "date": "states"}]},
        {"id": "calm", "date": "2003", "dating": {"basis": "stated"}, "kind": "report", "title": "The search ends",
         "summary": "", "agencies": [], "people": [], "links": [], "citations": []}]}
      """.utf8))

  private static func ids(_ text: String) throws -> [String] {
    try SearchTests.found(text, chronology).events.map { chronology.id(at: $0) }
  }

  @Test(
    arguments: [
      ("storm", ["storm"]), ("glass", ["storm"]), ("different", ["storm"]), ("\"give different\"", ["storm"]),
      ("warning", ["storm"]), ("report", ["search", "calm"]), ("quay", ["storm"]), ("marsh", ["search"]),
      ("adrift", ["search"]), ("dredger", ["storm", "search"]), ("noticed", ["search"]), ("search", ["calm"]),
      ("dredger -noticed", ["storm"]), ("report dredger", ["search"]), ("nobody warning", []), ("whale", []),
    ] as [(String, [String])])
  func `a word is looked for in all that is said of an event`(text: String, expected: [String]) throws {
    #expect(try Self.ids(text) == expected)
  }

  @Test(
    arguments: [
      ("title:search", ["calm"]), ("title:buoy", []), ("title:\"storm is\"", ["storm"]),
      ("title:storm,boats", ["storm", "search"]),
      ("text:buoy", ["search"]), ("text:different", ["storm"]), ("text:adrift", ["search"]), ("text:dredger", []),
      ("text:warning", []), ("text:quay", []), ("-title:the", ["storm", "search"]),
    ] as [(String, [String])])
  func `title and text narrow where a word is looked for`(text: String, expected: [String]) throws {
    #expect(try Self.ids(text) == expected)
  }

  @Test func `a narrower search goes on from a wider one and never from one that is narrower`() throws {
    for (first, second) in [
      ("search", "title:search"), ("title:b", "buoy"), ("text:b", "buoy"), ("title:s", "text:st"),
    ] {
      let previous = SearchTests.whole(try Query(first, in: Self.chronology), Self.chronology)
      let query = try Query(second, in: Self.chronology)
      #expect(
        SearchTests.whole(query, Self.chronology, after: previous).matches
          == SearchTests.whole(query, Self.chronology).matches, "\(second) after \(first)")
    }
  }

  @Test(
    arguments: [
      ("storm", "storm", .title), ("storm", "glass", .summary), ("storm", "logs", .reading),
      ("storm", "warn", .kind), ("storm", "quay", .agency("port")), ("storm", "dredger", .citation(1)),
      ("search", "mrs", .person("pilot")), ("search", "adrift", .citation(1)), ("search", "dredger", .citation(2)),
    ] as [(String, String, MatchPlace)])
  func `says where an event holds a word`(id: String, word: String, place: MatchPlace) throws {
    let event = Self.chronology.event(at: try #require(Self.chronology.position(of: id)))
    let places = try Query(word, in: Self.chronology).places(in: event, of: Self.chronology)
    #expect(places.map(\.place) == [place])
    #expect(places.map(\.word) == [word])
  }

  @Test func `says nothing of a word that is seen anyway, is not asked for, or is not there`() throws {
    let event = Self.chronology.event(at: 0)
    for text in ["storm", "-glass", "whale", "agency:port"] {
      let query = try Query(text, in: Self.chronology)
      #expect(query.places(in: event, of: Self.chronology, notIn: [event.title]).isEmpty, "\(text)")
    }
  }

  @Test func `cited passages are searched where their texts are at hand`() throws {
    let post = CitedPost("Morning.\n\nThe lamp was out.\n\nThe keeper slept.", ["The lamp was out.", "keeper slept"])
    let chronology = post.chronology
    let passages = PassageIndex(post.proof(in: post.text), in: [post.text])
    func found(_ text: String, with passages: PassageIndex?) throws -> [Int] {
      Array(SearchTests.whole(try Query(text, in: chronology, with: passages), chronology).matches.events)
    }
    #expect(try found("lamp", with: passages) == [0])
    #expect(try found("KEEPER", with: passages) == [1])
    #expect(try found("morning", with: passages) == [], "nothing cites the greeting")
    #expect(try found("lamp", with: nil) == [])
    #expect(try found("text:lamp", with: passages) == [])
    #expect(Suggestion.all(for: "kepeer", in: chronology, with: passages).map(\.text) == ["keeper (1)"])

    let event = chronology.event(at: 0)
    let places = try Query("lamp", in: chronology, with: passages)
      .places(in: event, of: chronology) { $0 == 1 ? "The lamp was out." : nil }
    #expect(places.map(\.place) == [.citation(1)])
  }

  @Test func `finds events by words of their titles alone`() {
    #expect(Array(Self.chronology.events(titled: "the ENDS")) == [2])
    #expect(Array(Self.chronology.events(titled: "buoy")) == [])
    #expect(Array(Self.chronology.events(titled: " ")) == [])
  }
}
