internal import Timeline

/// Pages, and the detail of an event, which is painted as a page.
extension Painter {
  mutating func paintPage() {
    let view = state.view
    let frame = plan.page
    let body = frame.dropping(rows: plan.titleRows)
    if plan.titleRows > 0 { paintTitle(of: view, in: frame) }
    let lines = view.layout.lines
    let cursor = min(max(0, view.cursor), max(0, lines.count - 1))
    let top = min(max(0, view.top, cursor - body.height + 1), cursor)
    let numbers = plan.numberWidth > 0 ? state.numberedRows : []
    paint(
      view.layout, of: view.page, from: top, in: body,
      numbers: Dictionary(uniqueKeysWithValues: zip(numbers, 1...9)), numberWidth: plan.numberWidth,
      marking: view.search)
    if lines.isEmpty {
      canvas.cursor = Point(row: frame.rows.lowerBound, column: frame.columns.lowerBound)
    } else if body.rows.contains(body.rows.lowerBound + cursor - top) {
      let row = body.rows.lowerBound + cursor - top
      canvas.restyle(row: row, columns: body.columns) { $0.isReversed = true }
      canvas.cursor = Point(row: row, column: firstTextColumn(of: row, in: body))
    }
  }

  /// The title and, at the right, its status and how far down the page the screen is.
  private mutating func paintTitle(of view: View, in frame: Frame) {
    let row = frame.rows.lowerBound
    let title = shown(view.page.title)
    let room = max(0, frame.width - min(CellWidth.of(title), frame.width / 2) - 2)
    let both = [view.page.status, placeInPage].filter { !$0.isEmpty }.joined(separator: "   ")
    let status = CellWidth.of(both) <= room || placeInPage.isEmpty ? both : placeInPage
    let start = putRight(status, row: row, before: frame.columns.upperBound, width: room, style: .dim)
    canvas.put(
      clipped(title, to: max(0, start - frame.columns.lowerBound - 2)),
      at: Point(row: row, column: frame.columns.lowerBound), style: .heading)
  }

  /// "40 %": how much of a page that is longer than the screen has been seen, as of the last pause between keys.
  var placeInPage: String {
    let (total, height) = (state.view.layout.lines.count, plan.pageHeight)
    guard total > height, height > 0 else { return "" }
    return "\(min(100, 100 * (state.view.settledTop + height) / total)) %"
  }

  /// Paints the lines of a page starting at one of them.
  /// - Parameters:
  ///   - numbers: by row, the number of its link.
  ///   - numberWidth: columns for these, to the left of the text; 0 for none.
  ///   - query: what is searched for on the page, to be highlighted.
  mutating func paint(
    _ layout: Layout, of page: Page, from top: Int, in frame: Frame, numbers: [Int: Int] = [:], numberWidth: Int = 0,
    marking query: Query? = nil
  ) {
    let left = frame.columns.lowerBound
    for (row, line) in zip(frame.rows, layout.lines.dropFirst(top)) {
      let content = page.rows[line.row]
      var column = left
      if line.isFirst, !content.label.isEmpty {
        canvas.put(
          clipped(shown(content.label), to: max(0, page.labelWidth - 1)), at: Point(row: row, column: column),
          style: .dim)
      }
      // Under a screen reader a line without a label begins at the edge, for the sake of short braille displays.
      let isAtEdge =
        content.role == .heading || state.preferences.isScreenReader && (content.label.isEmpty || !line.isFirst)
      if !isAtEdge { column += page.labelWidth + numberWidth }
      if !state.preferences.isScreenReader { column += line.indent }
      if line.isFirst, let number = numbers[line.row], numberWidth > 0 {
        canvas.put("\(number)", at: Point(row: row, column: column - numberWidth), style: Style(.accent))
      }
      let point = Point(row: row, column: column)
      let width = frame.columns.upperBound - column
      let isCut = put(line.spans, at: point, width: width)
      if isCut, width > 1 {
        canvas.put(
          glyphs.ellipsis, at: Point(row: row, column: frame.columns.upperBound - CellWidth.of(glyphs.ellipsis)))
      }
      mark(shown(line.spans.map(\.text).joined()), at: point, before: frame.columns.upperBound, by: query)
    }
  }

