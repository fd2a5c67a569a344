internal import Testing
internal import Timeline

struct NewChronologyTests {
  static let kiln = PostText(name: "kiln-1.txt", "The kiln: a history\n\nIt was lit.\n")

  /// The beginning of a text, and the title of its source if the file is called `kiln-1.txt`.
  static let titles: [(String, String)] = [
    ("The kiln: a history\n\nIt was lit.\n", "The kiln: a history"),
    ("  The\tkiln \n\nIt was lit.\n", "The kiln"),
    ("Friday, March 13, 2009\n\nThe kiln\n\nIt was lit.\n", "The kiln"),
    ("13 March 2009\n\nIt was lit.\n", "kiln-1"),
    ("It was lit.\n\nIt went out.\n", "kiln-1"),
    ("The kiln\nwas lit\n\nIt went out.\n", "kiln-1"),
    ("https://example.org/kiln\n\nIt went out.\n", "kiln-1"),
    ("The kiln", "kiln-1"),
    (String(repeating: "kiln ", count: 30) + "\n\nIt went out.\n", "kiln-1"),
  ]

  @Test(arguments: titles) func `takes a title from the first line where it is plainly one`(
    _ text: String, _ title: String
  ) {
    let new = NewChronology(title: "T", texts: [PostText(name: "kiln-1.txt", text)])
    #expect(new.sources.map(\.title) == [title])
  }

  @Test func `is sound, proved, and guesses no author, date or address`() throws {
    let other = PostText(name: "b", "Fire\n\nIt went out.\n")
    let texts = [
      Self.kiln, other, PostText(name: "copy.txt", "The kiln: a history\n\nIt was lit.\n"),
      PostText(name: "empty", " "),
    ]
    let chronology = Chronology.load(Bytes(NewChronology(title: "A \"kiln\"", texts: texts).text.utf8))
    #expect(chronology.findings == [])
    #expect(chronology.title == "A \"kiln\"")
    #expect(chronology.sources.map(\.sha256) == [Self.kiln.digest.hexadecimal, other.digest.hexadecimal])
    #expect(chronology.sources.map(\.paragraphs) == [2, 2])
    #expect(
      chronology.sources.allSatisfy { $0.author == nil && $0.date == nil && $0.url == nil && $0.publisher == nil })
    #expect(chronology.count == 1)
    #expect(Proof(of: chronology, in: texts).entries.map(\.outcome) == [.verified])
  }

  @Test func `has no event without an example or a post`() {
    for new in [NewChronology(title: "T", texts: []), NewChronology(title: "T", texts: [Self.kiln], hasExample: false)]
    {
      let chronology = Chronology.load(Bytes(new.text.utf8))
      #expect(chronology.findings == [] && chronology.count == 0)
    }
  }

  /// Titles, the ids taken, and the resulting id.
  static let slugs: [(String, [String], String)] = [
    ("The Kiln: a history", [], "the-kiln-a-history"), ("Élan — “Straße”", [], "elan-strasse"), ("…", [], "item"),
    ("Kiln", ["kiln", "kiln-2"], "kiln-3"),
    ("one two three four five six seven eight nine ten eleven", [], "one-two-three-four-five-six-seven-eight-nine-ten"),
  ]

  @Test(arguments: slugs) func `makes a readable id of a title`(_ title: String, _ taken: [String], _ id: String) {
    #expect(title.slug(notIn: taken.contains) == id)
  }
}
