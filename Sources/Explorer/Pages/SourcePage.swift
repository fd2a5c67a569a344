internal import EDTF
internal import Timeline

/// One source: what it is, then its paragraphs, each with the events that rest on it.
enum SourcePage {
  static func page(
    _ id: String, at paragraph: Int?, _ passage: Range<Int>?, in chronology: Chronology, context: PageContext
  ) -> Page {
    guard let source = chronology.source(id) else { return .missing("source", id) }
    let count = chronology.positions(source: id).count
    let status = source.paragraphs.map { Speech.count($0, "paragraph") } ?? kind(of: source, in: chronology)
    var page = Page(title: source.title, status: status, labelWidth: 5)
    page.rows = about(source, in: chronology) + state(of: source, context.evidence)

    guard count <= Page.decodingLimit else {
      let text = "\(Speech.count(count, "event")) rest on this source: list them all"
      page.rows.append(
        Row(.entry, text, target: .query(Query.setting(.source, to: [id], in: "")), spoken: text.sentence))
      return page
    }
    let use = SourceUse(of: source, in: chronology)
    page.rows.append(Row(.text, counts(use), key: "counts"))
    if !use.used.isEmpty, !use.unusedText.isEmpty {
      let noun = use.unusedText.count == 1 ? "paragraph" : "paragraphs"
      let text = "No event uses \(noun) \(Speech.runs(use.unusedText))."
      page.rows.append(Row(.text, text, key: "unused"))
    }
    page.rows.append(.blank)

    let rows = EventRows(chronology: chronology, context: context)
    if let evidence = context.evidence, let text = evidence.text(of: id) {
      let wanted = passage.flatMap { passage in
        evidence.proof.entries(source: id).first { $0.citation.paragraph == paragraph && $0.citation.range == passage }
      }
      let paragraphs = SourceTextRows(SourceText(source, text, evidence.proof), rows, wanted: wanted)
      page.rows += paragraphs.rows(proof: evidence.proof)
      page.start = start(at: paragraph.map { evidence.paragraph($0, of: id) }, in: page)
    } else if use.paragraphs.isEmpty {
      page.rows += Row.capped(
        use.uses.prefix(context.limit).map { rows.row($0.position) }, at: context.limit, "event", of: use.uses.count)
    } else {
      page.rows += OutlineRows(use: use, events: rows).rows
      page.start = start(at: paragraph, in: page)
    }
    page.startsOnTop = page.start > 0
    return page
  }

  private static func start(at paragraph: Int?, in page: Page) -> Int {
    guard let paragraph else { return 0 }
    return page.rows.firstIndex { $0.key == "paragraph:\(paragraph)" } ?? 0
  }

  private static func kind(of source: Source, in chronology: Chronology) -> String {
    source.kind == .post ? "post" : chronology.hasPosts ? "public record" : "record"
  }

  private static func about(_ source: Source, in chronology: Chronology) -> [Row] {
    var rows: [Row] = []
    var parts = [kind(of: source, in: chronology).capitalised]
    if let author = source.author { parts.append("by \(author)") }
    if let publisher = source.publisher { parts.append("published by \(publisher)") }
    let what = parts.joined(separator: ", ")
    rows.append(Row(.text, what.sentence, key: "kind"))

    let basis = source.dating.map { ", \($0.basis.rawValue)" } ?? ""
    let date = source.date.map { "Dated \($0.words)\(basis)" } ?? "Undated"
    rows.append(Row(.text, Speech.sentences([date, source.dating?.reason ?? ""]), key: "date"))
    if let url = source.url { rows.append(Row(.text, url, spoken: "Link 1: \(url)", key: "address")) }
    return rows
  }

  /// Whether the text is available, and whether it is the one that was cited.
  private static func state(of source: Source, _ evidence: Evidence?) -> [Row] {
    guard source.kind == .post else { return [] }
    guard let evidence, let post = evidence.proof.posts.first(where: { $0.source == source.id }), let name = post.name
    else { return [Row(.text, "Its text is not at hand; this is an outline in other words.", key: "state")] }
    let verified = evidence.proof.entries(source: source.id)
    let found = "\(verified.count { $0.place != nil }) of \(Speech.count(verified.count, "citation")) found in it"
    let isSame = if case .digest = post.basis { true } else { false }
    let same = isSame ? "the very file that was cited" : "not the very file that was cited"
    return [Row(.text, "Text at hand: \(name), \(same); \(found).", key: "state")]
  }

  private static func counts(_ use: SourceUse) -> String {
    let events = Speech.count(use.uses.count, "event").capitalised
    let rest = "\(events) \(use.uses.count == 1 ? "rests" : "rest") on this source"
    guard !use.paragraphs.isEmpty else { return rest.sentence }
    let used = use.used.count
    let paragraphs = Speech.count(use.paragraphs.count, "paragraph")
    return "\(rest); \(used) of \(paragraphs) \(used == 1 ? "is" : "are") cited."
  }
}
