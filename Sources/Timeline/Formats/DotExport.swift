internal import EDTF

/// The links between events in Graphviz's language: a node for each event, an edge for each link.
struct DotExport: EventWriter {
  private let export: Export
  private let sink: ByteSink
  private var linksLeftOut = 0

  init(_ export: Export, _ sink: ByteSink) {
    self.export = export
    self.sink = sink
  }

  var losses: [Loss] {
    [
      Loss("links to events that are not among these", linksLeftOut),
      Loss("summaries, citations, people and who came to know"),
    ]
  }

  mutating func begin() {
    let heading = export.heading
    let label = [export.chronology.title, heading.question, heading.filter, heading.data].compactMap(\.self)
    sink.text("digraph chronology {\n")
    sink.text("  graph [rankdir=LR, labelloc=t, label=\(Self.quoted(label.joined(separator: "\n")))];\n")
    sink.text("  node [shape=box, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];\n")
  }

  mutating func event(at position: Int) {
    let event = export.chronology.event(at: position)
    let agency = event.agencies.first.map { export.chronology.agency($0)?.name ?? $0 }
    let lines = [event.date.words, event.title, agency].compactMap(\.self)
    sink.text("  \(Self.quoted(event.id)) [label=\(Self.quoted(lines.joined(separator: "\n")))")
    if export.chronology.isDisputed(event) { sink.text(", style=dashed") }
    sink.text("];\n")
    for link in event.links {
      guard let target = export.chronology.position(of: link.to), export.events.contains(target) else {
        linksLeftOut += 1
        continue
      }
      sink.text("  \(Self.quoted(event.id)) -> \(Self.quoted(link.to)) [label=\(Self.quoted(link.relation))];\n")
    }
  }

  mutating func end() { sink.text("}\n") }

  /// A quoted string. Backslashes are doubled, since Graphviz has escapes of its own in labels.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\0"..<" ", "\u{7F}"..."\u{9F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
