internal import EDTF
internal import Timeline

extension State {
  var pageContext: PageContext {
    var context = PageContext(
      evidence: evidence, shown: filter.matches.events, query: view.search ?? filter.last?.query, marked: view.marked,
      narrowing: view.narrowing, isScreenReader: preferences.isScreenReader || preferences.isText)
    context.splitsCitations = preferences.isScreenReader
    context.isBrief = preferences.isBrief
    context.keys = preferences.keys
    context.unread = unread
    context.notes = notes
    return context
  }

  /// The page of a subject as the reader would see it here.
  /// - Parameter limit: the maximum number of rows of a list; nil for what suits a screen.
  package func page(of subject: Subject, limit: Int? = nil) -> Page {
    if case .help(let topic) = subject {
      let isDrawn = !preferences.isText && !preferences.isScreenReader
      let glyphs = isDrawn ? preferences.isASCII ? Glyphs.ascii : .unicode : nil
      return shown(HelpPage.page(topic: topic, isText: preferences.isText, glyphs: glyphs, bindings: preferences.keys))
    }
    if case .lanes = subject, !preferences.isText, !preferences.isScreenReader { return lanesOnScreen }
    var context = pageContext
    context.limit = limit ?? context.limit
    if case .agencies = subject, let others = view.others { context.shown = others.matches.events }
    return shown(Page.of(subject, in: chronology, context: context))
  }

  /// The lanes are painted rather than written: their page has just one row per lane, for the cursor.
  private var lanesOnScreen: Page {
    shown(Page(title: "Lanes", rows: chronology.agencies.map { Row(.text, $0.name) }))
  }

  func shown(_ page: Page) -> Page {
    let page = preferences.isScreenReader ? page.asSpoken : page
    return preferences.isASCII ? page.inASCII : page
  }

  /// Starts a search for the events under all filters except the choice of agencies, so that each agency's count says
  /// what choosing it would show.
  var withoutAgencies: Search? {
    let text = Query.setting(.agency, to: [], in: filter.text)
    guard text != filter.text, let query = try? query(text) else { return nil }
    var search = Search(query, in: chronology)
    search.advance(budget: Filter.firstSlice)
    return search
  }

  /// Continues that search; the counts are updated at its end.
  mutating func countOthers() {
    view.others?.advance(budget: Filter.firstSlice)
    if view.others?.isFinished == true { rebuildPages() }
  }

  /// Opens a view on top of the current one; if the same view is already on top, moves within it.
  mutating func show(_ subject: Subject) {
    if view.subject == subject { return }
    views.append(View(subject))
    if case .agencies = subject {
      view.marked = Set(Query.values(of: .agency, in: filter.text))
      view.others = withoutAgencies
    }
    view.page = page(of: subject)
    view.layout = layout(of: view.page)
    view.cursor = view.layout.line(ofRow: view.page.start)
    if view.page.startsOnTop || preferences.isText { view.top = view.cursor }
    beginWindow()
  }

  /// A page laid out in lines for the width of the screen. In screen-reader mode an entry is one line, so that a move
  /// goes from entry to entry.
  func layout(of page: Page) -> Layout {
    Layout(page, width: pageWidth, wrapsEntries: !preferences.isScreenReader)
  }

  /// Rebuilds every open page, after a change of width, texts or highlighting.
  mutating func rebuildPages() {
    guard views.count > 1 else { return }
    let top = views
    views = [views[0]]
    for old in top.dropFirst() {
      let row = old.layout.row(ofLine: old.cursor)
      let line = old.cursor - old.layout.line(ofRow: row)
      let screenLine = old.cursor - old.top
      views.append(old)
      view.page = spokenLanes ?? page(of: old.subject)
      view.layout = layout(of: view.page)
      let key = old.row?.key
      let newRow = key.flatMap { key in view.page.rows.firstIndex { $0.key == key } } ?? row
      view.cursor = view.layout.line(ofRow: newRow) + line
      if view.layout.row(ofLine: view.cursor) != newRow { view.cursor = view.layout.line(ofRow: newRow) }
      view.top = max(0, view.cursor - screenLine)
      keepInSight()
    }
  }

