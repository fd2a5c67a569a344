internal import Explorer
internal import Testing
internal import Timeline

@Suite struct PromptingTests {
  private static func reader(
    _ commands: Command..., isScreenReader: Bool = false, size: Size = Size(rows: 24, columns: 80)
  ) -> State {
    var state = State(
      SmallChronology.chronology, size: size, preferences: Preferences(isScreenReader: isScreenReader))
    for command in commands { _ = state.apply(command) }
    state.finishWork()
    return state
  }

  private static func typed(_ text: String, in state: State) -> State {
    var state = state
    for letter in text { _ = state.apply(.edit(.insert(String(letter)))) }
    return state
  }

  private static let tab = Command.edit(.complete(forward: true))

  // MARK: The filter in force

  @Test(
    arguments: [
      ([.insert("b")], "b"), ([.insert(" "), .insert("b")], "toll b"), ([.left, .insert("x")], "tolxl"),
      ([.end, .insert("s")], "tolls"), ([.deleteBackward], ""), ([.deleteWord], ""),
    ] as [([Edit], String)])
  func `a letter replaces the filter in force, a space or an arrow goes on from it`(edits: [Edit], line: String) {
    var state = Self.reader(.find("toll"), .prompt(.find))
    for edit in edits { _ = state.apply(.edit(edit)) }
    #expect(state.prompt?.text == line)
  }

  @Test func `the filter in force stands selected until it is changed`() throws {
    var state = Self.reader(.find("toll"), .prompt(.find))
    func isSelected() -> Bool {
      let canvas = Painter.paint(state)
      return canvas[row: ScreenPlan(state).message].contains { $0.style.isReversed }
    }
    #expect(isSelected())
    _ = state.apply(.edit(.insert("b")))
    #expect(!isSelected())
  }

  // MARK: What may have been meant

  @Test func `Enter on an empty answer takes the first suggestion`() {
    var state = Self.typed("brigde", in: Self.reader(.prompt(.find)))
    #expect(state.filter.matches.events.isEmpty && state.hasWork)
    state.finishWork()
    // Four titles have the word, and the letter in the post that two events rest on.
    #expect(Painter.paint(state).text.contains { $0.contains("No event has “brigde”. Did you mean bridge (") })
    _ = state.apply(.submit)
    #expect(state.filter.text == "bridge" && state.prompt == nil)
  }

  @Test func `a key leaves suggestions to the steps after it, and what is said waits for them`() {
    var state = Self.reader(isScreenReader: true)
    _ = state.apply(.find("brigde"))
    var steps = 0
    while state.hasWork, steps < 100 {
      // Neither a word nor a frame before the result is known.
      #expect(state.message == nil && state.isAboutToReport && state.filter.suggestions == nil)
      _ = state.apply(.work)
      steps += 1
    }
    // A step for the word, and one for each of up to three guesses.
    #expect((2...4).contains(steps))
    #expect(state.message?.text.hasPrefix("No event has “brigde”. Did you mean bridge (") == true)
    #expect(!state.isAboutToReport)
  }

  @Test func `what is abandoned meanwhile is not reported`() {
    var state = Self.typed("brigde", in: Self.reader(.prompt(.find)))
    _ = state.apply(.submit)
    _ = state.apply(.prompt(.find))
    _ = state.apply(.cancel)
    state.finishWork()
    #expect(state.message?.text == "Cancelled.")
    #expect(state.filter.suggestions?.isEmpty == false)
  }

  @Test func `Enter in a list left empty takes it too, also in a screen reader's`() {
    for isScreenReader in [false, true] {
      var state = Self.reader(.find("brigde"), isScreenReader: isScreenReader)
      #expect(state.message?.text.contains("Did you mean bridge (") == true)
      _ = state.apply(.open)
      #expect(state.filter.text == "bridge")
    }
  }

