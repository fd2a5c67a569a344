internal import EDTF

/// TimelineJS3's JSON. <https://timeline.knightlab.com/docs/json-format.html>
struct TimelineJSExport: EventWriter {
  private let export: Export
  private let sink: ByteSink
  private var isFirst = true
  private var undated = 0
  private var spans = 0
  private var links = 0
  private var known = 0

  init(_ export: Export, _ sink: ByteSink) {
    self.export = export
    self.sink = sink
  }

  var losses: [Loss] {
    [
      Loss("events without any day, which are left out", undated),
      Loss(
        "dates that are not a day, month or year, except in the words beside them and in the field edtf: they fill their span",
        spans),
      Loss("what each citation says, and the place of its passage beyond the paragraph"),
      Loss("links between events (events with links)", links),
      Loss("who came to know, and when (events)", known),
    ]
  }

  mutating func begin() {
    let heading = export.heading
    let about = [heading.question, heading.filter, export.chronology.description, heading.data].compactMap(\.self)
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("text") { writer in
        writer.object {
          $0.field("headline", export.chronology.title.escapedForHTML)
          $0.field("text", about.map { "<p>\($0.escapedForHTML)</p>" }.joined())
        }
      }
    }
    sink.text("{\"title\": ")
    sink.bytes(writer.bytes)
    sink.text(",\n\"events\": [")
  }

  mutating func event(at position: Int) {
    let chronology = export.chronology
    let event = chronology.event(at: position)
    let bounds = event.date.bounds
    guard let start = bounds.earliest.day ?? bounds.latest.day else {
      undated += 1
      return
    }
    if !event.links.isEmpty { links += 1 }
    if !event.known.isEmpty { known += 1 }
    let text = event.date.description
    let simple = Array(text.utf8).withUnsafeBufferPointer { PlainDate.isSimple($0) }
    let time = text.firstIndex(of: "T").flatMap { ClockTime(text[text.index(after: $0)...], isISO: true) }
    if !simple, time == nil { spans += 1 }
    let end = simple ? nil : bounds.earliest.day == nil ? nil : bounds.latest.day
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("unique_id", event.id)
      writer.field("start_date") { $0.date(start, parts: simple ? text.split(separator: "-").count : 3, time) }
      if let end, end != start { writer.field("end_date") { $0.date(end, parts: 3) } }
      writer.field("display_date", event.date.words.escapedForHTML)
      // TimelineJS passes over it; whoever reads the file back has the date as it is known.
      writer.field("edtf", text)
      writer.field("text") { writer in
        writer.object {
          $0.field("headline", event.title.escapedForHTML)
          $0.field("text", body(event))
        }
      }
      if let first = event.agencies.first {
        writer.field("group", (chronology.agency(first)?.name ?? first).escapedForHTML)
      }
    }
    sink.text(isFirst ? "\n" : ",\n")
    isFirst = false
    sink.bytes(writer.bytes)
  }

  mutating func end() { sink.text(isFirst ? "]}\n" : "\n]}\n") }

  /// TimelineJS takes HTML.
  private func body(_ event: Event) -> String {
    var paragraphs: [String] = []
    if !event.summary.isEmpty { paragraphs.append(event.summary.escapedForHTML) }
    let dating = ["Date \(event.dating.basis.rawValue).", event.dating.reason].compactMap(\.self)
    paragraphs.append(dating.joined(separator: " ").escapedForHTML)
    if export.chronology.isDisputed(event) {
      paragraphs.append(["Disputed.", event.reading].compactMap(\.self).joined(separator: " ").escapedForHTML)
    }
    let sources = event.citations.map { citation in
      let source = export.chronology.source(citation.source)
      let title = (source?.title ?? citation.source).escapedForHTML
      let name =
        source.flatMap { $0.url?.isSafeAddress == true ? $0.url : nil }.map {
          "<a href=\"\($0.escapedForHTML)\">\(title)</a>"
        } ?? title
      return citation.paragraph.map { "\(name), ¶\($0)" } ?? name
    }
    let agencies = event.agencies.map { (export.chronology.agency($0)?.name ?? $0).escapedForHTML }
    if !agencies.isEmpty { paragraphs.append("Agencies: " + agencies.joined(separator: "; ")) }
    if !sources.isEmpty { paragraphs.append("Sources: " + sources.joined(separator: "; ")) }
    return paragraphs.map { "<p>\($0)</p>" }.joined()
  }
}

extension JSONWriter {
  fileprivate mutating func date(_ day: Day, parts: Int, _ time: ClockTime? = nil) {
    object {
      // TimelineJS shows -44 as 44 BCE, which is the astronomers' -43.
      $0.field("year", day.year > 0 ? day.year : day.year - 1)
      if parts > 1 { $0.field("month", day.month) }
      if parts > 2 { $0.field("day", day.day) }
      if let time {
        $0.field("hour", time.hour)
        $0.field("minute", time.minute)
        if let second = time.second, second > 0 { $0.field("second", second) }
      }
    }
  }
}
