internal import Timeline

/// Paints the state. The cost is proportional to the size of the screen, however many events there are: only the
/// events in view are decoded.
package struct Painter {
  let state: State
  let plan: ScreenPlan
  let glyphs: Glyphs
  var canvas: Canvas
  var memory = FrameCache()
  /// The ids of the agencies that the filter asks for.
  let chosenAgencies: Set<String>

  /// The whole screen, with the cursor on the first cell of what has the focus.
  package static func paint(_ state: State) -> Canvas {
    var memory = FrameCache()
    return paint(state, remembering: &memory)
  }

  /// The same, reusing what the last frame left in the cache.
  package static func paint(_ state: State, remembering memory: inout FrameCache) -> Canvas {
    var painter = Painter(state)
    swap(&painter.memory, &memory)
    painter.memory.begin(state.chronology)
    painter.paint()
    swap(&painter.memory, &memory)
    return painter.canvas
  }

  private init(_ state: State) {
    self.state = state
    plan = ScreenPlan(state)
    glyphs = state.preferences.isASCII ? .ascii : .unicode
    canvas = Canvas(size: state.size, isASCII: state.preferences.isASCII)
    chosenAgencies = Self.chosenAgencies(state)
  }

  private static func chosenAgencies(_ state: State) -> Set<String> {
    guard state.filter.isActive else { return [] }
    return Set(state.filter.search.query.named(.agency).map { state.chronology.agencies[$0].id })
  }

  private mutating func paint() {
    paintHeader()
    if !plan.axis.isEmpty { paintAxis() }
    if !plan.list.isEmpty { paintList() }
    paintRules()
    if !plan.detail.isEmpty { paintDetail() }
    if !plan.passage.isEmpty { paintPassage() }
    if !plan.page.isEmpty {
      if state.showsLanes { paintLanes() } else { paintPage() }
    }
    paintFoot()
  }

  private mutating func paintRules() {
    for rule in [plan.rule, plan.secondRule] where !rule.isEmpty {
      let isColumn = rule.width == 1
      let text = isColumn ? glyphs.verticalRule : String(repeating: glyphs.horizontalRule, count: rule.width)
      for row in rule.rows { canvas.put(text, at: Point(row: row, column: rule.columns.lowerBound), style: .dim) }
    }
  }

  // MARK: Text that fits

  /// Text made safe for the screen; truncated to what any screen can hold, since a field may contain megabytes.
  func shown(_ text: String) -> String {
    let isASCII = state.preferences.isASCII
    return text.utf8.count <= 4096
      ? Printable.line(text, isASCII: isASCII) : Printable.line(text.prefix(4096), isASCII: isASCII)
  }

  /// A text clipped to this many columns, with the cut marked; `text` must have been through `shown`.
  func clipped(_ text: String, to width: Int) -> String {
    if CellWidth.of(text) <= width { return text }
    let ellipsis = CellWidth.of(glyphs.ellipsis) < width ? glyphs.ellipsis : ""
    var room = max(0, width - CellWidth.of(ellipsis))
    var end = text.startIndex
    for index in text.indices {
      let columns = CellWidth.of(text[index...index])
      if columns > room { break }
      room -= columns
      end = text.index(after: index)
    }
    if !ellipsis.isEmpty {
      while end > text.startIndex, " ,".contains(text[text.index(before: end)]) { end = text.index(before: end) }
    }
    return String(text[..<end]) + ellipsis
  }

  /// Puts text so that it ends before a column, clipped to a width; returns the column where it begins.
  @discardableResult
  mutating func putRight(_ text: String, row: Int, before end: Int, width: Int, style: Style = .plain) -> Int {
    let text = clipped(shown(text), to: max(0, width))
    let start = end - CellWidth.of(text)
    canvas.put(text, at: Point(row: row, column: start), style: style)
    return start
  }

  /// Highlights what the search found in a text put at a point, up to a column.
  mutating func mark(_ text: String, at point: Point, before end: Int = .max, by query: Query? = nil) {
    guard
      let query = query ?? state.filter.last?.query ?? (state.filter.isActive ? state.filter.search.query : nil)
    else { return }
    for range in query.marks(in: text) {
      let start = point.column + CellWidth.of(text[..<range.lowerBound])
      let stop = start + CellWidth.of(text[range])
      canvas.restyle(row: point.row, columns: min(start, end)..<min(stop, end)) {
        $0.tone = .match
        $0.weight = .bold
        $0.isUnderlined = true
      }
    }
  }
}
