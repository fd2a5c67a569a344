extension Citation {
  /// Whether the date that the passage gives, if any, and another date can both be true.
  package func agrees(with date: EDTF) -> Bool { gives.map { $0.bounds.canAgree(with: date.bounds) } ?? true }
}

extension Event {
  /// Whether the sources cannot all be right: a passage contradicts the fact or the date, or gives a date that cannot be
  /// true together with the event's own or with that of another passage. Costs a comparison for each pair of dates
  /// given, which are few; looks up nothing.
  package var isDisputed: Bool {
    if citations.contains(where: { $0.fact == .contradicts || $0.date == .contradicts }) { return true }
    let given = citations.compactMap(\.gives?.bounds)
    guard !given.isEmpty else { return false }
    let all = given + [date.bounds]
    return all.indices.contains { a in all[..<a].contains { !$0.canAgree(with: all[a]) } }
  }
}