  @Test func `an empty line of text mode takes it`() throws {
    var state = State(
      SmallChronology.chronology, size: Size(rows: 10, columns: 80), preferences: Preferences(isText: true))
    _ = state.apply(.find("brigde"))
    state.finishWork()
    _ = state.apply(try CommandParser.command(from: "", in: state))
    #expect(state.filter.text == "bridge")
  }

  // MARK: The menu

  @Test func `Tab offers what there is, and again puts the next into the line, round to the first`() throws {
    var state = Self.typed("agency:c", in: Self.reader(.prompt(.find)))
    _ = state.apply(Self.tab)
    #expect(state.prompt?.text == "agency:c")
    let shown = Painter.paint(state).text
    #expect(shown.contains { $0.contains("agency:county") && $0.contains("Westmark County Council, agency") })
    #expect(shown.contains { $0.contains("agency:canal") && $0.contains("Canal and River Company, agency") })
    var lines: [String?] = []
    for edit in [Edit.complete(forward: true), .newer, .complete(forward: true), .older] {
      _ = state.apply(.edit(edit))
      lines.append(state.prompt?.text)
    }
    #expect(lines == ["agency:county", "agency:canal", "agency:county", "agency:canal"])
    #expect(state.filter.text == "agency:canal", "the list follows")
    _ = state.apply(.submit)
    #expect(state.prompt == nil && state.filter.text == "agency:canal")
  }

  @Test func `Esc closes the menu and leaves the line as it was typed, and Esc again the prompt`() {
    var state = Self.typed("agency:c", in: Self.reader(.prompt(.find)))
    for command in [Self.tab, Self.tab, .cancel] { _ = state.apply(command) }
    #expect(state.prompt?.text == "agency:c" && state.prompt?.menu == nil)
    _ = state.apply(.cancel)
    #expect(state.prompt == nil && !state.filter.isActive)
  }

  @Test func `typing goes on from what was chosen, and arrows recall lines again`() {
    var state = Self.reader(.find("toll"), .clear, .prompt(.find))
    state = Self.typed("agency:c", in: state)
    for command in [Self.tab, Self.tab, .edit(.insert(" ")), .edit(.insert("x"))] { _ = state.apply(command) }
    #expect(state.prompt?.text == "agency:county x" && state.prompt?.menu == nil)
  }

  @Test func `a small screen shows as much of the menu as it has rows, the cursor at the line`() {
    for rows in 1...9 {
      var state = Self.reader(.prompt(.command), size: Size(rows: rows, columns: 30))
      _ = state.apply(Self.tab)
      for _ in 0..<12 { _ = state.apply(Self.tab) }
      let canvas = Painter.paint(state)
      #expect(canvas.cursor.row == ScreenPlan(state).message)
      let isShown = (0..<canvas.cursor.row).contains { canvas[row: $0].first?.style.isReversed == true }
      #expect(isShown || rows < 4, "\(rows) rows")
    }
  }

  @Test func `a screen reader is told the candidates in one line, and then only the line changes`() {
    var state = Self.typed("agency:c", in: Self.reader(.prompt(.find), isScreenReader: true))
    let before = Painter.paint(state).text
    _ = state.apply(Self.tab)
    let offered = Painter.paint(state).text
    #expect(before.indices.filter { before[$0] != offered[$0] } == [2])
    #expect(offered[2].contains("2 candidates: agency:county, Westmark County Council, agency; agency:canal"))
    _ = state.apply(Self.tab)
    let chosen = Painter.paint(state).text
    #expect(offered.indices.filter { offered[$0] != chosen[$0] } == [1])
  }

  @Test func `asks the world for the files that a line may go on with`() {
    var state = Self.typed("no", in: Self.reader(.prompt(.export)))
    #expect(state.apply(Self.tab) == [.files(beginning: "no")])
    _ = state.apply(.offer(["notes.txt"]))
    #expect(state.prompt?.text == "notes.txt ")
    state = Self.typed("export x/", in: Self.reader(.prompt(.command)))
    #expect(state.apply(Self.tab) == [.files(beginning: "x/")])
  }

