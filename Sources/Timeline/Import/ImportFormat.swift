/// The formats from which events can be read.
package enum ImportFormat: String, CaseIterable, Sendable {
  case csv, timelinejs, ics, timesketch
  case timesketchCSV = "timesketch-csv"
  case json, jsonl

  package var name: String { rawValue }

  /// A clause that describes it.
  package var summary: String {
    switch self {
    case .csv: "a spreadsheet: cells with commas, semicolons or tabs between them, headings in the first row"
    case .timelinejs: "TimelineJS, version 3 or 2"
    case .ics: "a calendar (RFC 5545)"
    case .timesketch: "Timesketch, JSON Lines"
    case .timesketchCSV: "Timesketch, CSV"
    case .json: "the chronology's own format"
    case .jsonl: "the same, one event a line"
    }
  }

  /// Whether this is the chronology's own format, which opens without an import.
  package var isOwn: Bool { self == .json || self == .jsonl }

  /// The word for one of its records.
  package var record: String {
    switch self {
    case .csv, .timesketchCSV: "row"
    case .timelinejs: "slide"
    case .ics: "entry"
    case .timesketch: "line"
    case .json, .jsonl: "event"
    }
  }

  package func records(_ count: Int) -> String {
    if count == 1 { return "1 \(record)" }
    return "\(count) \(self == .ics ? "entries" : record + "s")"
  }
}
