internal import EDTF

/// The sources that the events cite, for a reference manager: CSL-JSON (Citation Style Language 1.0.2).
struct CSLExport: EventWriter {
  private let export: Export
  private let sink: ByteSink

  init(_ export: Export, _ sink: ByteSink) {
    self.export = export
    self.sink = sink
  }

  var losses: [Loss] { [Loss("the events, and what the sources say: it is a list of the sources that they cite")] }

  mutating func begin() {}
  mutating func event(at position: Int) {}

  mutating func end() {
    sink.text("[")
    var isFirst = true
    for source in export.sources {
      sink.text(isFirst ? "\n" : ",\n")
      isFirst = false
      var writer = JSONWriter()
      writer.object { $0.reference(source) }
      sink.bytes(writer.bytes)
    }
    sink.text(isFirst ? "]\n" : "\n]\n")
  }
}

extension Export {
  /// The sources that the events cite, in file order.
  var sources: [Source] {
    chronology.sources.filter { !chronology.positions(source: $0.id).among(events).isEmpty }
  }
}

extension JSONWriter {
  fileprivate mutating func reference(_ source: Source) {
    field("id", source.id)
    field("type", source.kind == .post ? "post-weblog" : "document")
    field("title", source.title)
    if let author = source.author {
      field("author") { $0.array([author]) { writer, name in writer.object { $0.field("literal", name) } } }
    }
    if let publisher = source.publisher {
      field(source.kind == .post ? "container-title" : "publisher", publisher)
    }
    if let date = source.date { field("issued") { $0.issued(date) } }
    if let url = source.url { field("URL", url) }
  }

  /// A date whose first and last possible day differ is a range; the only uncertainty that CSL knows is "circa".
  private mutating func issued(_ date: EDTFDate) {
    let text = date.description
    let isSimple = Array(text.utf8).withUnsafeBufferPointer { PlainDate.isSimple($0) }
    let bounds = date.bounds
    object { writer in
      if isSimple, let first = bounds.earliest.day {
        let parts = [first.year, first.month, first.day].prefix(text.split(separator: "-").count)
        writer.field("date-parts") { $0.array([Array(parts)]) { $0.numbers($1) } }
      } else if let first = bounds.earliest.day, let last = bounds.latest.day {
        let days = first == last ? [first] : [first, last]
        writer.field("date-parts") { $0.array(days) { $0.numbers([$1.year, $1.month, $1.day]) } }
        writer.field("literal", date.words)
      } else {
        writer.field("literal", date.words)
      }
      if date.isApproximate || date.isUncertain { writer.field("circa") { $0.literal(true) } }
    }
  }

  private mutating func numbers(_ numbers: [Int]) { array(numbers) { $0.integer($1) } }
}
