internal import Timeline

/// An agency or a person with the events that name it, as a row of a list tells it.
struct Counted<Party> {
  let party: Party
  let events: EventSet

  init(_ party: Party, events: EventSet) {
    self.party = party
    self.events = events
  }

  /// Those with most events first, then in the order of the file.
  static func mostFirst(_ all: [Self]) -> [Self] {
    all.enumerated().sorted { a, b in
      a.element.events.count == b.element.events.count
        ? a.offset < b.offset : a.element.events.count > b.element.events.count
    }.map(\.element)
  }

  /// "   31 events   2004 to Mar 2009"; in words where columns mean nothing.
  func details(in chronology: Chronology, context: PageContext) -> String {
    let count = Speech.count(events.count, "event")
    if context.isScreenReader { return ". " + spokenDetails(in: chronology) }
    guard let (first, last) = ends(in: chronology) else { return count.padded(from: 12) }
    let dates = first.short == last.short ? first.short : "\(first.short) to \(last.short)"
    return count.padded(from: 12) + "   " + dates
  }

  func spokenDetails(in chronology: Chronology) -> String {
    let count = Speech.count(events.count, "event")
    guard let (first, last) = ends(in: chronology) else { return count.capitalised.sentence }
    if events.count == 1 { return Speech.sentences([count, first.words]) }
    return Speech.sentences(["\(count), the first \(first.words), the last \(last.words)"])
  }

  private func ends(in chronology: Chronology) -> (first: EDTF, last: EDTF)? {
    guard !events.isEmpty else { return nil }
    return (
      chronology.event(at: events.select(0)).date, chronology.event(at: events.select(events.count - 1)).date
    )
  }
}
