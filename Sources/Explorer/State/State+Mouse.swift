internal import Timeline

/// The mouse, if the reader has enabled it: a click selects what is under it, a second one opens it, and the wheel
/// scrolls what has the focus. Everything it does can also be done with keys.
extension State {
  /// The number of lines scrolled per wheel event.
  private static let turn = 3

  mutating func take(_ mouse: Mouse) -> [Effect] {
    guard prompt == nil else { return [] }
    switch mouse.action {
    case .wheelUp: turn(-1)
    case .wheelDown: turn(1)
    case .press where mouse.button == .left: return click(at: mouse.place)
    case .press, .release: break
    }
    return []
  }

  private mutating func turn(_ direction: Int) {
    if showsLanes {
      moveBetweenLanes(direction > 0 ? .next : .previous)
    } else {
      scroll(by: direction * Self.turn)
    }
  }

  private mutating func click(at place: Point) -> [Effect] {
    let plan = ScreenPlan(self)
    if message == nil, place.row == plan.hints ?? plan.message,
      let hint = Hints.placed(self).first(where: {
        $0.columns.contains(place.column)
      })
    {
      return apply(KeyMap.command(of: Vocabulary.entry(hint.command)))
    }
    if plan.list.contains(place) {
      clickList(row: place.row, in: plan.list)
    } else if plan.page.contains(place) {
      if showsLanes { clickLane(row: place.row, in: plan.laneRows) } else { clickPage(row: place.row, in: plan) }
    } else if plan.detail.contains(place), isInList {
      open()
    }
    return []
  }

  private mutating func clickList(row: Int, in frame: Frame) {
    let count = filter.matches.events.count
    let list = views[0]
    let clicked = top(of: list, count: count, height: frame.height) + row - frame.rows.lowerBound
    guard clicked < count else { return }
    if isInList, clicked == list.cursor { return open() }
    closeAllViews()
    self.place(cursor: clicked)
  }

  private mutating func clickPage(row: Int, in plan: ScreenPlan) {
    let count = view.layout.lines.count
    let line = top(of: view, count: count, height: plan.pageHeight) + row - plan.page.rows.lowerBound - plan.titleRows
    guard (0..<count).contains(line), row >= plan.page.rows.lowerBound + plan.titleRows else { return }
    if line == view.cursor { return open() }
    self.place(cursor: line)
  }

  private mutating func clickLane(row: Int, in rows: Range<Int>) {
    guard rows.contains(row), let lane = view.lanes?.lane else { return }
    let clicked = view.top + row - rows.lowerBound
    if clicked == lane { return open() }
    guard let count = view.lanes?.model.lanes.count, clicked < count else { return }
    for _ in 0..<abs(clicked - lane) { moveBetweenLanes(clicked > lane ? .next : .previous) }
  }

  /// The first line on the screen as painted, with the cursor's line in view.
  private func top(of view: View, count: Int, height: Int) -> Int {
    let cursor = min(max(0, view.cursor), max(0, count - 1))
    return min(max(0, view.top, cursor - height + 1), cursor)
  }
}

extension Frame {
  func contains(_ place: Point) -> Bool { rows.contains(place.row) && columns.contains(place.column) }
}