  /// - Returns: whether the text was clipped.
  @discardableResult
  mutating func put(_ spans: [Span], at point: Point, width: Int) -> Bool {
    var column = point.column
    let end = point.column + max(0, width)
    for span in spans {
      let text = shown(span.text)
      if column + CellWidth.of(text) > end {
        canvas.put(text, at: Point(row: point.row, column: column), style: span.style, width: end - column)
        return true
      }
      column += canvas.put(text, at: Point(row: point.row, column: column), style: span.style)
    }
    return false
  }

  /// The first non-blank column apart from the number of a link: where the cursor goes in a line.
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

  /// The settled event: its title, with its place in the list if the rule above has room for both; then everything
  /// about it.
  mutating func paintDetail() {
    guard let position = state.settledPosition else { return }
    let frame = plan.detail
    let left = frame.columns.lowerBound
    let (page, layout) = memory.detail(
      FrameCache.Detail(
        position: position, width: plan.detailWidth, query: state.filter.last?.query, isTall: frame.height >= 20,
        notes: state.notes)
    ) {
      let pane = EventPage.pane(
        position, in: state.chronology, context: state.pageContext, isTall: frame.height >= 20)
      return state.preferences.isASCII ? pane.inASCII : pane
    }
    var body = frame
    if plan.arrangement == .stacked {
      // A prompt covers the last row: if the detail were shortened, its new last row would be announced before the
      // prompt.
      if let hints = plan.hints { body.rows = frame.rows.lowerBound..<hints }
      paintTitle(page.title, at: position, row: plan.rule.rows.lowerBound)
    } else {
      let title = Wrapping.wrap([Span(shown(page.title), .heading)], width: frame.width).prefix(frame.height)
      for (row, line) in zip(frame.rows, title) { put(line, at: Point(row: row, column: left), width: frame.width) }
      body = frame.dropping(rows: title.count)
    }
    paint(layout, of: page, from: 0, in: body)
    if layout.lines.count > body.height, body.height > 0 {
      let key = state.preferences.keys.name(of: .open)
      let more = " \(glyphs.ellipsis)" + (key.map { " \($0) shows all" } ?? "")
      putRight(
        more, row: body.rows.upperBound - 1, before: frame.columns.upperBound, width: frame.width, style: .dim)
    }
  }

  /// "─ Solicitor writes to the Health Secretary ──────── 20 of 69 ─", on the existing rule.
  private mutating func paintTitle(_ title: String, at position: Int, row: Int) {
    let (columns, events) = (plan.rule.columns, state.filter.matches.events)
    let place = " \(events.rank(position) + 1) of \(events.count) "
    let start = putRight(place, row: row, before: columns.upperBound - 1, width: columns.count - 2)
    let room = start - columns.lowerBound - 4
    guard room > 8 else { return }
    canvas.put(
      " " + clipped(shown(title), to: room - 1) + " ", at: Point(row: row, column: columns.lowerBound + 1),
      style: .heading)
  }

  /// What the sources of the settled event say, in their paragraphs, with the cited passages in reverse video.
  mutating func paintPassage() {
    guard let position = state.settledPosition else { return }
    let (page, layout) = memory.passages(
      FrameCache.Detail(
        position: position, width: plan.passage.width, query: state.filter.last?.query, isTall: true)
    ) {
      let pane = PassagesPane.page(position, in: state.chronology, context: state.pageContext)
      return state.preferences.isASCII ? pane.inASCII : pane
    }
    paint(layout, of: page, from: 0, in: plan.passage)
  }
}
