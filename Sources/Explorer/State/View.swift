package import Timeline

/// One thing open on the stack of views, with where the reader stands in it.
package struct View: Sendable {
  package var subject: Subject
  /// The page; empty for the list, whose rows are made when they are painted.
  package var page: Page
  package var layout: Layout
  /// The line of the layout (of the list: the row among the matches) that the cursor is on.
  package var cursor: Int
  /// The first line on the screen.
  package var top: Int
  /// That line when the keys last rested: what the numbers of the links and the place on the page go by.
  package var settledTop = 0
  /// In the chooser of agencies: the ids marked so far, and the letters that narrow it.
  package var marked: Set<String> = []
  package var narrowing = ""
  /// There too: the search for what the other filters leave, which says how many events each agency would show; nil
  /// where no agency is chosen.
  package var others: Search?
  /// The words looked for on this page.
  package var search: Query?
  /// Of the lanes view only.
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

/// Where the lanes view stands.
package struct LanesView: Sendable {
  /// The lanes of the events shown when the view was opened.
  package var model: Lanes
  package var zoom: Zoom
  /// The first column shown, as `Zoom` counts them.
  package var first: Int
  /// Index among the lanes.
  package var lane: Int
  /// The event under the cursor, by its position in the chronology; nil in a lane without one.
  package var event: Int?
  /// Where lanes are told as rows: the event that a lane's row tells of, where that is not its first.
  package var told: [Int: Int] = [:]
  /// That event when the keys last rested: the one told of below.
  package var settled: Int?

  /// How many columns of the screen each stands in: where all of time has room more than once over, it is drawn wider.
  func scale(width: Int) -> Int {
    guard let columns = model.columns(zoom: zoom), !columns.isEmpty else { return 1 }
    return min(8, max(1, width / columns.count))
  }

  /// The columns in view: none before the first that is known of, nor after the last.
  package func window(width: Int) -> Lanes.Window {
    let count = width / scale(width: width)
    let end = model.columns(zoom: zoom)?.upperBound ?? first + count
    return Lanes.Window(zoom: zoom, first: first, count: max(1, min(count, end - first)))
  }
}
