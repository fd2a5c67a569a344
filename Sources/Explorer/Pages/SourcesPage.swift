internal import EDTF
internal import Timeline

/// All sources: posts, then public records.
enum SourcesPage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let sources = chronology.sources.oldestFirst
    let records = sources.filter { $0.kind == .record }
    let heading = chronology.hasPosts ? "Public records" : "Records"
    let groups = [("Posts", sources.filter { $0.kind == .post }), (heading, records)]
    var rows: [Row] = []
    for (title, members) in groups where !members.isEmpty {
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.heading(title, spoken: "\(title): \(members.count)."))
      let width = members.prefix(context.limit).map { CellWidth.of($0.shortDate) }.max() ?? 0
      if !context.isScreenReader {
        let paragraphs = members.contains { $0.paragraphs != nil } ? "paragraphs" : ""
        rows.append(.columnNames(columns("", "", " events", paragraphs, width)))
      }
      rows += Row.capped(
        members.prefix(context.limit).map { row($0, dateWidth: width, in: chronology, context: context) },
        at: context.limit, "source",
        of: members.count)
    }
    if rows.isEmpty { rows.append(Row(.text, "This chronology names no source.")) }
    let start = rows.firstIndex { $0.target != nil } ?? 0
    return Page(title: "Sources", status: Speech.count(sources.count, "source"), rows: rows, start: start)
  }

  /// Date, title, events and paragraphs.
  private static func row(_ source: Source, dateWidth: Int, in chronology: Chronology, context: PageContext) -> Row {
    let events = chronology.positions(source: source.id).count
    let paragraphs = source.paragraphs.map { Speech.count($0, "paragraph") } ?? ""
    let spoken = Speech.sentences([
      source.title, source.date?.words ?? "undated", Speech.count(events, "event"), paragraphs,
    ])
    let (target, key) = (Target.source(source.id, paragraph: nil), "source:\(source.id)")
    guard !context.isScreenReader else { return Row(.entry, spoken, target: target, spoken: spoken, key: key) }
    let cells = columns(
      source.shortDate, source.title, Wording.grouped(events), source.paragraphs.map(Wording.grouped) ?? "", dateWidth)
    return Row(
      cells: cells.enumerated().map { index, cell in
        ([Span(index < 2 ? cell.name : cell.name.padded(from: cell.width ?? 0))], cell.width)
      }, target: target, spoken: spoken, key: key)
  }

  private static func columns(
    _ date: String, _ title: String, _ events: String, _ paragraphs: String, _ dateWidth: Int
  ) -> [(name: String, width: Int?)] {
    [(date, dateWidth), (title, nil), (events, 7), (paragraphs, 10)]
  }
}

extension Source {
  var shortDate: String { date?.short() ?? "undated" }
}

extension [Source] {
  /// Sorted by the first day that their dates can cover; those without a date last.
  var oldestFirst: [Source] {
    func day(_ source: Source) -> Int {
      let bounds = source.date?.bounds
      return (bounds?.earliest.day ?? bounds?.latest.day)?.number ?? .max
    }
    return enumerated().sorted { (day($0.element), $0.offset) < (day($1.element), $1.offset) }.map(\.element)
  }
}
