internal import EDTF
internal import Timeline

/// Caches work that can be reused in the next frame, since most of what is on the screen after a move was there before.
/// It affects the cost of a frame, never its content.
package struct FrameCache {
  private var chronology: Chronology?
  private var events = Kept<Event>()
  private var headings = Kept<EventHeading>()
  /// Lane cells by lane number, for one window.
  private var columns: LaneColumns?
  private var lanes: [Int: (events: ArraySlice<UInt32>, cells: [Lanes.Cell])] = [:]
  private var detail = Pane()
  private var passages = Pane()

  package init() {}

  /// Everything that a pane depends on, apart from the chronology and the texts.
  struct Detail: Equatable {
    let position: Int
    let width: Int
    let query: Query?
    let isTall: Bool
    var notes = Notes()
  }

  /// Begins a frame: keeps what the last one used, and drops the rest.
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
    detail.of(wanted, make: make)
  }

  mutating func passages(_ wanted: Detail, make: () -> Page) -> (page: Page, layout: Layout) {
    passages.of(wanted, make: make)
  }
}

/// The page of a pane as last built.
private struct Pane {
  private var last: (of: FrameCache.Detail, page: Page, layout: Layout)?

  mutating func of(_ wanted: FrameCache.Detail, make: () -> Page) -> (page: Page, layout: Layout) {
    if let last, last.of == wanted { return (last.page, last.layout) }
    let page = make()
    let layout = Layout(page, width: wanted.width)
    last = (wanted, page, layout)
    return (page, layout)
  }
}

/// Values by position: those of the last frame, and those of the current one. A screen holds so few that a linear
/// search costs less than a dictionary.
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
