internal import EDTF
internal import Timeline

extension State {
  mutating func openLanes() {
    if case .lanes = view.subject { return }
    show(.lanes)
    let model = Lanes(chronology, shown: filter.matches.events)
    let position = selection.flatMap(chronology.position(of:))
    let agency = position.flatMap { chronology.heading(at: $0).agencies.first }
    let lane = model.lanes.firstIndex { $0.agency.id == agency } ?? 0
    view.lanes = LanesView(model: model, zoom: .years, first: 0, lane: lane, event: nil)
    let event = position.flatMap { model.lanes.indices.contains(lane) ? model.event(nearest: $0, lane: lane) : nil }
    view.lanes?.event = event
    fitLanes()
    if speaksLanes, let lanes = view.lanes {
      tell(lanes)
      beginWindow()
    }
  }

  /// Rebuilds the lanes for another filter or a chronology with more events, with the cursor on the same agency and
  /// event, or the nearest if these are not shown.
  mutating func rebuildLanes() {
    for index in views.indices {
      guard var lanes = views[index].lanes else { continue }
      let old = lanes.model
      let model = Lanes(chronology, shown: filter.matches.events)
      let agency = old.lanes.indices.contains(lanes.lane) ? old.lanes[lanes.lane].agency.id : nil
      let lane = model.lanes.firstIndex { $0.agency.id == agency } ?? 0
      let position = lanes.event.flatMap { chronology.position(of: old.chronology.id(at: $0)) }
      let event = model.lanes.indices.contains(lane) ? model.event(nearest: position ?? 0, lane: lane) : nil
      lanes.model = model
      lanes.lane = lane
      lanes.event = event
      lanes.told = event.map { [lane: $0] } ?? [:]
      views[index].lanes = lanes
      let isSpoken = preferences.isScreenReader || preferences.isText
      views[index].page = isSpoken ? spoken(lanes) : page(of: .lanes)
      views[index].layout = layout(of: views[index].page)
      if isSpoken { views[index].cursor = views[index].layout.line(ofRow: lane) }
      if index == views.count - 1 {
        view.cursor = min(view.cursor, max(0, lineCount - 1))
        scrollLanes()
        showLaneEvent()
      }
    }
  }

  /// Goes to the first event of this agency on or after a day, with that day in the middle of the window.
  mutating func goInLanes(to day: Day, _ typed: NaturalDate) {
    guard let lanes = view.lanes, lanes.model.lanes.indices.contains(lanes.lane) else {
      message = Message(noEventShown)
      return
    }
    let first = chronology.firstPosition(onOrAfter: DaySpan(Bounds(earliest: .day(day), latest: .day(day))).earliest)
    let lane = lanes.model.lanes[lanes.lane]
    let event = lanes.model.event(after: first - 1, lane: lanes.lane)
    view.lanes?.event = event ?? lanes.model.event(nearest: first, lane: lanes.lane)
    show(lanes.zoom.column(of: day))
    if event != nil { showLaneEvent() }
    let words = typed.words.capitalised
    let name = lane.agency.short ?? lane.agency.name
    guard let event else {
      message = Message("\(words). \(name) has no event then or later; this is its last.")
      return
    }
    let date = chronology.date(at: event)
    let isThen = date.bounds.mayFall(within: typed.edtf.bounds)
    message = Message(isThen ? "\(words). \(name)." : "\(words). \(name): the next event is \(date.words).")
  }

  /// Scrolls time so that a column is in the middle, or as near to it as the ends allow.
  private mutating func show(_ column: Int) {
    guard let lanes = view.lanes else { return }
    let width = max(1, laneColumns / lanes.scale(width: laneColumns))
    view.lanes?.first = column - width / 2
    keepLanesWithinEnds(width)
  }

  private mutating func keepLanesWithinEnds(_ width: Int) {
    guard let lanes = view.lanes, let columns = lanes.model.columns(zoom: lanes.zoom) else { return }
    view.lanes?.first = max(columns.lowerBound, min(lanes.first, max(columns.lowerBound, columns.upperBound - width)))
  }

  /// The number of columns available for time.
  private var laneColumns: Int { preferences.isText ? 80 : max(1, ScreenPlan(self).laneColumns) }

