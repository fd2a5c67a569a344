internal import EDTF
internal import Timeline

/// An event as one row of a page, and lists of such rows.
struct EventRows {
  let chronology: Chronology
  let context: PageContext

  /// How wide the dates of a list stand; wider ones push their title on.
  private static let dateWidth = 13

  /// "Feb 2007       Her solicitor writes   Haringey".
  /// - Parameter says: what to say before the date: "Answered".
  func row(_ position: Int, indent: Int = 0, says: String = "", key: String? = nil) -> Row {
    row(chronology.heading(at: position), indent: indent, says: says, key: key)
  }

  func row(_ event: EventHeading, indent: Int = 0, says: String = "", key: String? = nil) -> Row {
    var spans = [Span(date(event.date, indent: indent), Style(event.date.isUncertain ? .uncertain : .plain))]
    spans += Span.marked(event.title, by: context.query)
    if event.isDisputed { spans.append(Span("  disputed", Style(.disputed))) }
    if let agency = event.agencies.first { spans += [Span("  "), agencyName(agency)] }
    return Row(
      .entry, spans, target: .event(event.id),
      spoken: (says.isEmpty ? "" : says.capitalised + ": ") + Speech.event(event, in: chronology),
      key: key ?? "event:\(event.id)")
  }

  /// Rows of a set's first events, and one that says how many more there are and leads to all of them.
  func rows(_ events: EventSet, query: String? = nil) -> [Row] {
    var rows = (0..<min(events.count, Page.limit)).map { row(events.select($0)) }
    rows += Row.more(events.count - rows.count, "event", query: query)
    return rows
  }

  /// A date in a column of its own, or with a comma after it where columns mean nothing.
  func date(_ date: EDTFDate, indent: Int = 0) -> String {
    if context.isScreenReader { return date.words + ". " }
    let text = String(repeating: " ", count: indent) + date.short
    return CellWidth.of(text) > Self.dateWidth + indent ? text + "  " : text.padded(to: Self.dateWidth + indent + 2)
  }

  func agencyName(_ id: String, isShort: Bool = true) -> Span {
    guard let number = chronology.agencies.firstIndex(where: { $0.id == id }) else { return Span(id, .dim) }
    let agency = chronology.agencies[number]
    return Span(isShort ? agency.short ?? agency.name : agency.name, .agency(number))
  }
}

extension Row {
  /// That a list goes on; nothing where it does not.
  static func more(_ count: Int, _ one: String, _ many: String? = nil, query: String? = nil) -> [Row] {
    guard count > 0 else { return [] }
    let noun = count == 1 ? one : many ?? one + "s"
    let text = "\(Speech.digits(count)) more \(noun)" + (query == nil ? " not listed here" : ": list them all")
    return [Row(.entry, [Span(text, .dim)], target: query.map { .query($0) }, spoken: text.sentence, key: "more")]
  }

  /// Rows up to the limit of a list, and that it goes on.
  static func capped(_ rows: [Row], _ one: String, _ many: String? = nil, of count: Int? = nil) -> [Row] {
    Array(rows.prefix(Page.limit)) + more((count ?? rows.count) - min(rows.count, Page.limit), one, many)
  }
}
