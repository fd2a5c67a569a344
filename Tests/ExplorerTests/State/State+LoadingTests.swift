import EDTF
internal import Explorer
internal import Testing
internal import Timeline

@Suite struct StateLoadingTests {
  private static let text = PostText(name: "post.txt", "Harbour lights\n\nThe buoy was adrift.")
  private static let passage = 16..<35

  /// A number of events that rest on one passage.
  private func chronology(_ count: Int) throws -> Chronology {
    let citation = Citation(
      source: "lights", paragraph: 2, range: Self.passage,
      digest: Passage(Self.text.text(Self.passage)).digest.description, fact: .states, date: .silent)
    let events = try (0..<count).map { number in
      Event(
        id: "e\(number)", date: try EDTFDate("2004"), dating: Dating(basis: .stated), kind: "report", title: "A",
        agencies: [number % 2 == 0 ? "even" : "odd"], citations: [citation])
    }
    let post = Source(
      id: "lights", kind: .post, title: "Harbour lights", sha256: Self.text.digest.hexadecimal, paragraphs: 2)
    return Chronology(
      title: "T", agencies: [Agency(id: "even", name: "Even"), Agency(id: "odd", name: "Odd")], people: [],
      sources: [post], events: events)
  }

  @Test func `the citations of many events are checked between keys, and what they say is found then`() throws {
    var state = State(try chronology(1000), size: Size(rows: 24, columns: 80), texts: [Self.text])
    #expect(state.evidence == nil)
    // Meanwhile keys work as usual.
    _ = state.apply(.find("adrift"))
    #expect(state.filter.matches.events.isEmpty)
    var steps = 0
    while state.hasWork, steps < 1000 {
      _ = state.apply(.work)
      steps += 1
    }
    #expect(steps > 1 && steps < 1000)
    #expect(state.evidence?.proof.summary == "1000 of 1000 citations verified in 1 of 1 posts")
    #expect(state.filter.matches.events.count == 1000)
  }

  @Test func `no citation is checked before the first screen, nor by the step that adopts the file`() throws {
    var state = State(try chronology(50), progress: 0.2, size: Size(rows: 24, columns: 80), texts: [Self.text])
    #expect(state.evidence == nil && !state.hasWork)
    _ = state.apply(.loaded(try chronology(50), progress: nil))
    #expect(state.evidence == nil && state.hasWork)
    state.finishWork()
    #expect(state.evidence?.proof.summary == "50 of 50 citations verified in 1 of 1 posts")
  }

  @Test func `a proof of a version that is no longer shown is abandoned`() throws {
    var state = State(try chronology(1000), size: Size(rows: 24, columns: 80), texts: [Self.text])
    _ = state.apply(.work)
    _ = state.apply(.loaded(try chronology(10), progress: 0.5))
    #expect(state.evidence == nil && !state.hasWork)
  }

  /// The 40 events of the later part precede those of the earlier one.
  @Test(arguments: [0.5, nil] as [Double?])
  func `lanes stay on their event while more of the file is read`(progress: Double?) throws {
    func part(_ numbers: Range<Int>) throws -> Chronology {
      let events = try numbers.map { number in
        Event(
          id: "e\(number)", date: try EDTFDate(String(1900 + number)), dating: Dating(basis: .stated), kind: "report",
          title: "Report \(number)", agencies: ["even"])
      }
      return Chronology(
        title: "T", agencies: [Agency(id: "even", name: "Even")], people: [], sources: [], events: events)
    }
    var state = State(try part(40..<60), progress: 0.2, size: Size(rows: 24, columns: 80))
    for command in [Command.find("50"), .clear, .view(.lanes), .lanes(.later)] { _ = state.apply(command) }
    let shown = state.view.lanes.flatMap { lanes in lanes.event.map(lanes.model.chronology.id(at:)) }
    _ = state.apply(.loaded(try part(0..<60), progress: progress))
    _ = state.apply(.open)
    #expect(shown != nil && state.view.subject == .event(shown ?? ""))
  }

  @Test func `what is undone is asked again of what the file holds by then`() throws {
    var state = State(try chronology(50), size: Size(rows: 24, columns: 80))
    _ = state.apply(.find("agency:even"))
    #expect(state.filter.matches.events.count == 25)
    _ = state.apply(.clear)
    _ = state.apply(.reloaded(try chronology(10)))
    _ = state.apply(.undo)
    #expect(state.filter.text == "agency:even")
    #expect(state.filter.matches.events.count == 5)
  }

  @Test func `marking agencies searches for nothing anew`() throws {
    var state = State(try chronology(50), size: Size(rows: 24, columns: 80))
    _ = state.apply(.find("agency:even kind:report"))
    _ = state.apply(.view(.agencies))
    while state.hasWork { _ = state.apply(.work) }
    // Both are counted though only one is chosen: the count is what choosing the other would show.
    let before = state.view.page
    #expect(before.rows.contains { $0.text.contains("Odd") && $0.text.contains("25") })
    _ = state.apply(.mark)
    #expect(!state.hasWork)
    _ = state.apply(.mark)
    #expect(state.view.page.rows.map(\.text) == before.rows.map(\.text))
  }
}
