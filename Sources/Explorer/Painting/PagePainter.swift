internal import Timeline

/// Pages, and the detail of an event, which is painted as one.
extension Painter {
  mutating func paintPage() {
    let view = state.view
    let frame = plan.page
    let body = frame.dropping(rows: plan.titleRows)
    if plan.titleRows > 0 { paintTitle(of: view, in: frame) }
    let lines = view.layout.lines
    let cursor = min(max(0, view.cursor), max(0, lines.count - 1))
    let top = min(max(0, view.top, cursor - body.height + 1), cursor)
    paint(view.layout, of: view.page, from: top, in: body, numberWidth: plan.numberWidth)
    if lines.isEmpty {
      canvas.cursor = Point(row: frame.rows.lowerBound, column: frame.columns.lowerBound)
    } else if body.rows.contains(body.rows.lowerBound + cursor - top) {
      let row = body.rows.lowerBound + cursor - top
      canvas.restyle(row: row, columns: body.columns) { $0.isReversed = true }
      canvas.cursor = Point(row: row, column: firstTextColumn(of: row, in: body))
    }
  }

  /// The title and its status, and under them a hairline whose drawn part is the part of the page in view.
  private mutating func paintTitle(of view: View, in frame: Frame) {
    let row = frame.rows.lowerBound
    let title = shown(view.page.title)
    let room = max(0, frame.width - min(CellWidth.of(title), frame.width / 2) - 2)
    let start = putRight(view.page.status, row: row, before: frame.columns.upperBound, width: room)
    canvas.put(
      clipped(title, to: max(0, start - frame.columns.lowerBound - 2)),
      at: Point(row: row, column: frame.columns.lowerBound), style: .heading)

    let total = max(1, view.layout.lines.count)
    let height = max(1, plan.pageHeight)
    let top = min(max(0, view.top), total)
    let from = frame.columns.lowerBound + (total > height ? frame.width * top / total : 0)
    let length = total > height ? max(1, frame.width * height / total) : frame.width
    canvas.restyle(row: row, columns: from..<(from + length)) {
      $0.isUnderlined = true
    }
  }

  /// Paints lines of a page from one of them on.
  /// - Parameter numberWidth: columns for the numbers 1 to 9, left of the text; 0 for none.
  private mutating func paint(_ layout: Layout, of page: Page, from top: Int, in frame: Frame, numberWidth: Int) {
    let numbers = numberWidth > 0 ? Dictionary(uniqueKeysWithValues: zip(page.firstChoices, 1...9)) : [:]
    let left = frame.columns.lowerBound
    for (row, line) in zip(frame.rows, layout.lines.dropFirst(top)) {
      let content = page.rows[line.row]
      var column = left
      if line.isFirst, !content.label.isEmpty, numberWidth == 0 || !isChoiceNumber(content.label, line.row, page) {
        canvas.put(
          clipped(shown(content.label), to: max(0, page.labelWidth - 1)), at: Point(row: row, column: column),
          style: .dim)
      }
      // Under a screen reader a line without a label begins at the edge, for the sake of short braille displays.
      let isAtEdge =
        content.role == .heading || state.preferences.isScreenReader && (content.label.isEmpty || !line.isFirst)
      if !isAtEdge { column += page.labelWidth + numberWidth }
      if line.isFirst, let number = numbers[line.row], numberWidth > 0 {
        canvas.put("\(number)", at: Point(row: row, column: column - numberWidth), style: Style(.accent))
      }
      let point = Point(row: row, column: column)
      put(line.spans, at: point, width: frame.columns.upperBound - column)
      mark(shown(line.spans.map(\.text).joined()), at: point, before: frame.columns.upperBound)
    }
  }

  /// Whether a label is but the number of its row's link, which is not to be said twice. A year is another number.
  private func isChoiceNumber(_ label: String, _ row: Int, _ page: Page) -> Bool {
    guard let number = Int(label), page.rows[row].target != nil else { return false }
    return page.rows[..<row].count { $0.target != nil } + 1 == number
  }

  mutating func put(_ spans: [Span], at point: Point, width: Int) {
    var column = point.column
    let end = point.column + max(0, width)
    for span in spans where column < end {
      column += canvas.put(
        shown(span.text), at: Point(row: point.row, column: column), style: span.style, width: end - column)
    }
  }

  /// The first column with something in it but the number of a link: where the cursor of a line stands.
  private func firstTextColumn(of row: Int, in frame: Frame) -> Int {
    let cells = Array(canvas[row: row])
    for column in frame.columns where cells.indices.contains(column) {
      let cell = cells[column]
      let isNumber = plan.numberWidth > 0 && cell.style.tone == .accent && ("0"..."9").contains(cell.scalar)
      if cell.scalar != " ", !isNumber { return column }
    }
    return frame.columns.lowerBound
  }

  // MARK: The detail

  /// The settled event: its date and how it is known, its place in the list, then all about it.
  mutating func paintDetail() {
    let frame = plan.detail
    guard let id = state.settled, let position = state.chronology.position(of: id) else { return }
    let events = state.filter.matches.events
    guard events.contains(position) else { return }
    let left = frame.columns.lowerBound
    let (page, layout) = memory.detail(
      FrameCache.Detail(
        position: position, width: plan.detailWidth, query: state.filter.last?.query,
        isScreenReader: state.preferences.isScreenReader)
    ) {
      let pane = EventPage.pane(position, in: state.chronology, context: state.pageContext)
      return state.preferences.isASCII ? pane.inASCII : pane
    }
    let row = frame.rows.lowerBound
    let start = putRight(
      "\(events.rank(position) + 1) of \(events.count)", row: row, before: frame.columns.upperBound,
      width: frame.width, style: .dim)
    // The row of the date is the heading here.
    var top = 0
    if let first = page.rows.first, first.key == "date" {
      var date = first.spans
      if !date.isEmpty { date[0].text = date[0].text.capitalised }
      put(date, at: Point(row: row, column: left), width: start - 2 - left)
      top = layout.lines.firstIndex { $0.row > 0 } ?? layout.lines.count
    }
    let body = frame.dropping(rows: 1)
    paint(layout, of: page, from: top, in: body, numberWidth: 0)
    if layout.lines.count - top > body.height, body.height > 0 {
      let more = " \(glyphs.ellipsis) Enter shows all"
      putRight(
        more, row: body.rows.upperBound - 1, before: frame.columns.upperBound, width: frame.width, style: .dim)
    }
  }
}

extension Page {
  /// The rows that the numbers 1 to 9 lead from.
  var firstChoices: [Int] { Array(rows.indices.lazy.filter { rows[$0].target != nil }.prefix(9)) }
}
