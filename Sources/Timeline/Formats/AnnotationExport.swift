internal import EDTF

/// The citations as W3C Web Annotations (JSON-LD): where each passage is in its text, and what it says about the
/// event.
///
/// A post is identified by the digest of its file (RFC 6920), since the positions count the scalars of exactly that
/// file.
struct AnnotationExport: EventWriter {
  private let export: Export
  private let sink: ByteSink
  private var isFirst = true
  private var records = 0
  private var known = 0
  private var links = 0
  private var quoted = 0
  private var unquoted = 0

  init(_ export: Export, _ sink: ByteSink) {
    self.export = export
    self.sink = sink
  }

  var losses: [Loss] {
    [
      Loss("agencies, people and how the date is known"),
      Loss("citations of records, which have no passage to point at", records),
      Loss("links between events (events with links)", links),
      Loss("who came to know, and when (events)", known),
      Loss("the words of passages, unless the posts are at hand (--posts)", quoted == 0 ? unquoted : 0),
    ]
  }

  mutating func begin() {
    let heading = export.heading
    let label = [export.chronology.title, heading.question, heading.filter, heading.data].compactMap(\.self)
    var writer = JSONWriter()
    writer.string(label.joined(separator: ". "))
    sink.text(
      #"{"@context": ["http://www.w3.org/ns/anno.jsonld", {"edtf": "http://id.loc.gov/datatypes/edtf/EDTF"}], "#)
    sink.text(#""id": "annotations", "type": "AnnotationPage", "label": "#)
    sink.bytes(writer.bytes)
    sink.text(#", "startIndex": 0, "items": ["#)
  }

  mutating func event(at position: Int) {
    let event = export.chronology.event(at: position)
    if !event.links.isEmpty { links += 1 }
    if !event.known.isEmpty { known += 1 }
    if let note = export.notes.texts[event.id] {
      var writer = JSONWriter()
      writer.object { $0.annotation(of: event, note) }
      add(writer.bytes)
    }
    for (index, citation) in event.citations.enumerated() {
      guard let source = export.chronology.source(citation.source), source.kind == .post else {
        records += 1
        continue
      }
      let quote = export.passage?(position, index + 1)
      if quote == nil { unquoted += 1 } else { quoted += 1 }
      let stance = export.chronology.stance(of: citation)
      var writer = JSONWriter()
      writer.object { $0.annotation(event, citation, number: index + 1, stance, of: source, quote: quote) }
      add(writer.bytes)
    }
  }

  private mutating func add(_ annotation: [UInt8]) {
    sink.text(isFirst ? "\n" : ",\n")
    isFirst = false
    sink.bytes(annotation)
  }

  mutating func end() { sink.text(isFirst ? "]}\n" : "\n]}\n") }
}

extension JSONWriter {
  fileprivate mutating func annotation(
    _ event: Event, _ citation: Citation, number: Int, _ stance: String, of source: Source, quote: String?
  ) {
    field("id", "#\(event.id)-\(number)")
    field("type", "Annotation")
    field("motivation", "identifying")
    field("body") { writer in
      let about = "\(event.date.words): \(event.title)"
      let says =
        ([stance]
        + [citation.note ?? citation.paragraph.flatMap { source.outlineLine($0)?.gist }].compactMap(\.self))
        .joined(separator: ". ")
      writer.array([(about, "identifying"), (says, "describing")]) { writer, body in
        writer.object {
          $0.field("type", "TextualBody")
          $0.field("value", body.0)
          $0.field("purpose", body.1)
          $0.field("format", "text/plain")
        }
      }
    }
    field("target") { writer in
      writer.object { writer in
        writer.field("source", source.textName)
        if let url = source.url { writer.field("scope", url) }
        if citation.range != nil || quote != nil { writer.field("selector") { $0.selectors(citation, quote: quote) } }
      }
    }
  }

  /// A reader's note on an event, whose citations are annotations too.
  fileprivate mutating func annotation(of event: Event, _ note: String) {
    field("id", "#\(event.id)-note")
    field("type", "Annotation")
    field("motivation", "commenting")
    field("body") { writer in
      writer.object {
        $0.field("type", "TextualBody")
        $0.field("value", note)
        $0.field("purpose", "commenting")
        $0.field("format", "text/plain")
      }
    }
    field("target", "#\(event.id)")
  }

  private mutating func selectors(_ citation: Citation, quote: String?) {
    array([citation.range == nil ? nil : 0, quote == nil ? nil : 1].compactMap(\.self)) { writer, kind in
      writer.object { writer in
        if kind == 0, let range = citation.range {
          writer.field("type", "TextPositionSelector")
          writer.field("start", range.lowerBound)
          writer.field("end", range.upperBound)
        } else {
          writer.field("type", "TextQuoteSelector")
          writer.field("exact", quote)
        }
      }
    }
  }
}

extension Source {
  /// A name for the text itself: `ni:///sha-256;…`, or its address or id if the digest is not known.
  fileprivate var textName: String {
    guard let digest = sha256.flatMap(Digest.init) else { return url ?? "#" + id }
    return "ni:///sha-256;" + Base64.url(digest.bytes)
  }
}
