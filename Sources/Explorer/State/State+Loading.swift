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
    measure = ListMeasure(chronology)
    filter = Filter(everythingIn: chronology)
    selection = chronology.count > 0 ? chronology.id(at: 0) : nil
    settled = selection
    views = [View(.list)]
    history = [:]
    past = []
    toldRows = 1
    proveTexts()
  }

  /// Prepares to check the citations against the available texts, once all events are read.
  private mutating func proveTexts() {
    evidence = nil
    proofBuilder = texts.isEmpty || progress != nil ? nil : ProofBuilder(of: chronology, in: texts)
  }

  /// Takes every step of the work there is, for a front end that wants the answer at once.
  package mutating func finishWork() {
    while hasWork { _ = apply(.work) }
  }

  /// Takes the next step of the proof; once it is complete, the texts are searched and shown.
  mutating func prove() {
    guard let proof = proofBuilder?.advance() else { return }
    proofBuilder = nil
    evidence = Evidence(proof, in: texts)
    generation += 1
    if filter.isActive { filter = filter.asked(again: self) }
    rebuildPages()
    keepSelection()
  }

  /// Adopts what has been read so far: the reader stays on the same event, under the same filter.
  mutating func take(_ chronology: Chronology, progress: Double?) {
    let isSame = chronology === self.chronology
    self.chronology = chronology
    self.progress = progress
    generation += 1
    proveTexts()
    if progress == nil { measure = ListMeasure(chronology) }
    filter = filter.asked(again: self)
    for index in views.indices where views[index].others != nil { views[index].others = withoutAgencies }
    if progress == nil || !isSame {
      rebuildLanes()
      rebuildPages()
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

  /// The same query on a chronology that has grown.
  func asked(again state: State) -> Filter {
    var filter = Filter(everythingIn: state.chronology)
    if !text.isEmpty, let query = try? state.query(text) { filter.ask(query, text: text, in: state.chronology) }
    filter.isReportDue = isReportDue && filter.suggestions == nil
    return filter
  }

  /// Starts another query, and does the first few milliseconds of the work.
  mutating func ask(_ query: Query, text: String, in chronology: Chronology) {
    self.text = text
    search = Search(query, in: chronology, after: search.isFinished ? search : nil)
    search.advance(budget: Self.firstSlice)
    if !query.isEmpty { last = search }
    noteEmptiness()
  }

  /// Requests suggestions if the query has found nothing.
  mutating func noteEmptiness() {
    suggestionSearch = nil
    isReportDue = false
    suggestions = isActive && search.isFinished && matches.events.isEmpty ? nil : []
  }

  /// Milliseconds of searching that a key press may cost before the screen is painted.
  static let firstSlice = 8
}
