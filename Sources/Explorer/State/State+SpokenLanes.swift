internal import Timeline

/// The lanes when they are spoken rather than painted, in screen-reader mode and text mode: a row for each agency,
/// describing one of its events. The cursor moves between agencies, and between events within a row.
extension State {
  var speaksLanes: Bool { view.lanes != nil && (preferences.isScreenReader || preferences.isText) }

  /// Nil if the topmost view is not the lanes, or if they have not been opened yet.
  var spokenLanes: Page? {
    guard speaksLanes, let lanes = view.lanes else { return nil }
    return spoken(lanes)
  }

  func spoken(_ lanes: LanesView) -> Page { shown(LanesPage.page(of: lanes, context: pageContext)) }

  /// Synchronises the lane with the cursor: on another lane, selects the event nearest to the previous one.
  mutating func followLane() {
    guard speaksLanes, var lanes = view.lanes else { return }
    let row = view.layout.row(ofLine: view.cursor)
    guard lanes.model.lanes.indices.contains(row), row != lanes.lane else { return }
    let position = lanes.event ?? 0
    lanes.lane = row
    lanes.event = lanes.model.event(nearest: position, lane: row)
    tell(lanes)
  }

  /// Updates the lanes and the cursor's row; no other row changes.
  mutating func tell(_ lanes: LanesView) {
    var lanes = lanes
    lanes.told[lanes.lane] = lanes.event
    view.lanes = lanes
    guard speaksLanes, let page = spokenLanes else { return }
    view.page = page
    view.layout = layout(of: page)
    view.cursor = view.layout.line(ofRow: lanes.lane)
    keepInSight()
  }

  /// What one step of a zoom covers in the lane: "By quarters: 2 events of Haringey Council are placed in the fourth
  /// quarter of 2008."
  var zoomTold: String? {
    guard speaksLanes, let lanes = view.lanes, let event = lanes.event,
      let column = lanes.model.column(of: event, zoom: lanes.zoom)
    else { return nil }
    let window = Lanes.Window(zoom: lanes.zoom, first: column, count: 1)
    let count = lanes.model.row(lanes.lane, in: window).first?.count ?? 0
    let name = lanes.model.lanes[lanes.lane].agency.name
    let events = Speech.count(count, "event")
    return
      "By \(lanes.zoom.rawValue): \(events) of \(name) \(count == 1 ? "is" : "are") placed in \(lanes.zoom.words(of: column))."
  }
}
