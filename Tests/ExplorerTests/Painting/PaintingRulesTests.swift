internal import Explorer
internal import Testing
internal import Timeline

/// What holds for every screen, whatever is on it.
struct PaintingRulesTests {
  static let sizes = [(24, 80), (40, 132), (15, 40), (5, 20), (12, 60), (100, 300)].map {
    Size(rows: $0.0, columns: $0.1)
  }
  static let preferences = [Preferences(), Preferences(isScreenReader: true), Preferences(isASCII: true)]

  private static func state(_ size: Size, _ preferences: Preferences = Preferences()) -> State {
    State(SmallChronology.chronology, size: size, preferences: preferences)
  }

  @Test(arguments: sizes, preferences)
  func `moving within the screen changes no text and brings the cursor to the row`(size: Size, preferences: Preferences)
  {
    var state = Self.state(size, preferences)
    var before = Painter.paint(state)
    while state.view.cursor + 1 < min(state.lineCount, ScreenPlan(state).listHeight) {
      _ = state.apply(.move(.next))
      let after = Painter.paint(state)
      #expect(after.text == before.text)
      #expect(after.cursor.row == before.cursor.row + 1)
      #expect(after.cursor.column == 0)
      before = after
    }
  }

  @Test(arguments: sizes, preferences)
  func `moving within a page changes no text`(size: Size, preferences: Preferences) {
    var state = Self.state(size, preferences)
    _ = state.apply(.open)
    let before = Painter.paint(state)
    let top = state.view.top
    _ = state.apply(.move(.next))
    // The page scrolls only if the pane is too low to show the next line, and it keeps the cursor in view.
    guard state.view.top == top else {
      #expect(size.rows == 5)
      #expect((0..<size.rows).contains(Painter.paint(state).cursor.row))
      return
    }
    #expect(Painter.paint(state).text == before.text)
    #expect(Painter.paint(state).cursor.row > before.cursor.row)
  }

  @Test func `the selected row is reversed from edge to edge, and no other row is`() {
    var state = Self.state(Size(rows: 24, columns: 80))
    _ = state.apply(.move(.next))
    _ = state.apply(.settle)
    let canvas = Painter.paint(state)
    let list = ScreenPlan(state).list
    let selected = list.rows.lowerBound + 1
    for row in list.rows where row != selected { #expect(!canvas[row: row].contains { $0.style.isReversed }) }
    #expect(canvas[row: selected].allSatisfy { $0.style.isReversed })
  }

  @Test func `a year begins with a bold date`() {
    let canvas = Painter.paint(Self.state(Size(rows: 24, columns: 80)))
    let first = ScreenPlan(Self.state(Size(rows: 24, columns: 80))).list.rows.lowerBound
    // 1905; 1909 three times; 1910; 1912 twice; 1913.
    let dates = (0..<8).map { canvas[row: first + $0].first!.style.weight == .bold }
    #expect(dates == [true, true, false, false, true, true, false, true])
  }

  @Test func `what the search found is marked in the titles`() {
    var state = Self.state(Size(rows: 24, columns: 80))
    _ = state.apply(.find("regence"))
    let canvas = Painter.paint(state)
    let row = canvas[row: ScreenPlan(state).list.rows.lowerBound]
    let marked = row.filter { $0.style.tone == .match }.map { String($0.scalar) }
    #expect(marked.joined() == "Régence")
  }

  @Test func `the axis marks the settled event in both its rows by attributes alone`() {
    var state = Self.state(Size(rows: 24, columns: 80))
    let before = Painter.paint(state)
    _ = state.apply(.move(.last))
    _ = state.apply(.move(.previous))
    _ = state.apply(.settle)
    let after = Painter.paint(state)
    func marked(_ canvas: Canvas, _ row: Int) -> [Int] {
      let cells = canvas[row: row]
      return cells.indices.filter { cells[$0].style.isReversed }.map { $0 - cells.startIndex }
    }
    #expect(marked(before, 1) == [0] && marked(before, 2) == [0])
    #expect(marked(after, 1) == marked(after, 2) && marked(after, 1).count == 1 && marked(after, 1)[0] > 70)
    #expect(after.text[1...2] == before.text[1...2])
  }

  @Test func `the detail follows when the keys rest`() {
    var state = Self.state(Size(rows: 24, columns: 80))
    _ = state.apply(.move(.next))
    #expect(Painter.paint(state).text.contains { $0.contains(" 1 of 12 ") })
    _ = state.apply(.settle)
    #expect(Painter.paint(state).text.contains { $0.contains(" 2 of 12 ") })
  }

  @Test(arguments: PainterTests.screens)
  func `a screen of ASCII holds nothing else`(_ screen: PainterTests.Screen) {
    var screen = screen
    screen.preferences.isASCII = true
    #expect(Painter.paint(screen.state).text.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } })
  }

  @Test(arguments: PainterTests.screens)
  func `a screen reader meets no drawing and no counter that a move changes`(_ screen: PainterTests.Screen) {
    var screen = screen
    screen.preferences.isScreenReader = true
    let drawn = Painter.paint(screen.state).text.joined().unicodeScalars.filter {
      (0x2500...0x259F).contains($0.value) || (0x2190...0x21FF).contains($0.value)
        || (0x2800...0x28FF).contains($0.value)
    }
    #expect(drawn.isEmpty)
  }

  @Test(arguments: PainterTests.screens)
  func `any size can be painted, with the cursor on the screen`(_ screen: PainterTests.Screen) {
    for (rows, columns) in [
      (1, 1), (1, 80), (2, 2), (3, 5), (4, 13), (5, 20), (11, 33), (12, 61), (16, 132), (100, 300),
    ] {
      var screen = screen
      screen.rows = rows
      screen.columns = columns
      let canvas = Painter.paint(screen.state)
      #expect((0..<rows).contains(canvas.cursor.row) && (0..<columns).contains(canvas.cursor.column))
      #expect(canvas.size == Size(rows: rows, columns: columns))
    }
  }
}
