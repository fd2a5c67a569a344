internal import EDTF
internal import Testing
internal import Timeline

struct AnonymityTests {
  private static let glossary = """
    # who stands for whom
    Ann Archer = Child A
    bob = a neighbour
    """

  private static func chronology(_ events: [Event] = [Made.event("e", "2004")]) -> Chronology {
    Made.chronology(events)
  }

  private static func anonymity(_ glossary: String = glossary) throws -> Anonymity {
    try Anonymity(glossary: glossary, for: chronology())
  }

  private static let texts: [(String, String)] = [
    ("Ann Archer came.", "Child A came."), ("ANN ARCHER came", "Child A came"),
    ("Ánn  Archér’s letter", "Child A’s letter"),
    ("the Archers", "the Child A"), ("Archer's, Ann", "Child A's, Child A"), ("ann-archer", "Child A"),
    ("annarcher", "Child A"), ("An\u{AD}n Arch\u{200B}er", "Child A"), ("Bob Baker", "a neighbour"),
    // Part of a name without a capital may be an ordinary word; a longer word is a different one.
    ("a baker and an archer", "a baker and an archer"), ("Bakersfield, Annual", "Bakersfield, Annual"),
    ("Mr Baker", "Mr a neighbour"), ("", ""),
  ]

  @Test(arguments: texts)
  func `a name is replaced whatever its case, accents and endings`(_ text: String, _ expected: String) throws {
    #expect(try Self.anonymity().applied(to: text) == expected)
  }

