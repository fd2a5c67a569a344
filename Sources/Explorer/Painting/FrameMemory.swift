internal import Timeline

/// What painting worked out for the last frame and may need for the next: most of what a move leaves on the screen was
/// there before. It changes what a frame costs, never what is in it.
package struct FrameMemory {
  private var chronology: Chronology?
  /// Events by position: of the last frame, and of the one being painted.
  private var last: [Int: Event] = [:]
  private var present: [Int: Event] = [:]
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
    if self.chronology != chronology { self = FrameMemory() }
    self.chronology = chronology
    last = present
    present = [:]
  }

  mutating func event(at position: Int, in chronology: Chronology) -> Event {
    if let event = present[position] { return event }
    let event = last[position] ?? chronology.event(at: position)
    present[position] = event
    return event
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
