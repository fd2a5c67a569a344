internal import EDTF
internal import Timeline

/// An event as one row of a page, and lists of such rows.
struct EventRows {
  let chronology: Chronology
  let context: PageContext
  private let agencyWidth: Int

  init(chronology: Chronology, context: PageContext) {
    self.chronology = chronology
    self.context = context
    agencyWidth = min(14, chronology.agencies.prefix(256).map { CellWidth.of($0.short ?? $0.name) }.max() ?? 0)
  }

  /// The width of the date column in a list.
  private static let dateWidth = 19

  /// "Feb 2007       Her solicitor writes   Haringey".
  /// - Parameters:
  ///   - mark: written before the date.
  ///   - says: spoken before the date: "Answered".
  ///   - hasAgency: whether the agency is given at the right.
  func row(
    _ position: Int, indent: Int = 0, mark: String = "", says: String = "", hasAgency: Bool = true, key: String? = nil
  ) -> Row {
    row(chronology.heading(at: position), indent: indent, mark: mark, says: says, hasAgency: hasAgency, key: key)
  }

  func row(
    _ event: EventHeading, indent: Int = 0, mark: String = "", says: String = "", hasAgency: Bool = true,
    key: String? = nil
  ) -> Row {
    let spoken = (says.isEmpty ? "" : says.capitalised + ": ") + Speech.event(event, in: chronology)
    var title = Span.marked(event.title, by: context.query)
    if event.isDisputed { title += [Span("  "), Span("disputed", Style(.disputed))] }
    let agency = event.agencies.first.map { agencyName($0) }
    let key = key ?? "event:\(event.id)"
    guard !context.isScreenReader else {
      let spans = [Span(mark), date(event.date)] + title + (agency.map { [Span("  "), $0] } ?? [])
      return Row(.entry, spans, target: .event(event.id), spoken: spoken, key: key)
    }
    let lead = String(repeating: " ", count: indent) + mark
    let cells = [([Span(lead), date(event.date)], dateColumn(indent + mark.count)), (title, nil)]
    return Row(
      cells: cells + (hasAgency && agencyWidth > 0 ? [([agency ?? Span("")], agencyWidth)] : []),
      target: .event(event.id),
      spoken: spoken, key: key)
  }

  func dateColumn(_ lead: Int = 0) -> Int { Self.dateWidth + lead }

  /// Rows for the first events of a set, and one that says how many more there are and links to all of them.
  func rows(_ events: EventSet, query: String? = nil) -> [Row] {
    var rows = (0..<min(events.count, context.limit)).map { row(events.select($0)) }
    rows += Row.more(events.count - rows.count, "event", query: query)
    return rows
  }

  /// A date for a column, or followed by a full stop if there are no columns.
  func date(_ date: EDTFDate) -> Span {
    Span(
      context.isScreenReader ? date.brief + ". " : date.short(within: Self.dateWidth),
      Style(date.isVague ? .uncertain : .plain))
  }

  func agencyName(_ id: String, isShort: Bool = true) -> Span {
    guard let agency = chronology.agency(id) else { return Span(id, .dim) }
    return Span(isShort ? agency.short ?? agency.name : agency.name)
  }
}

extension Row {
  /// A row saying that a list continues; nothing if it does not.
  static func more(_ count: Int, _ one: String, _ many: String? = nil, query: String? = nil) -> [Row] {
    guard count > 0 else { return [] }
    let noun = count == 1 ? one : many ?? one + "s"
    let text = "\(Wording.grouped(count)) more \(noun)" + (query == nil ? " not listed here" : ": list them all")
    return [Row(.entry, [Span(text, .dim)], target: query.map { .query($0) }, spoken: text.sentence, key: "more")]
  }

  /// Rows up to the limit of a list, and one saying that it continues.
  static func capped(
    _ rows: [Row], at limit: Int, _ one: String, _ many: String? = nil, of count: Int? = nil
  ) -> [Row] {
    Array(rows.prefix(limit)) + more((count ?? rows.count) - min(rows.count, limit), one, many)
  }
}
