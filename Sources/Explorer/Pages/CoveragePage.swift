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
    let width = min(44, coverage.sources.prefix(Page.limit).map { CellWidth.of(title($0, chronology)) }.max() ?? 0)
    let rows = coverage.sources.prefix(Page.limit).map { cover in
      let title = title(cover, chronology)
      var details = "\(Speech.count(cover.events, "event")), \(Speech.count(cover.citations, "citation"))"
      if let paragraphs = cover.paragraphs {
        details += ", \(cover.paragraphsCited) of \(Speech.count(paragraphs, "paragraph")) cited"
      }
      let shown = context.isScreenReader ? title + ". " : title.padded(to: width) + "  "
      return Row(
        .entry, [Span(shown), Span(details, .dim)], target: .source(cover.source, paragraph: nil),
        spoken: Speech.sentences([title, details]), key: "source:\(cover.source)")
    }
    return [.blank, .heading("Sources", spoken: "Sources: \(coverage.sources.count).")]
      + Row.capped(Array(rows), "source", of: coverage.sources.count)
  }

  private static func title(_ cover: Coverage.SourceCover, _ chronology: Chronology) -> String {
    chronology.source(cover.source)?.title ?? cover.source
  }

  private static func list(_ title: String, _ set: EventSet, _ events: EventRows) -> [Row] {
    let heading = Row.heading("\(title): \(Speech.digits(set.count))", spoken: "\(title): \(set.count).")
    let rows = set.prefix(Page.limit).map { position in
      let event = events.chronology.heading(at: position)
      return events.row(event, key: "\(title):\(event.id)")
    }
    return [.blank, heading] + Row.capped(rows, "event", of: set.count)
  }

  /// Citations per event, from the most.
  private static func mostCited(_ coverage: Coverage, _ events: EventRows) -> [Row] {
    let cited = coverage.mostCited(Page.limit)
    guard cited.count > 0 else { return [] }
    let rows = cited.first.map { position in
      let event = events.chronology.heading(at: position)
      let count = Speech.count(coverage.citations(at: position), "citation")
      var row = events.row(event, key: "cited:\(event.id)")
      row.spans.append(Span("  \(count)", .dim))
      row.spoken = Speech.sentences([row.spoken ?? "", count])
      return row
    }
    return [.blank, .heading("Citations of each event", spoken: "Citations of each event, from the most.")]
      + Row.capped(rows, "event", of: cited.count)
  }
}
