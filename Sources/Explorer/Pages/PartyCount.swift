internal import EDTF
internal import Timeline

/// An agency or a person with the events that name it, for a row of a list.
struct PartyCount<Party> {
  let party: Party
  /// Their positions, in order.
  let events: ArraySlice<UInt32>

  init(_ party: Party, events: ArraySlice<UInt32>) {
    self.party = party
    self.events = events
  }

  /// Those with most events first, then in file order.
  static func mostFirst(_ all: [Self]) -> [Self] {
    // As numbers, since there may be a hundred thousand: the larger count in the upper half, the file order in the lower.
    all.indices.map { UInt64(UInt32.max - UInt32(all[$0].events.count)) << 32 | UInt64($0) }.sorted()
      .map { all[Int($0 & 0xFFFF_FFFF)] }
  }

  /// "   31 events   2004 to 2009"; in words if there are no columns.
  func details(in chronology: Chronology, context: PageContext) -> String {
    let count = Speech.count(events.count, "event")
    if context.isScreenReader { return ". " + spokenDetails(in: chronology) }
    return count.padded(from: 13) + (years(in: chronology).map { "   \($0)" } ?? "")
  }

  func spokenDetails(in chronology: Chronology) -> String {
    let count = Speech.count(events.count, "event")
    guard let years = years(in: chronology) else { return count.capitalised.sentence }
    return "\(count), \(years.contains(" to ") ? "from " : "")\(years)".capitalised.sentence
  }

  /// The years from the first to the last day that any of the events certainly reaches; nil if none is known.
  private func years(in chronology: Chronology) -> String? {
    guard let days = chronology.days(of: events) else { return nil }
    let years = [days.lowerBound, days.upperBound].map { Wording.year(Day(number: $0).year) }
    return years[0] == years[1] ? years[0] : "\(years[0]) to \(years[1])"
  }
}
