internal import Timeline

/// What is wrong with the data, where, and how to fix it.
enum FindingsPage {
  static func page(in chronology: Chronology, context: PageContext) -> Page {
    let findings = chronology.findings
    var rows = findings.prefix(context.limit).enumerated().map { row($1, key: "finding:\($0)") }
    if let unread = context.unread { rows.insert(Row(.text, [Span(unread, Style(.error))], key: "unread"), at: 0) }
    if rows.isEmpty { rows.append(Row(.text, "Nothing is wrong with the data.")) }
    let left = chronology.findingCount - min(findings.count, context.limit)
    if left > 0 {
      rows.append(Row(.text, "\(Speech.count(left, "more finding")). The command chronology check lists them all."))
    }
    return Page(title: "Findings", status: Speech.count(chronology.findingCount, "finding"), rows: rows)
  }

  private static func row(_ finding: Finding, key: String) -> Row {
    let kind = finding.severity.rawValue.capitalised
    let remedy = finding.remedy ?? ""
    var spans = [Span("\(kind): \(finding.message)", Style(finding.severity == .error ? .error : .uncertain))]
    if !remedy.isEmpty { spans.append(Span("  \(remedy)")) }
    var spoken = ["\(kind): \(finding.message)", remedy]
    if let place = finding.place {
      spans.append(Span("  line \(place.line), column \(place.column), \(place.path)", .dim))
      spoken.append("Line \(place.line), column \(place.column), \(place.path)")
    }
    return Row(.text, spans, spoken: Speech.sentences(spoken), key: key)
  }
}
