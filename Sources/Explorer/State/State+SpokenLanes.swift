internal import Timeline

/// The lanes where they are told rather than painted, in screen-reader mode and text mode: a row for each agency, which
/// tells of one of its events. The cursor goes from agency to agency, and from event to event within its row.
extension State {
  var speaksLanes: Bool { view.lanes != nil && (preferences.isScreenReader || preferences.isText) }

  /// Nil where the view on top is not the lanes, or they have not been opened yet.
  var spokenLanes: Page? {
    guard speaksLanes, let lanes = view.lanes else { return nil }
    return shown(LanesPage.page(of: lanes, in: chronology, context: pageContext))
  }

  /// Brings the lane in line with the cursor: on another lane, the event nearest to the one that was told.
  mutating func followLane() {
    guard speaksLanes, var lanes = view.lanes else { return }
    let row = view.layout.row(ofLine: view.cursor)
    guard lanes.model.lanes.indices.contains(row), row != lanes.lane else { return }
    let position = lanes.event ?? 0
    lanes.lane = row
    lanes.event = lanes.model.event(nearest: position, lane: row)
    tell(lanes)
  }

  /// Puts the lanes in place and tells the cursor's row anew; no other row changes.
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

  /// What one step of a zoom holds of the lane: "By quarters: 2 events of Haringey Council are placed in the fourth quarter of 2008."
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
