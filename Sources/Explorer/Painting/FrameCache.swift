internal import Timeline

/// What painting worked out for the last frame and may need for the next: most of what a move leaves on the screen was
/// there before. It changes what a frame costs, never what is in it.
package struct FrameCache {
  private var chronology: Chronology?
  private var events = Kept<Event>()
  private var headings = Kept<EventHeading>()
  /// Cells of lanes by their number, in one window.
  private var columns: LaneColumns?
  private var lanes: [Int: (events: ArraySlice<UInt32>, cells: [Lanes.Cell])] = [:]
  private var detail: (of: Detail, page: Page, layout: Layout)?

  package init() {}

  /// All that the detail pane depends on, beside the chronology.
  struct Detail: Equatable {
    let position: Int
    let width: Int
    let query: Query?
    let isScreenReader: Bool
  }

  /// Begins a frame: keeps what the last one used, and forgets the rest.
  mutating func begin(_ chronology: Chronology) {
    if self.chronology != chronology { self = FrameCache() }
    self.chronology = chronology
    events.begin()
    headings.begin()
  }

  mutating func event(at position: Int, in chronology: Chronology) -> Event {
    events.value(at: position) { chronology.event(at: $0) }
  }

  mutating func heading(at position: Int, in chronology: Chronology) -> EventHeading {
    headings.value(at: position) { chronology.heading(at: $0) }
  }

  mutating func cells(ofLane lane: Int, of model: Lanes, in window: Lanes.Window) -> [Lanes.Cell] {
    if columns?.window != window {
      columns = LaneColumns(window, model.chronology)
      lanes = [:]
    }
    let events = model.lanes[lane].events
    if let known = lanes[lane], known.events == events { return known.cells }
    let cells = columns.map { model.row(lane, in: $0) } ?? []
    lanes[lane] = (events, cells)
    return cells
  }

  mutating func detail(_ wanted: Detail, make: () -> Page) -> (page: Page, layout: Layout) {
    if let detail, detail.of == wanted { return (detail.page, detail.layout) }
    let page = make()
    let layout = Layout(page, width: wanted.width)
    detail = (wanted, page, layout)
    return (page, layout)
  }
}

/// Values by position: those of the last frame, and those of the one being painted. A screen holds so few that looking
/// through them costs less than a dictionary.
private struct Kept<Value> {
  private var last: (positions: [Int], values: [Value]) = ([], [])
  private var present: (positions: [Int], values: [Value]) = ([], [])

  mutating func begin() {
    last = present
    present = ([], [])
  }

  mutating func value(at position: Int, make: (Int) -> Value) -> Value {
    if let index = present.positions.firstIndex(of: position) { return present.values[index] }
    let value = last.positions.firstIndex(of: position).map { last.values[$0] } ?? make(position)
    present.positions.append(position)
    present.values.append(value)
    return value
  }
}
