internal import EDTF
internal import Timeline

extension State {
  /// Where a reader is, in terms that find it again when the chronology is reopened later.
  package struct LastPlace: Equatable, Sendable {
    /// The filter as typed; empty for none.
    package var filter: String
    /// The id of the event selected in the list.
    package var selection: String?
    /// The commands that reopen the views above the list, lowest first.
    package var views: [String]

    package init(filter: String = "", selection: String? = nil, views: [String] = []) {
      self.filter = filter
      self.selection = selection
      self.views = views
    }
  }

  package var lastPlace: LastPlace {
    LastPlace(filter: filter.text, selection: selection, views: views.compactMap { $0.subject.words })
  }

  /// Goes to a place, as far as what it names still exists.
  mutating func resume(_ place: LastPlace) {
    closeAllViews()
    if !place.filter.isEmpty {
      find(place.filter)
      while !filter.search.isFinished { filter.search.advance() }
      guard message?.isError != true else { return }
      filter.isReportDue = false
    }
    if let id = place.selection, chronology.position(of: id) != nil {
      selection = id
      keepSelection()
    }
    for line in place.views {
      guard let command = try? CommandParser.command(from: line, in: self) else { continue }
      _ = apply(command)
      if message?.isError == true { return }
    }
    message = Message("This is where you left off.")
  }
}

extension Subject {
  /// The command that opens it; nil for the list, which is always open.
  fileprivate var words: String? {
    switch self {
    case .list: nil
    case .event(let id): "open \(id)"
    case .sources: "sources"
    case .source(let id, _, _): "source \(id)"
    case .agencies: "agencies"
    case .agency(let id): "agency \(id)"
    case .people: "people"
    case .person(let id): "person \(id)"
    case .disagreements: "disagreements"
    case .known(let date, let agency): "known \(date.description)" + (agency.map { " by \($0)" } ?? "")
    case .gaps(let agency): "gaps" + (agency.map { " \($0)" } ?? "")
    case .coverage: "coverage"
    case .lanes: "lanes"
    case .findings: "findings"
    case .bookmarks: "bookmarks"
    case .help(let topic): "help" + (topic.map { " \($0)" } ?? "")
    }
  }
}
