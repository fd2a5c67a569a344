internal import EDTF
internal import Timeline

/// All sources, posts and public records apart.
enum SourcesPage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let sources = chronology.sources
    let records = sources.filter { $0.kind == .record }
    let groups = [("Posts", sources.filter { $0.kind == .post }), ("Public records", records)]
    var rows: [Row] = []
    for (title, members) in groups where !members.isEmpty {
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.heading(title, spoken: "\(title): \(members.count)."))
      let width = min(44, members.map { CellWidth.of($0.title) }.max() ?? 0)
      rows += Row.capped(
        members.prefix(Page.limit).map { row($0, titleWidth: width, in: chronology, context: context) }, "source",
        of: members.count)
    }
    if rows.isEmpty { rows.append(Row(.text, "This chronology names no source.")) }
    let start = rows.firstIndex { $0.target != nil } ?? 0
    return Page(title: "Sources", status: Speech.count(sources.count, "source"), rows: rows, start: start)
  }

  private static func row(_ source: Source, titleWidth: Int, in chronology: Chronology, context: PageContext) -> Row {
    let events = Speech.count(chronology.positions(source: source.id).count, "event")
    let title = context.isScreenReader ? source.title + ". " : source.title.padded(to: titleWidth) + "  "
    let date = source.date.map { context.isScreenReader ? $0.words : $0.short } ?? "undated"
    let paragraphs = source.paragraphs.map { Speech.count($0, "paragraph") }
    let details = [events, date, paragraphs].compactMap { $0 }.joined(separator: ", ")
    let spoken = [source.title, source.date?.words ?? "undated", events, paragraphs ?? ""]
    return Row(
      .entry, [Span(title), Span(details, .dim)], target: .source(source.id, paragraph: nil),
      spoken: Speech.sentences(spoken), key: "source:\(source.id)")
  }
}
