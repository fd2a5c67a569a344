internal import Explorer
internal import Testing
internal import Timeline

@Suite struct StateLanesTests {
  private func lanes(columns: Int, _ commands: Command...) -> State {
    var state = State(SmallChronology.chronology, size: Size(rows: 24, columns: columns))
    for command in [.view(.lanes)] + commands { _ = state.apply(command) }
    return state
  }

  /// From 1905 to 1915: 11 years, 44 quarters, 132 months.
  @Test(arguments: [(60, Zoom.years), (80, .quarters), (140, .quarters), (200, .months)])
  func `opens as close as all of time fits`(columns: Int, zoom: Zoom) {
    #expect(lanes(columns: columns).view.lanes?.zoom == zoom)
  }

  @Test(arguments: [60, 80, 140, 200])
  func `cannot be zoomed past the data`(columns: Int) throws {
    var state = lanes(columns: columns)
    let zoom = state.view.lanes?.zoom
    _ = state.apply(.zoom(closer: false))
    #expect(state.view.lanes?.zoom == zoom)
    #expect(state.message?.text == "All of it is in view: this is as wide as it goes.")
    for _ in Zoom.allCases {
      let view = try #require(state.view.lanes)
      let known = try #require(view.model.columns(zoom: view.zoom))
      let window = view.window(width: ScreenPlan(state).laneColumns)
      #expect(window.columns.lowerBound >= known.lowerBound && window.columns.upperBound <= known.upperBound)
      _ = state.apply(.zoom(closer: true))
    }
  }

  @Test(arguments: [60, 80, 140, 200])
  func `names a year at every zoom`(columns: Int) {
    var state = lanes(columns: columns)
    for _ in Zoom.allCases {
      let scale = Painter.paint(state).text[1]
      #expect(scale.contains { $0.isNumber } && scale.contains("19"), "\(scale)")
      _ = state.apply(.zoom(closer: true))
    }
  }

  @Test func `what is told below follows when the keys rest, its date and title at once`() {
    var state = lanes(columns: 80, .settle)
    let before = Painter.paint(state).text
    _ = state.apply(.lanes(.later))
    let moved = Painter.paint(state).text
    #expect(zip(before, moved).filter { $0 != $1 }.count == 1)
    #expect(state.isUnsettled)
    _ = state.apply(.settle)
    #expect(!state.isUnsettled)
  }
}
