internal import EDTF
internal import Timeline

/// What an export writes, as text.
enum Written {
  static func text(_ export: Export, as format: ExportFormat) -> String { whole(export, as: format).text }

  static func whole(_ export: Export, as format: ExportFormat) -> (text: String, report: LossReport) {
    var bytes: [UInt8] = []
    let report = export.write(
      as: format,
      to: ByteSink {
        bytes += $0
        return true
      })
    return (String(decoding: bytes, as: UTF8.self), report)
  }

  static func all(_ chronology: Chronology) -> Export { Export(chronology, EventSet(all: chronology.count)) }

  static func events(_ chronology: Chronology) -> [Event] { (0..<chronology.count).map { chronology.event(at: $0) } }

  /// One event for each kind of difficulty: characters with a meaning in some format, dates that a format cannot hold.
  static let hard = Made.chronology([
    Event(
      id: "quoted", date: Made.date("2007-02-01"), dating: Dating(basis: .stated), kind: "letter",
      title: "A \"quoted\", <b>bold</b> & slanted title; with \\ and `code`", summary: "First.", agencies: ["north"],
      people: ["ann"], links: [Link(to: "formula", relation: "answers")],
      citations: [Made.citation("first", paragraph: 2), Made.citation("gazette", paragraph: nil)],
      known: [Made.known("south", "2007-03")]),
    Event(
      id: "formula", date: Made.date("2007-02"), dating: Dating(basis: .derived, reason: "Counted."), kind: "report",
      title: "=1+1", summary: "Né à l’été.", agencies: ["south", "east"]),
    Event(
      id: "span", date: Made.date("[2008-10..2008-12]"), dating: Dating(basis: .inferred, reason: "By the order."),
      kind: "report", title: "Between two months"),
    Event(
      id: "nowhere", date: Made.date("/"), dating: Dating(basis: .inferred, reason: "No source says."), kind: "report",
      title: "Without a date"),
  ])
}