  mutating func open() {
    if isInList {
      if let selection {
        show(.event(selection))
      } else if let meant = filter.suggestions?.first {
        find(meant.query)
      } else {
        message = Message(noEventShown)
      }
      return
    }
    switch view.subject {
    case .agencies: applyChooser()
    case .lanes where view.lanes != nil:
      if let event = view.lanes?.event {
        show(.event(chronology.id(at: event)))
      } else if let meant = filter.suggestions?.first {
        find(meant.query)
      }
    default:
      if let target = view.row?.target {
        follow(target)
      } else {
        message = Message("This line leads nowhere. \(way(to: .nextLink)) for the next one that does.")
      }
    }
  }

  /// Opens the event with an id, with a number in the list, or, if it is the only one, with these words in its title.
  mutating func openEvent(_ name: String) {
    if chronology.position(of: name) != nil { return show(.event(name)) }
    if let number = Int(name) { return openItem(number) }
    let found = chronology.events(titled: name)
    if found.count == 1 { return show(.event(chronology.id(at: found.select(0)))) }
    guard !found.isEmpty else {
      message = Message("There is no event \(name.shortened). Type find and a word of it.", isError: true)
      return
    }
    let some = found.prefix(3).map { "\(chronology.heading(at: $0).title) (\(chronology.id(at: $0)))" }
    message = Message("“\(name.shortened)” may be \(Wording.list(some, "or", of: found.count)).", isError: true)
  }

  mutating func openItem(_ number: Int) {
    let count = filter.matches.events.count
    guard (1...max(1, count)).contains(number), count > 0 else {
      message = Message("There is no event \(number): the list has \(count).", isError: true)
      return
    }
    closeAllViews()
    place(cursor: number - 1)
    open()
  }

  /// The rows of a page whose links the keys 1 to 9 follow: those on the screen when the keys last rested.
  package var numberedRows: [Int] {
    let lines = view.layout.lines
    let top = min(max(0, view.settledTop), lines.count)
    let rows = lines[top..<min(lines.count, top + pageHeight)].filter(\.isFirst).map(\.row)
    return Array(rows.filter { view.page.rows[$0].target != nil }.prefix(9))
  }

  /// Follows a numbered link: of what is on the screen, of the whole page if it is read out, or of the selected event
  /// in the list.
  mutating func choose(_ number: Int) {
    let page = isInList ? selection.map { Page.of(.event($0), in: chronology, context: pageContext) } : view.page
    let isOnScreen = !isInList && !preferences.isText && !preferences.isScreenReader
    let rows = isOnScreen ? numberedRows : page?.choices ?? []
    guard rows.indices.contains(number - 1), let row = page?.rows[rows[number - 1]], let target = row.target else {
      let here =
        rows.isEmpty
        ? "nothing leads on." : rows.count == 1 ? "there is one link." : "the links are numbered 1 to \(rows.count)."
      message = Message("There is no \(number) here: \(here)", isError: true)
      return
    }
    if case .agencies = view.subject {
      chooseAgencies([row.key].compactMap { $0 })
    } else {
      follow(target)
    }
  }

  private mutating func follow(_ target: Target) {
    switch target {
    case .view(.event(let id)): openEvent(id)
    case .view(.lanes): openLanes()
    case .view(let subject): show(subject)
    case .query(let text):
      find(text)
    }
  }

  /// Opens the page about the agency under the cursor in the chooser.
  mutating func openAbout() {
    if case .agencies = view.subject, let id = view.row?.key {
      show(.agency(id))
    } else if let lanes = view.lanes, lanes.model.lanes.indices.contains(lanes.lane) {
      show(.agency(lanes.model.lanes[lanes.lane].agency.id))
    } else {
      message = Message(
        "\(way(to: .agencies)) first, then \(way(to: .about).uncapitalised) for the agency under the cursor.")
    }
  }

  mutating func closeView() {
    guard views.count > 1 else { return }
    views.removeLast()
    beginWindow()
  }

  mutating func closeAllViews() {
    guard views.count > 1 else { return }
    views.removeSubrange(1...)
    beginWindow()
  }

  /// Goes back: out of a view, or to the unfiltered list.
  mutating func back() {
    if !isInList {
      closeView()
    } else if filter.isActive {
      clearFilter()
    } else {
      message = Message("This is the list of events. \(way(to: .quit)) to leave the program.")
    }
  }
}
