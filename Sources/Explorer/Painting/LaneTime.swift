internal import Timeline

/// Time across the screen: which columns are in view, and where.
struct LaneTime {
  let window: Lanes.Window
  /// The number of screen columns per column of the window.
  let scale: Int
  /// The first screen column.
  let left: Int
  let labels: LaneLabels
  /// The columns in which anything is known.
  let known: Range<Int>?
  /// The screen column of the event under the cursor; nil if it is out of view.
  let here: Int?

  init(_ lanes: LanesView, width: Int, left: Int) {
    window = lanes.window(width: width)
    scale = lanes.scale(width: width)
    self.left = left
    labels = LaneLabels(window, scale: scale)
    known = lanes.model.columns(zoom: lanes.zoom)
    let column = lanes.event.flatMap { lanes.model.column(of: $0, zoom: lanes.zoom) }
    if let column, window.columns.contains(column) {
      here = left + (column - window.first) * scale
    } else {
      here = nil
    }
  }
}
