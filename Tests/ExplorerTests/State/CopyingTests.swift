internal import EDTF
internal import Explorer
internal import Testing
internal import Timeline

@Suite struct CopyingTests {
  /// The effects of the last command.
  private static func effects(_ commands: Command..., texts: [PostText] = []) -> (effects: [Effect], state: State) {
    var state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80), texts: texts)
    state.finishWork()
    var effects: [Effect] = []
    for command in commands { effects = state.apply(command) }
    return (effects, state)
  }

  private static let quotation: String =
    "1905 (stated): The bridge is opened. Minutes of the bridge committee, 1912, ¶1 (states it and the date): The committee is named."

  @Test func `the citation under the cursor is copied with what it is for`() {
    let copied = Self.effects(.openEvent("opened"), .move(.nextChoice), .copy(nil)).effects
    #expect(
      copied == [.copy(text: Self.quotation, what: "the citation of Minutes of the bridge committee, ¶1")])
  }

  @Test func `a number copies that citation, from the list as well`() {
    #expect(
      Self.effects(.copy(1)).effects
        == [.copy(text: Self.quotation, what: "the citation of Minutes of the bridge committee, ¶1")])
    let (effects, state) = Self.effects(.copy(2))
    #expect(effects == [])
    #expect(state.message == Message("There is no citation 2: this event has 1.", isError: true))
  }

  @Test func `the event is copied with all its citations`() throws {
    for command in [Command.copyEvent, .copy(nil)] {
      let effect = try #require(Self.effects(.find("crack"), command).effects.first)
      guard case .copy(let text, let what) = effect else {
        Issue.record("\(effect)")
        return
      }
      #expect(what == "the event A crack is seen in the east pier")
      #expect(text.hasPrefix("March 1909: A crack is seen in the east pier\nDate: March 1909 (stated).\n"))
      #expect(text.contains("- 1. Minutes of the bridge committee. ¶2. A crack is reported."))
      #expect(text.contains("- 2. A letter to the Gazette. ¶2. The bridge was known to be weak."))
    }
  }

  @Test func `a paragraph of a source is copied as it is said there`() throws {
    var state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))
    _ = state.apply(.source("minutes"))
    while state.view.row?.key != "paragraph:3", state.view.cursor < 40 { _ = state.apply(.move(.next)) }
    let text: String = "Minutes of the bridge committee, 1912, ¶3: Nothing is decided."
    #expect(state.apply(.copy(nil)) == [.copy(text: text, what: "Minutes of the bridge committee, ¶3")])
  }

  @Test func `where there is nothing to copy or to visit, that is said`() {
    for command in [Command.copy(nil), .copyEvent, .visit] {
      let (effects, state) = Self.effects(.find("elephant"), command)
      #expect(effects == [])
      #expect(state.message != nil)
    }
    let (effects, state) = Self.effects(.openEvent("opened"), .visit)
    #expect(effects == [])
    #expect(state.message?.text == "The chronology gives no address for Minutes of the bridge committee.")
  }

  @Test(arguments: [
    ("https://example.org/a", true), ("javascript:alert(1)", false), ("https://example.org/ b", false),
  ])
  func `only an address that may be followed is opened`(_ address: String, _ isOpened: Bool) {
    let chronology = Chronology(
      title: "T", agencies: [], people: [],
      sources: [Source(id: "s", kind: .record, title: "S", url: address)],
      events: [
        Event(
          id: "e", date: try! EDTFDate("2004"), dating: Dating(basis: .stated), kind: "report", title: "E",
          citations: [Citation(source: "s", paragraph: nil, fact: .states, date: .silent)])
      ])
    var state = State(chronology, size: Size(rows: 24, columns: 80))
    #expect(state.apply(.visit) == (isOpened && chronology.source("s")?.url != nil ? [.visit(address: address)] : []))
  }

  @Test(
    arguments: [
      ("a.html", "a.html", ExportFormat.html), ("timelinejs my story.json", "my story.json", .timelinejs),
      ("a b.csv", "a b.csv", .csv), ("CSV x", "x", .csv),
    ] as [(String, String, ExportFormat)])
  func `export takes a file, or a format and a file`(_ text: String, _ path: String, _ format: ExportFormat) {
    guard case .export(path, format, let events, let heading) = Self.effects(.export(text)).effects.first else {
      Issue.record("\(text)")
      return
    }
    #expect(events.count == 12)
    #expect(heading == ExportHeading())
  }

  @Test func `a name that tells no format is asked for another`() throws {
    let (effects, state) = Self.effects(.export("a.doc"))
    #expect(effects == [])
    #expect(try #require(state.message).text.contains("End the name in .json, .jsonl, .csv"))
  }

  private static let looks: [(Command, Int, String?, String?)] = [
    (Command.find("agency:canal"), 3, nil, "agency Canal and River Company"),
    (.openEvent("crack"), 1, nil, nil), (.agency("canal"), 3, "Canal and River Company", nil),
    (.source("letter"), 4, "A letter to the Gazette", nil), (.view(.disagreements), 1, "Disagreements", nil),
    (.gaps("canal"), 3, "Silences of Canal and River Company", nil),
    (.known("1909 by works"), 3, "Known to Office of Public Works by 31 December 1909", nil),
    (.view(.lanes), 12, "Lanes", nil), (.view(.coverage), 12, "Coverage", nil),
  ]

  @Test(arguments: looks)
  func `what is looked at is what is exported`(_ command: Command, _ count: Int, _ question: String?, _ filter: String?)
  {
    let exported = Self.effects(command).state.exported
    #expect(exported.events.count == count)
    #expect(exported.heading.question == question)
    #expect(exported.heading.filter == filter)
    #expect(exported.heading.lead.isEmpty == (question == nil))
  }
}
