internal import Timeline

/// Reading on from event to event without returning to the list.
extension State {
  /// Opens the next or previous shown event in place of the topmost one; the list's selection moves with it. If the
  /// current event is not among those shown, goes to the nearest one that is.
  mutating func openNeighbour(forward: Bool) {
    if isInList {
      move(forward ? .next : .previous)
      return
    }
    guard case .event(let id) = view.subject, let here = chronology.position(of: id) else {
      message = Message("Open an event first, to go on from it. \(way(to: .next)) for the next line.")
      return
    }
    let events = filter.matches.events
    let rank = events.rank(here)
    let row = forward ? (events.contains(here) ? rank + 1 : rank) : rank - 1
    guard (0..<events.count).contains(row) else {
      message = Message("This is the \(forward ? "last" : "first") event\(filter.isActive ? " shown" : "").")
      return
    }
    select(row: row)
    views.removeLast()
    show(.event(chronology.id(at: events.select(row))))
  }

  /// Moves the list's selection to a row, whatever is open above it.
  private mutating func select(row: Int) {
    views[0].cursor = row
    selection = chronology.id(at: filter.matches.events.select(row))
  }
}
