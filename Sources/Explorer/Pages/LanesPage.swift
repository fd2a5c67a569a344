internal import EDTF
internal import Timeline

/// The lanes in words. For a report, a sentence for each agency with the dates of its shown events; for interactive
/// use, a row for each agency that describes one event.
enum LanesPage {
  static func page(of view: LanesView, context: PageContext) -> Page {
    let lanes = view.model.lanes
    var rows = lanes.prefix(context.limit).enumerated().map { number, lane in
      row(lane, event: view.told[number] ?? lane.events.first.map(Int.init), in: view.model.chronology)
    }
    if rows.isEmpty { rows.append(Row(.text, "No event that is shown names an agency.")) }
    rows += Row.more(lanes.count - min(lanes.count, context.limit), "agency", "agencies")
    return Page(title: "Lanes", status: Speech.count(lanes.count, "agency", "agencies"), rows: rows).harmless
  }

  /// "Haringey Council. 2004, Ms Kemal warns the council. 5 of 18."
  private static func row(_ lane: Lanes.Lane, event: Int?, in chronology: Chronology) -> Row {
    guard let event else { return Row(.entry, lane.agency.name.sentence, key: lane.agency.id) }
    let heading = chronology.heading(at: event)
    let number = lane.events.index(onOrAfter: event) - lane.events.startIndex + 1
    return Row(
      .entry,
      Speech.sentences([
        lane.agency.name, "\(heading.date.words.capitalised), \(heading.title)", "\(number) of \(lane.events.count)",
      ]), target: .event(heading.id), key: lane.agency.id)
  }

  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let lanes = Lanes(chronology, shown: context.shown)
    var rows = zip(lanes.lanes, lanes.sentences(lanes: context.limit)).map { lane, sentence in
      Row(.entry, sentence, target: .agency(lane.agency.id), spoken: sentence.sentence, key: lane.agency.id)
    }
    if rows.isEmpty { rows.append(Row(.text, "No event that is shown names an agency.")) }
    rows += Row.more(lanes.lanes.count - min(lanes.lanes.count, context.limit), "agency", "agencies")
    return Page(title: "Lanes", status: Speech.count(lanes.lanes.count, "agency", "agencies"), rows: rows)
  }
}