  @Test func `no name is left in any format`() throws {
    var event = Made.event("ann-archer-writes", "2004", people: ["ann", "bob"], reading: "Archer’s account.")
    event.title = "ANN ARCHER writes"
    event.summary = "Ann tells Bob Baker."
    event.dating.reason = "By Baker's letter."
    event.known = [Made.known("north", "2005", how: "told by Ann Archer")]
    event.citations = [Made.citation("first")]
    event.citations[0].note = "So says Bob."
    let sources = [
      Source(
        id: "baker-post", kind: .post, title: "On Ann Archer", author: "Bob Baker",
        url: "https://example.org/annarcher",
        outline: [OutlineLine(paragraph: 1, gist: "Of Archer.", speaker: "Ann Archer")]),
      Source(id: "first", kind: .post, title: "Archer again"),
    ]
    let chronology = Made.chronology([event, Made.event("z", "2004")], sources: sources)
    let anonymity = try Anonymity(glossary: Self.glossary, for: chronology)
    let heading = ExportHeading(question: "Person: Ann Archer", lead: [.init(.text, "Of Bob Baker.")])
    let export = anonymity.applied(to: Export(chronology, EventSet(all: 2), heading: heading))
    for format in ExportFormat.allCases {
      let text = Written.text(export, as: format)
      var guardian = anonymity.guardian
      Array(text.utf8).withUnsafeBytes { guardian.take($0) }
      #expect(guardian.finish() == nil, "\(format)")
      for name in ["archer", "baker", "example.org"] { #expect(!text.lowercased().contains(name), "\(format)") }
    }
  }

  @Test func `what is written opens again without findings, and public records are left out`() throws {
    let sources = [
      Source(id: "post", kind: .post, title: "A post", sha256: String(repeating: "0", count: 64), paragraphs: 3),
      Source(id: "judgment", kind: .record, title: "[2011] 642", publisher: "A court"),
    ]
    var event = Made.event("e", "2004", people: ["ann", "bob"])
    event.citations = [
      Citation(source: "judgment", paragraph: nil, fact: .states, date: .states),
      Citation(source: "post", paragraph: 2, fact: .states, date: .states),
    ]
    event.known = [Made.known("north", "2005", how: "told")]
    event.known[0].citation = 2
    let chronology = Made.chronology([event], sources: sources)
    let export = try Anonymity(glossary: Self.glossary, for: chronology)
      .applied(to: Export(chronology, EventSet(all: 1)))
    let text = Written.text(export, as: .json)
    for word in ["642", "court"] { #expect(!text.contains(word)) }
    let read = Chronology.load(Bytes(text.utf8))
    #expect(read.findings == [])
    #expect(read.event(at: 0).citations.map(\.paragraph) == [2])
    #expect(read.event(at: 0).known.map(\.citation) == [1])
    #expect(read.isDisputed(read.event(at: 0)) == false)
  }

  @Test func `the same events stay the ones that were asked for`() throws {
    // Events of one day are ordered by id, and the ids are replaced.
    let events = ["z", "b", "m", "a"].map { id in Made.event(id, id == "m" ? "2003" : "2004") }
    let chronology = Self.chronology(events)
    let export = try Self.anonymity().applied(to: Export(chronology, EventSet([1, 3])))
    #expect(export.events == EventSet([1, 3]))
    for position in 0..<4 {
      #expect(export.chronology.event(at: position).title == chronology.event(at: position).title)
    }
  }

  @Test func `a name that is left is found, even where a calendar folds its line`() throws {
    for text in ["x Ann Archer y", "ARCHER", "An\r\n n Archer", "Árcher’s"] {
      var guardian = try Self.anonymity().guardian
      Array(text.utf8).withUnsafeBytes { guardian.take($0) }
      #expect(guardian.finish() != nil, "\(text)")
    }
  }

  @Test func `a name over the edge of two pieces is found`() throws {
    var guardian = try Self.anonymity().guardian
    for piece in [String(repeating: "word ", count: 300_000) + "Ann Ar", "cher came"] {
      Array(piece.utf8).withUnsafeBytes { guardian.take($0) }
    }
    // A first name is a name.
    #expect(guardian.finish() == "Ann")
  }

  @Test func `the edge of two pieces makes no name of a word's end`() throws {
    var guardian = try Self.anonymity().guardian
    for _ in 0..<2 {
      Array(String(repeating: "JoAnn ", count: 180_000).utf8).withUnsafeBytes { guardian.take($0) }
    }
    #expect(guardian.finish() == nil)
  }

  private static let wrong: [(String, Int?, String)] = [
    ("Ann Archer = Child A", nil, "There is no line for Bob Baker."),
    ("north = N", nil, "There is no line for Ann Archer or Bob Baker."),
    (
      "Ann Archer = A\nAnn = A\nANN ARCHER = B\nBob Baker = C", 3,
      "ANN ARCHER is replaced by “A” above: give each only one replacement."
    ),
    ("Ann Archer\nBob Baker = B", 1, "Write a name, = and its replacement."),
    ("Ann Archer = \nBob Baker = B", 1, "Write a name, = and its replacement."),
    ("Ann Archer = A\nBob Baker = Ann’s neighbour", nil, "“Ann’s neighbour” holds a name that is to be replaced: ann."),
  ]

  @Test(arguments: wrong)
  func `a glossary that does not do says why`(_ glossary: String, _ line: Int?, _ message: String) {
    #expect(throws: Anonymity.Fault(line: line, message: message)) { try Self.anonymity(glossary) }
  }

  @Test func `a surname that two people share is no one's: it stays and is found`() throws {
    let chronology = Chronology(
      title: "T", agencies: [], people: [Person(id: "a", name: "Ann Archer"), Person(id: "b", name: "Ben Archer")],
      sources: [], events: [Made.event("e", "2004")])
    let unclear = try Anonymity(glossary: "a = A\nb = B", for: chronology)
    #expect(unclear.applied(to: "The Archers, Ann Archer") == "The Archers, A")
    let clear = try Anonymity(glossary: "a = A\nb = B\nArcher = the family", for: chronology)
    #expect(clear.applied(to: "Mrs Archer, Ann Archer") == "Mrs the family, A")
  }

  @Test func `an agency is replaced by all its names where the glossary has it`() throws {
    let anonymity = try Self.anonymity(Self.glossary + "\nnorth = Council 1")
    #expect(anonymity.applied(to: "North Council and South Hospital") == "Council 1 and South Hospital")
  }

  @Test func `whoever wrote or speaks in a source needs a line too`() {
    let sources = [Source(id: "s", kind: .post, title: "T", author: "Cyd Cooper")]
    let chronology = Made.chronology([Made.event("e", "2004")], sources: sources)
    #expect(throws: Anonymity.Fault(line: nil, message: "There is no line for Cyd Cooper, who wrote or speaks in s.")) {
      try Anonymity(glossary: Self.glossary, for: chronology)
    }
  }
}