  // MARK: Lines at fault

  @Test(
    arguments: [
      (.known, "1910 by nobdy", "There is no agency “nobdy”"), (.command, "agency zebra", "There is no agency “zebra”"),
      (.command, "agenncy canal", "There is no command"), (.go, "1912-13-01", "is"),
    ] as [(CommandName, String, String)])
  func `a line with a fault stays at the prompt, with what is wrong`(command: CommandName, line: String, fault: String)
  {
    var state = Self.typed(line, in: Self.reader(.prompt(command)))
    _ = state.apply(.submit)
    #expect(state.prompt?.text == line)
    #expect(state.prompt?.reading?.contains(fault) == true)
    #expect(state.prompt?.isWrong == true)
  }

  @Test func `so does one that the world finds at fault`() {
    var state = Self.typed("taken.txt", in: Self.reader(.prompt(.export)))
    _ = state.apply(.submit)
    _ = state.apply(.told("There is taken.txt already.", isError: true))
    #expect(state.prompt?.text == "taken.txt" && state.prompt?.reading == "There is taken.txt already.")
  }

  @Test func `what is wrong with a line is shown whole in two rows where one is too short`() throws {
    let size = Size(rows: 24, columns: 70)
    let state = Self.typed("agency:zebra", in: Self.reader(.prompt(.find), size: size))
    let reading = try #require(state.prompt?.reading)
    #expect((71...140).contains(reading.count))
    let canvas = Painter.paint(state)
    #expect(canvas.text[22...23].joined(separator: " ") == reading)
    #expect(canvas.text[21] == "Find: agency:zebra" && canvas.cursor.row == 21)
  }

  @Test func `the hint says what a command takes`() {
    #expect(Self.typed("known 1910", in: Self.reader(.prompt(.command))).prompt?.reading?.contains("by AGENCY") == true)
    #expect(Self.typed("1910", in: Self.reader(.prompt(.known))).prompt?.reading?.contains("by AGENCY") == true)
  }

  // MARK: Events by name

  @Test(
    arguments: [("crack", "crack"), ("barge strikes", "closed"), ("2", "survey"), ("CAFE", "hearing")]
      as [(String, String)])
  func `an event is opened by its id, its number or words that its title alone has`(name: String, id: String) {
    #expect(Self.reader(.openEvent(name)).view.subject == .event(id))
  }

  @Test func `says which events a name may mean`() throws {
    let several = Self.reader(.openEvent("inquiry")).view.subject
    #expect(several == .event("inquiry"), "an id goes before a title")
    let message = try #require(Self.reader(.openEvent("the bridge")).message)
    #expect(message.isError)
    #expect(
      message.text
        == "“the bridge” may be The bridge is opened (opened), The bridge is closed after a barge strikes the east pier at night (closed) or The bridge is rebuilt (rebuilt)."
    )
    #expect(Self.reader(.openEvent("whale")).message?.isError == true)
  }

  @Test(
    arguments: [
      ("a", 1_000_000, 2000), ("é", 1001, 1000), ("a", 2000, 2000), ("ab ", 600, 1800),
    ] as [(String, Int, Int)])
  func `a line takes two thousand bytes of what is pasted, whole characters, and says so`(
    text: String, times: Int, kept: Int
  ) {
    var state = State(SmallChronology.chronology, size: Size(rows: 24, columns: 80))
    _ = state.apply(.prompt(.find))
    _ = state.apply(.edit(.insert(String(repeating: text, count: times))))
    #expect(state.prompt?.text.count == kept)
    let isCut = text.utf8.count * times > 2000
    #expect(state.prompt?.reading?.contains("has room for 2000 bytes") == isCut)
    // Any other key removes the message.
    _ = state.apply(.edit(.left))
    #expect(state.prompt?.reading?.contains("has room") == false)
  }
}
