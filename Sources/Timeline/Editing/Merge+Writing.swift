extension Merge {
  /// Writes the merged chronology as JSON, laid out for people.
  /// - Parameter title: the title of the result; by default the titles of the inputs, joined.
  /// - Parameter progress: called from time to time with the fraction written, 0 to 1.
  package func write(title: String? = nil, to sink: ByteSink, progress: (Double) -> Void = { _ in }) {
    let titles = inputs.map(\.chronology.title).uniqued
    let descriptions = inputs.compactMap(\.chronology.description).uniqued
    var writer = JSONWriter()
    writer.object { writer in
      if let schema = inputs.lazy.compactMap(\.chronology.schema).first { writer.field("$schema", schema) }
      writer.field("title", title ?? titles.joined(separator: "; "))
      if !descriptions.isEmpty { writer.field("description", descriptions.joined(separator: " ")) }
      writer.field("agencies") { $0.array(agencies) { $0.agency($1) } }
      writer.field("people") { $0.array(people) { $0.person($1) } }
      writer.field("sources") { $0.array(sources) { $0.source($1) } }
      writer.field("events", [])
    }
    var head = JSONLayout().text(of: writer.text)
    guard !events.isEmpty, let place = head.ranges(of: "[]").last else {
      sink.text(head + "\n")
      return sink.flush()
    }
    head.removeSubrange(place.lowerBound...)
    sink.text(head + "[\n")
    var layout = JSONLayout()
    layout.indent = "    "
    for (number, event) in events.enumerated() {
      var writer = JSONWriter()
      writer.event(event)
      sink.text("    " + layout.text(of: writer.text) + (number + 1 < events.count ? ",\n" : "\n"))
      if sink.isBroken { return }
      if number % 1000 == 999 { progress(Double(number + 1) / Double(events.count)) }
    }
    sink.text("  ]\n}\n")
    sink.flush()
  }
}
