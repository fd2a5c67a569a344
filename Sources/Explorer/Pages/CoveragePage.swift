internal import EDTF
internal import Timeline

/// How well the chronology is supported.
enum CoveragePage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let coverage = Coverage(of: chronology)
    let events = EventRows(chronology: chronology, context: context)
    let citations = Speech.count(coverage.citations, "citation")
    var page = Page(title: "Coverage", status: citations)
    let total = Speech.count(chronology.count, "event")
    page.rows.append(
      Row(
        .text, "\(total) with \(citations) of \(Speech.count(coverage.sources.count, "source")).".capitalised,
        key: "total"))
    page.rows += sources(coverage, chronology, context)
    page.rows += list("Events that rest on one post", coverage.single, events)
    page.rows += list("Events whose date no post states", coverage.undated, events)
    page.rows += list("Events that rest on no post", coverage.unsupported, events)
    page.rows += mostCited(coverage, events)
    return page
  }

  private static func sources(_ coverage: Coverage, _ chronology: Chronology, _ context: PageContext) -> [Row] {
    guard !coverage.sources.isEmpty else { return [] }
    let rank = Dictionary(
      chronology.sources.oldestFirst.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let covers = coverage.sources.sorted { (rank[$0.source] ?? .max) < (rank[$1.source] ?? .max) }.prefix(context.limit)
    let width = covers.map { CellWidth.of(chronology.source($0.source)?.shortDate ?? "") }.max() ?? 0
    let rows = covers.map { row($0, dateWidth: width, chronology, context) }
    let names = columns("", "", " events", "citations", "  ¶ cited", width)
    let head = context.isScreenReader ? [] : [Row.columnNames(names)]
    return [.blank, .heading("Sources", spoken: "Sources: \(coverage.sources.count).")]
      + head + Row.capped(Array(rows), at: context.limit, "source", of: coverage.sources.count)
  }

  private static func row(
    _ cover: Coverage.SourceCover, dateWidth: Int, _ chronology: Chronology, _ context: PageContext
  ) -> Row {
    let title = title(cover, chronology)
    let paragraphs = cover.paragraphs.map { "\(cover.paragraphsCited) of \(Speech.count($0, "paragraph")) cited" }
    let counts = [Speech.count(cover.events, "event"), Speech.count(cover.citations, "citation"), paragraphs]
    let spoken = Speech.sentences([title, counts.compactMap(\.self).joined(separator: ", ")])
    let (target, key) = (Target.source(cover.source, paragraph: nil), "source:\(cover.source)")
    guard !context.isScreenReader else { return Row(.entry, spoken, target: target, spoken: spoken, key: key) }
    let cells = columns(
      chronology.source(cover.source)?.shortDate ?? "", title, Wording.grouped(cover.events),
      Wording.grouped(cover.citations), cover.paragraphs.map { "\(cover.paragraphsCited) of \($0)" } ?? "", dateWidth)
    return Row(
      cells: cells.enumerated().map { index, cell in
        ([Span(index < 2 ? cell.name : cell.name.padded(from: cell.width ?? 0))], cell.width)
      }, target: target, spoken: spoken, key: key)
  }

  private static func columns(
    _ date: String, _ title: String, _ events: String, _ citations: String, _ cited: String, _ dateWidth: Int
  ) -> [(name: String, width: Int?)] {
    [(date, dateWidth), (title, nil), (events, 7), (citations, 9), (cited, 9)]
  }

  private static func title(_ cover: Coverage.SourceCover, _ chronology: Chronology) -> String {
    chronology.source(cover.source)?.title ?? cover.source
  }

  private static func list(_ title: String, _ set: EventSet, _ events: EventRows) -> [Row] {
    let heading = Row.heading("\(title): \(Wording.grouped(set.count))", spoken: "\(title): \(set.count).")
    let rows = set.prefix(events.context.limit).map { position in
      let event = events.chronology.heading(at: position)
      return events.row(event, key: "\(title):\(event.id)")
    }
    return [.blank, heading] + Row.capped(rows, at: events.context.limit, "event", of: set.count)
  }

  /// Citations per event, most first.
  private static func mostCited(_ coverage: Coverage, _ events: EventRows) -> [Row] {
    let cited = coverage.mostCited(events.context.limit)
    guard cited.count > 0 else { return [] }
    let rows = cited.first.map { position in
      let event = events.chronology.heading(at: position)
      let count = Speech.count(coverage.citations(at: position), "citation")
      var row = events.row(event, key: "cited:\(event.id)")
      row.append(Span("  \(count)", .dim))
      row.spoken = Speech.sentences([row.spoken ?? "", count])
      return row
    }
    return [.blank, .heading("Citations of each event", spoken: "Citations of each event, from the most.")]
      + Row.capped(rows, at: events.context.limit, "event", of: cited.count)
  }
}
