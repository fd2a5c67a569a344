internal import Timeline

/// `undo`: the way back through what was shown and where the reader was, however they got there.
extension State {
  /// The current place, to return to.
  var place: ReturnPoint { ReturnPoint(views: views, filter: filter, selection: selection, generation: generation) }

  /// The maximum number of steps that can be undone.
  private static let most = 32

  /// Records the place that a command has left: another filter or view, or another event if it jumped.
  mutating func remember(_ origin: ReturnPoint, after command: Command) {
    let isElsewhere =
      filter.text != origin.filter.text || views.map(\.subject) != origin.views.map(\.subject)
      || command.leaps && selection != origin.selection
    guard isElsewhere else { return }
    past.append(origin)
    past.removeFirst(max(0, past.count - Self.most))
  }

  mutating func undo() {
    guard let origin = past.popLast() else {
      message = Message("There is nothing to undo.")
      return
    }
    come(back: origin)
    if isInList {
      if filter.isActive { reportMatches() } else { message = Message(allEvents) }
    }
  }

  /// Returns to a place, rebuilt for the current size, chronology and texts.
  mutating func come(back place: ReturnPoint) {
    views = place.views
    filter = place.generation == generation ? place.filter : place.filter.asked(again: self)
    filter.isReportDue = false
    selection = place.selection
    rebuildLanes()
    rebuildPages()
    keepSelection()
    keepInSight()
  }

  /// "All 69 events."
  var allEvents: String { chronology.count == 1 ? "The only event." : "All \(chronology.count) events." }
}

extension Command {
  /// Whether it may change what is shown or where the reader is, in a way that can be undone.
  var canBeUndone: Bool {
    switch self {
    case .move(.first), .move(.last): true
    case .move, .match, .lanes, .zoom, .mark, .whereAmI, .again, .export, .screenReader, .theme: false
    case .undo, .prompt, .edit, .submit, .cancel, .resize, .settle, .work, .loaded, .told, .offer, .openEditor: false
    case .bookmark, .note, .noted: false
    case .reloaded, .unreadable, .resume: false
    default: true
    }
  }

  /// Whether it goes to an event other than an adjacent one.
  fileprivate var leaps: Bool {
    switch self {
    case .go, .item, .move(.first), .move(.last): true
    default: false
    }
  }
}
