package import Timeline

extension State {
  /// The list of every event, with the first one selected.
  package init(
    _ chronology: Chronology, progress: Double? = nil, size: Size, preferences: Preferences = Preferences(),
    texts: [PostText] = []
  ) {
    self.chronology = chronology
    self.progress = progress
    self.texts = texts
    self.size = size
    self.preferences = preferences
    filter = Filter(everythingIn: chronology)
    selection = chronology.count > 0 ? chronology.id(at: 0) : nil
    settled = selection
    views = [View(.list)]
    history = [:]
    trail = []
    toldRows = 1
    proveTexts()
  }

  /// Checks the citations against the texts at hand, once all events are read.
  mutating func proveTexts() {
    evidence = texts.isEmpty || progress != nil ? nil : Evidence(of: chronology, in: texts)
  }

  /// Takes more of the file in: the reader stays on the same event, under the same filter.
  mutating func take(_ chronology: Chronology, progress: Double?) {
    let old = self.chronology
    self.chronology = chronology
    self.progress = progress
    filter = filter.asked(again: chronology)
    for place in trail.indices { trail[place].filter = trail[place].filter.asked(again: chronology) }
    if progress == nil {
      proveTexts()
      rebuildPages()
      rebuildLanes(of: old)
    }
    keepSelection()
  }
}

extension Filter {
  /// No filter: every event.
  package init(everythingIn chronology: Chronology) {
    text = ""
    search = Search(Query.everything, in: chronology)
    while !search.isFinished { search.advance() }
  }

  /// The same query asked of a chronology that holds more.
  func asked(again chronology: Chronology) -> Filter {
    var filter = Filter(everythingIn: chronology)
    if !text.isEmpty, let query = try? Query(text, in: chronology) { filter.ask(query, text: text, in: chronology) }
    return filter
  }

  /// Asks another query, and does the first few milliseconds of the work.
  mutating func ask(_ query: Query, text: String, in chronology: Chronology) {
    self.text = text
    search = Search(query, in: chronology, after: search.isFinished ? search : nil)
    search.advance(budget: Self.firstSlice)
    if !query.isEmpty { last = search }
  }

  /// Milliseconds of searching that a key press may cost before the screen is painted.
  static let firstSlice = 8
}