  /// Chooses the closest zoom that shows the whole span, then brings the cursor's event into view.
  private mutating func fitLanes() {
    guard let lanes = view.lanes else { return }
    for zoom in Zoom.allCases {
      view.lanes?.zoom = zoom
      if let columns = lanes.model.columns(zoom: zoom) {
        view.lanes?.first = columns.lowerBound
        if columns.count <= laneColumns { break }
      }
    }
    showLaneEvent()
  }

  mutating func moveBetweenLanes(_ motion: Motion) {
    guard var lanes = view.lanes, !lanes.model.lanes.isEmpty else { return }
    let last = lanes.model.lanes.count - 1
    let wanted =
      switch motion {
      case .next, .nextChoice: lanes.lane + 1
      case .previous, .previousChoice: lanes.lane - 1
      case .first: 0
      case .last: last
      case .pageDown: min(last, lanes.lane + pageHeight)
      case .pageUp: max(0, lanes.lane - pageHeight)
      case .halfDown: min(last, lanes.lane + max(1, pageHeight / 2))
      case .halfUp: max(0, lanes.lane - max(1, pageHeight / 2))
      }
    guard (0...last).contains(wanted) else {
      message = Message(wanted < 0 ? "This is the first agency." : "This is the last agency.")
      return
    }
    let position = lanes.event ?? 0
    lanes.lane = wanted
    lanes.event = lanes.model.event(nearest: position, lane: wanted)
    view.lanes = lanes
    view.cursor = wanted
    scrollLanes()
    showLaneEvent()
  }

  mutating func moveInLane(_ motion: LanesMotion) {
    guard let lanes = view.lanes, lanes.model.lanes.indices.contains(lanes.lane) else {
      message = Message("\(way(to: .lanes)) first, to move in them.")
      return
    }
    let here = lanes.event ?? 0
    let next =
      motion == .later
      ? lanes.model.event(after: here, lane: lanes.lane) : lanes.model.event(before: here, lane: lanes.lane)
    guard let next else {
      message = Message(motion == .later ? "This agency has no later event." : "This agency has no earlier event.")
      return
    }
    view.lanes?.event = next
    if speaksLanes, let lanes = view.lanes { tell(lanes) }
    showLaneEvent()
  }

  mutating func zoom(closer: Bool) {
    guard let lanes = view.lanes else {
      message = Message("\(way(to: .lanes)) first, to move in them.")
      return
    }
    let zoom = closer ? lanes.zoom.closer : lanes.zoom.wider
    let isWhole = lanes.model.columns(zoom: lanes.zoom).map { $0.count <= laneColumns } ?? true
    guard zoom != lanes.zoom, closer || !isWhole else {
      message = Message(closer ? "This is as close as it goes." : "All of it is in view: this is as wide as it goes.")
      return
    }
    view.lanes?.zoom = zoom
    if let event = lanes.event, let column = lanes.model.column(of: event, zoom: zoom), let lanes = view.lanes {
      let visible = laneColumns / lanes.scale(width: laneColumns)
      view.lanes?.first = column - visible / 2
    } else if let columns = lanes.model.columns(zoom: zoom) {
      view.lanes?.first = columns.lowerBound
    }
    showLaneEvent()
    message = Message(zoomTold ?? "One column is one \(zoom.unit).")
  }

  /// Scrolls time as little as necessary to show the cursor's event, and never completely past the ends.
  private mutating func showLaneEvent() {
    guard var lanes = view.lanes else { return }
    let width = max(1, laneColumns / lanes.scale(width: laneColumns))
    if let event = lanes.event, let column = lanes.model.column(of: event, zoom: lanes.zoom) {
      if column < lanes.first { lanes.first = column }
      if column >= lanes.first + width { lanes.first = column - width + 1 }
    }
    view.lanes = lanes
    keepLanesWithinEnds(width)
  }

  private mutating func scrollLanes() {
    guard let lane = view.lanes?.lane else { return }
    let height = pageHeight
    if lane < view.top { view.top = lane }
    if lane >= view.top + height { view.top = lane - height + 1 }
  }
}

extension Zoom {
  /// What one column represents, in words.
  var unit: String { String(rawValue.dropLast()) }
}
