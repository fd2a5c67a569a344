internal import Glibc

/// The chronology's own format: one object, or one line for everything but the events followed by one line for each.
/// Lossless; events are copied from the file byte for byte.
struct JSONExport: EventWriter {
  private let export: Export
  private let sink: ByteSink
  private let isLines: Bool
  private var isFirst = true
  private var linksLeftOut = 0
  private var fields: EventFields

  init(_ export: Export, _ sink: ByteSink, isLines: Bool) {
    self.export = export
    self.sink = sink
    self.isLines = isLines
    fields = EventFields(export.chronology)
  }

  var losses: [Loss] {
    let isAsked = export.heading.question != nil || export.heading.filter != nil
    return [
      Loss("links to events that are not among these", linksLeftOut),
      Loss("the question and the filter", isAsked ? nil : 0),
    ]
  }

  mutating func begin() {
    let chronology = export.chronology
    sink.text("{")
    if let schema = chronology.schema { field("$schema", schema) }
    field("title", chronology.title)
    if let description = chronology.description { field("description", description) }
    list("agencies", chronology.agencies) { $0.agency($1) }
    list("people", chronology.people) { $0.person($1) }
    list("sources", chronology.sources) { $0.source($1) }
    if !isLines {
      sink.text(",\n\"events\": [")
    } else {
      // A single line is a whole chronology, which must have its list of events.
      sink.text(export.events.isEmpty ? ", \"events\": []}\n" : "}\n")
    }
  }

  mutating func event(at position: Int) {
    if !isLines { sink.text(isFirst ? "\n" : ",\n") }
    isFirst = false
    fields.read(eventAt: position)
    if let bytes = fields.bytes, export.isWhole || !fields.hasLinks {
      copy(bytes)
    } else {
      // A link to an event that is not exported would dangle.
      var event = export.chronology.event(at: position)
      let all = event.links.count
      event.links.removeAll { link in
        export.chronology.position(of: link.to).map { !export.events.contains($0) } ?? true
      }
      linksLeftOut += all - event.links.count
      var writer = JSONWriter()
      writer.event(event)
      sink.bytes(writer.bytes)
    }
    if isLines { sink.text("\n") }
  }

  mutating func end() {
    if !isLines { sink.text(isFirst ? "]}\n" : "\n]}\n") }
  }

  /// Copies the bytes of an event; if it spans several lines, without the white space between tokens.
  private func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if memchr(start, 0x0A, bytes.count) == nil, memchr(start, 0x0D, bytes.count) == nil { return sink.bytes(bytes) }
    var cursor = JSONCursor(bytes)
    while cursor.position < bytes.count {
      let from = cursor.position
      switch cursor.base[from] {
      case UInt8(ascii: "\""):
        guard (try? cursor.string()) != nil else { return }
        sink.bytes(UnsafeBufferPointer(start: cursor.base + from, count: cursor.position - from))
      case 0...0x20:
        cursor.position += 1
      default:
        sink.byte(cursor.base[from])
        cursor.position += 1
      }
    }
  }

  // MARK: Before the events

  private func field(_ name: String, _ value: String) {
    sink.json(name)
    sink.text(": ")
    sink.json(value)
    sink.text(isLines ? ", " : ",\n")
  }

  private func list<Value>(_ name: String, _ values: [Value], _ write: (inout JSONWriter, Value) -> Void) {
    sink.json(name)
    sink.text(": [")
    for (number, value) in values.enumerated() {
      if number > 0 { sink.text(isLines ? ", " : ",\n") } else if !isLines { sink.text("\n") }
      var writer = JSONWriter()
      write(&writer, value)
      sink.bytes(writer.bytes)
    }
    sink.text("]")
    if name != "sources" { sink.text(isLines ? ", " : ",\n") }
  }
}
