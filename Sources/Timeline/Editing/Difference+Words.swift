extension Difference {
  /// One line for each change, indented lines for its fields, and a last line with the totals.
  package var sentences: [String] {
    changes.flatMap { change in
      let name = change.id.isEmpty ? change.noun : "\(change.noun) \(change.id) (\(change.name))"
      return ["\(change.kind.rawValue.capitalised): \(name)."] + change.fields.map { "  " + $0.words }
    } + [sums]
  }

  private var sums: String {
    if changes.isEmpty { return "No difference." }
    let kinds = [Change.Kind.added, .removed, .changed]
    return kinds.map { kind in "\(changes.count { $0.kind == kind }) \(kind.rawValue)" }.joined(separator: ", ") + "."
  }
}

extension Difference.Field {
  fileprivate var words: String {
    switch (from, to) {
    case (let from?, let to?): "\(field): “\(from)” is now “\(to)”."
    case (nil, let to?): "\(field) added: “\(to)”."
    case (let from?, nil): "\(field) removed: “\(from)”."
    case (nil, nil): ""
    }
  }
}

extension JSONWriter {
  package mutating func change(_ change: Difference.Change) {
    object { writer in
      writer.field("change", change.kind.rawValue)
      writer.field("of", change.noun)
      writer.field("id", change.id.isEmpty ? nil : change.id)
      writer.field("name", change.name)
      writer.field("fields") { writer in
        writer.array(change.fields) { writer, field in
          writer.object {
            $0.field("field", field.field)
            $0.field("from", field.from)
            $0.field("to", field.to)
          }
        }
      }
    }
  }
}
