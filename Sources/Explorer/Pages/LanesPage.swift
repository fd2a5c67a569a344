internal import Timeline

/// The lanes in words: a sentence for each agency, with the dates of its events among those shown.
enum LanesPage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let lanes = Lanes(chronology, shown: context.shown)
    let sentences = lanes.sentences()
    var rows = zip(lanes.lanes, sentences).prefix(Page.limit).map { lane, sentence in
      Row(.entry, sentence, target: .agency(lane.agency.id), spoken: sentence.sentence, key: lane.agency.id)
    }
    if rows.isEmpty { rows.append(Row(.text, "No event that is shown names an agency.")) }
    rows += Row.more(lanes.lanes.count - min(lanes.lanes.count, Page.limit), "agency", "agencies")
    return Page(title: "Lanes", status: Speech.count(lanes.lanes.count, "agency", "agencies"), rows: rows)
  }
}
