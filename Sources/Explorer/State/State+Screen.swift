internal import Timeline

extension ScreenPlan {
  package init(_ state: State) {
    let columns = state.size.columns
    let isLong = state.message.map { CellWidth.of(Printable.line($0.text.prefix(1024))) > columns } ?? false
    self.init(
      size: state.size, isScreenReader: state.preferences.isScreenReader, hasPage: !state.isInList,
      isTable: state.view.subject.isTable,
      laneCount: state.showsLanes ? state.view.lanes?.model.lanes.count : nil, hasTexts: state.evidence != nil,
      hasLongFoot: state.prompt != nil || isLong, rows: state.preferences.rows, measure: state.measure)
  }
}

extension State {
  /// "5 of 57" if no other line says so; for the settled event, so that a move does not change it.
  var placeInList: String? {
    guard isInList, ScreenPlan(self).arrangement != .stacked, let position = settledPosition else { return nil }
    return "\(filter.matches.events.rank(position) + 1) of \(filter.matches.events.count)"
  }

  /// The position of the settled event, if it is among those shown.
  var settledPosition: Int? {
    guard let id = settled, let position = chronology.position(of: id), filter.matches.events.contains(position)
    else { return nil }
    return position
  }
}
