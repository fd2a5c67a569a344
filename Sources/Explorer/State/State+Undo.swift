internal import Timeline

/// `undo`: the way back through what was shown and where one was, however one came there.
extension State {
  /// Where the reader is, to come back to.
  var place: ReturnPoint { ReturnPoint(views: views, filter: filter, selection: selection, generation: generation) }

  /// How many steps can be undone.
  private static let most = 32

  /// Notes where a command has led away from: from another filter or view, or from another event by a leap.
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

  /// Goes back to a place, made anew for the size, the chronology and the texts of now.
  mutating func come(back place: ReturnPoint) {
    views = place.views
    filter = place.generation == generation ? place.filter : place.filter.asked(again: self)
    selection = place.selection
    rebuildPages()
    rebuildLanes()
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
    case .reloaded, .unreadable, .resume: false
    default: true
    }
  }

  /// Whether it goes to an event that is not the next one.
  fileprivate var leaps: Bool {
    switch self {
    case .go, .item, .move(.first), .move(.last): true
    default: false
    }
  }
}
