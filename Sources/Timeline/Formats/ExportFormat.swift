/// The formats that events are written in.
package enum ExportFormat: String, CaseIterable, Sendable {
  case json, jsonl, csv, timelinejs, ics, timesketch
  case timesketchCSV = "timesketch-csv"
  case markdown, html, csl, annotations, dot, text

  package var name: String { rawValue }

  /// One clause: what it is, and what for.
  package var summary: String {
    switch self {
    case .json: "the chronology's own format, which can be reopened"
    case .jsonl: "the same, one event per line"
    case .csv: "a spreadsheet, with the columns of multi-agency chronologies"
    case .timelinejs: "TimelineJS3, a timeline for a web page"
    case .ics: "a calendar (RFC 5545)"
    case .timesketch: "Timesketch, JSON Lines"
    case .timesketchCSV: "Timesketch, CSV"
    case .markdown: "a briefing in Markdown"
    case .html: "a briefing as one web page, to read or to print"
    case .csl: "the sources for a reference manager (CSL-JSON)"
    case .annotations: "the citations as W3C Web Annotations"
    case .dot: "the links between events, for Graphviz"
    case .text: "a briefing in plain text"
    }
  }

  /// The extensions of such files; the first is the usual one.
  package var endings: [String] {
    switch self {
    case .json: [".json"]
    case .jsonl: [".jsonl", ".ndjson"]
    case .csv: [".csv"]
    case .timelinejs: [".timelinejs.json"]
    case .ics: [".ics"]
    case .timesketch: [".timesketch.jsonl"]
    case .timesketchCSV: [".timesketch.csv"]
    case .markdown: [".md", ".markdown"]
    case .html: [".html", ".htm"]
    case .csl: [".csl.json"]
    case .annotations: [".jsonld"]
    case .dot: [".dot", ".gv"]
    case .text: [".txt"]
    }
  }

  /// The format implied by a file name's extension, the longest that matches; nil if none does.
  package init?(path: String) {
    let path = path.lowercased()
    let fitting = Self.allCases.flatMap { format in format.endings.map { (ending: $0, format: format) } }
      .filter { path.hasSuffix($0.ending) }
    guard let best = fitting.max(by: { $0.ending.utf8.count < $1.ending.utf8.count }) else { return nil }
    self = best.format
  }

  func writer(for export: Export, to sink: ByteSink) -> any EventWriter {
    switch self {
    case .json: JSONExport(export, sink, isLines: false)
    case .jsonl: JSONExport(export, sink, isLines: true)
    case .csv: CSVExport(export, sink)
    case .timelinejs: TimelineJSExport(export, sink)
    case .ics: CalendarExport(export, sink)
    case .timesketch: TimesketchExport(export, sink)
    case .timesketchCSV: TimesketchCSVExport(export, sink)
    case .markdown: Briefing(export, MarkdownMarkup(sink))
    case .html: Briefing(export, HTMLMarkup(sink))
    case .csl: CSLExport(export, sink)
    case .annotations: AnnotationExport(export, sink)
    case .dot: DotExport(export, sink)
    case .text: Briefing(export, PlainMarkup(sink))
    }
  }
}
