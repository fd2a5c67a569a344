internal import Explorer
internal import Testing
internal import Timeline

@Suite struct OpeningTests {
  private func reader(_ chronology: Chronology, texts: [PostText] = [], _ commands: [Command]) -> State {
    var state = State(chronology, size: Size(rows: 24, columns: 80), texts: texts)
    state.finishWork()
    for command in commands { _ = state.apply(command) }
    state.finishWork()
    return state
  }

  @Test func `the numbers go to the links on the screen, and move as one pages`() throws {
    let chronology = PageFixture.long(250)
    var state = reader(chronology, [.agency("office")])
    #expect(state.numberedRows == Array(0..<9))
    _ = state.apply(.move(.pageDown))
    // The numbers do not change until the keys rest.
    #expect(state.numberedRows == Array(0..<9))
    _ = state.apply(.settle)
    let top = state.view.top
    #expect(top > 0 && state.numberedRows == Array(top..<top + 9))
    #expect(state.view.page.rows[top].target == .event(chronology.id(at: top)))
    _ = state.apply(.choose(1))
    #expect(state.view.subject == .event(chronology.id(at: top)))
  }

  @Test func `no number goes to what is not on the screen`() {
    let state = reader(PageFixture.bridge, [.view(.findings), .choose(1)])
    #expect(state.message?.text == "There is no 1 here: nothing leads on.")
  }

  /// A post of thirty paragraphs, the twentieth with two cited passages.
  private static let oak: (chronology: Chronology, text: PostText) = {
    let paragraphs = (1...30).map { $0 == 20 ? "It fell in May. Nobody saw it." : "Paragraph \($0) is about trees." }
    let text = PostText(name: "oak.txt", paragraphs.joined(separator: "\n\n") + "\n")
    let start = text.paragraphs[19].range.lowerBound
    func citation(_ passage: String, from offset: Int, note: String) -> String {
      """
      {"source": "oak", "paragraph": 20, "range": [\(start + offset), \(start + offset + passage.count)],
       "digest": "\(Passage(passage).digest)", "fact": "states", "date": "silent", "note": "\(note)"}
      """
    }
    let chronology = PageFixture.load(
      """
      {"title": "T", "agencies": [], "people": [],
       "sources": [{"id": "oak", "kind": "post", "title": "The oak", "sha256": "\(String(repeating: "0a", count: 32))",
        "paragraphs": 30,
        "sha256": "\(text.digest.hexadecimal)", "outline": []}],
       "events": [{"id": "fall", "date": "1990-05", "dating": {"basis": "stated"}, "kind": "fall",
        "title": "The oak falls", "summary": "", "agencies": [], "people": [], "links": [],
        "citations": [\(citation("It fell in May", from: 0, note: "The year is not said.")),
                      \(citation("Nobody saw it", from: 16, note: "So it is hearsay."))]}]}
      """)
    return (chronology, text)
  }()

  @Test func `a citation leads to its paragraph first on the screen, its passage reversed and others underlined`() {
    let state = reader(Self.oak.chronology, texts: [Self.oak.text], [.open, .choose(2)])
    #expect(state.view.row?.label == "20")
    #expect(state.view.top == state.view.cursor)
    let spans = state.view.page.rows.flatMap(\.spans)
    #expect(spans.filter(\.style.isReversed).map(\.text) == ["Nobody saw it"])
    #expect(spans.filter(\.style.isUnderlined).map(\.text) == ["It fell in May"])
  }

  @Test func `an event's page shows the passage and the note that qualifies it`() {
    let state = reader(Self.oak.chronology, texts: [Self.oak.text], [.open])
    let below = state.view.page.rows.flatMap(\.below).map { $0.map(\.text).joined() }
    #expect(below == ["The year is not said.", "“It fell in May”", "So it is hearsay.", "“Nobody saw it”"])
  }

  @Test func `the third column shows the passages of the settled event in their paragraphs`() {
    var state = reader(Self.oak.chronology, texts: [Self.oak.text], [])
    _ = state.apply(.resize(Size(rows: 30, columns: 180)))
    let plan = ScreenPlan(state)
    let canvas = Painter.paint(state)
    let column = plan.passage.rows.map { row in
      plan.passage.columns.map { canvas.text(row: row, column: $0) }.joined()
    }
    #expect(column.contains { $0.hasPrefix("1 The oak, ¶20") })
    #expect(column.contains { $0.hasPrefix("It fell in May. Nobody saw it.") })
    let underlined = plan.passage.rows.map {
      canvas[row: $0].filter(\.style.isUnderlined).map { String($0.scalar) }.joined()
    }
    #expect(underlined.filter { !$0.isEmpty } == ["It fell in May", "Nobody saw it"])
  }
}
