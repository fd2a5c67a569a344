package import Timeline

/// An element of the stack of open views, with the reader's place in it.
package struct View: Sendable {
  package var subject: Subject
  /// The page; empty for the list, whose rows are generated when they are painted.
  package var page: Page
  package var layout: Layout
  /// The line of the layout that the cursor is on; for the list, the row among the matches.
  package var cursor: Int
  /// The first line on the screen.
  package var top: Int
  /// That line when the keys last rested: link numbers and the place on the page refer to it.
  package var settledTop = 0
  /// In the chooser of agencies: the ids marked so far, and the letters that narrow it.
  package var marked: Set<String> = []
  package var narrowing = ""
  /// Also in the chooser: the search under the other filters, which says how many events each agency would show; nil
  /// if no agency is chosen.
  package var others: Search?
  /// The words searched for on this page.
  package var search: Query?
  /// Only for the lanes view.
  package var lanes: LanesView?

  package init(_ subject: Subject, page: Page = Page(title: ""), width: Int = .max) {
    self.subject = subject
    self.page = page
    layout = Layout(page, width: width)
    cursor = layout.line(ofRow: page.start)
    top = 0
  }

  /// The row under the cursor; nil on an empty page.
  package var row: Row? {
    let index = layout.row(ofLine: cursor)
    return page.rows.indices.contains(index) ? page.rows[index] : nil
  }
}

/// The state of the lanes view.
package struct LanesView: Sendable {
  /// The lanes of the events shown when the view was opened.
  package var model: Lanes
  package var zoom: Zoom
  /// The first column shown, in the zoom's numbering.
  package var first: Int
  /// Index among the lanes.
  package var lane: Int
  /// The event under the cursor, by its position in the chronology; nil in a lane without one.
  package var event: Int?
  /// If lanes are spoken as rows: the event that a lane's row describes, if not its first.
  package var told: [Int: Int] = [:]
  /// That event when the keys last rested: the one described below.
  package var settled: Int?

  /// The number of screen columns for each: if all of time fits more than once, it is drawn wider.
  func scale(width: Int) -> Int {
    guard let columns = model.columns(zoom: zoom), !columns.isEmpty else { return 1 }
    return min(8, max(1, width / columns.count))
  }

  /// The columns in view: none before the first or after the last with known events.
  package func window(width: Int) -> Lanes.Window {
    let count = width / scale(width: width)
    let end = model.columns(zoom: zoom)?.upperBound ?? first + count
    return Lanes.Window(zoom: zoom, first: first, count: max(1, min(count, end - first)))
  }
}
