/// One thing open on the stack of views, with where the reader stands in it.
package struct View: Equatable, Sendable {
  package var subject: Subject
  /// The page; empty for the list, whose rows are made when they are painted.
  package var page: Page
  package var layout: Layout
  /// The line of the layout (of the list: the row among the matches) that the cursor is on.
  package var cursor: Int
  /// The first line on the screen.
  package var top: Int
  /// In the chooser of agencies: the ids marked so far, and the letters that narrow it.
  package var marked: Set<String> = []
  package var narrowing = ""
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

/// Where the lanes view stands: which stretch of time it shows, how close, and which agency's lane has the cursor.
package struct LanesView: Equatable, Sendable {
  package enum Zoom: Int, CaseIterable, Equatable, Sendable { case years, quarters, months }

  package var zoom: Zoom
  /// The first day shown, counted from 1970-01-01, on a boundary of the zoom's unit.
  package var firstDay: Int
  /// Index among the lanes.
  package var lane: Int

  package init(zoom: Zoom = .years, firstDay: Int, lane: Int = 0) {
    self.zoom = zoom
    self.firstDay = firstDay
    self.lane = lane
  }
}
