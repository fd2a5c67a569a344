internal import EDTF

/// Looks up agencies and people by name.
extension Interview {
  mutating func take(name line: String) throws(Fault) -> String? {
    guard let question else { return nil }
    let folded = Folding.string(line)
    if let known = registered(for: question).first(where: { $0.names.contains { Folding.string($0) == folded } }) {
      return try add(known.id, named: known.name, as: question)
    }
    pending = Pending(question: question, typed: line, meant: meant(by: folded, of: question))
    self.question = .confirmName
    return nil
  }

  /// Handles the answer about a name that is not in the registry.
  mutating func confirm(_ line: String) throws(Fault) -> String? {
    guard let pending else { return nil }
    switch (line.lowercased(), pending.meant) {
    case ("no", _), ("n", _):
      question = pending.question
      return "Left out."
    case ("yes", let meant?), ("y", let meant?):
      question = pending.question
      return try add(meant.id, named: meant.name, as: pending.question)
    case ("yes", nil), ("y", nil), ("new", _):
      question = pending.question
      return addNew(pending.typed, as: pending.question)
    default: throw Fault(message: pending.meant == nil ? "Type yes or no." : "Type yes, no or new.")
    }
  }

  /// Adds the pending name to the registry without asking.
  package mutating func addPendingAsNew() {
    guard let pending else { return }
    question = pending.question
    _ = addNew(pending.typed, as: pending.question)
  }

  private mutating func add(_ id: String, named name: String, as question: Question) throws(Fault) -> String? {
    if (question == .agency ? agencies : people).contains(id) { throw Fault(message: "\(name) is named already.") }
    if question == .agency { agencies.append(id) } else { people.append(id) }
    return "\(name)."
  }

  private mutating func addNew(_ name: String, as question: Question) -> String {
    let taken = (registered(for: .agency) + registered(for: .person)).map(\.id)
    let id = name.slug(notIn: taken.contains)
    if question == .agency {
      newAgencies.append(Agency(id: id, name: name))
      agencies.append(id)
    } else {
      newPeople.append(Person(id: id, name: name))
      people.append(id)
    }
    return "\(name) is new, with the id \(id)."
  }

  private struct Entry {
    var id: String
    var name: String
    var names: [String]
  }

  private func registered(for question: Question) -> [Entry] {
    question == .agency
      ? (chronology.agencies + newAgencies).map {
        Entry(id: $0.id, name: $0.name, names: [$0.id, $0.name, $0.short].compactMap(\.self) + $0.aliases)
      }
      : (chronology.people + newPeople).map { Entry(id: $0.id, name: $0.name, names: [$0.id, $0.name] + $0.aliases) }
  }

  /// The only entry whose name contains the text, or else the nearest one that differs by one or two typing errors.
  private func meant(by folded: String, of question: Question) -> (id: String, name: String)? {
    let entries = registered(for: question).map { ($0, $0.names.map { Folding.string($0) }) }
    let holding = entries.filter { $0.1.contains { $0.contains(folded) } }
    if holding.count == 1 { return (holding[0].0.id, holding[0].0.name) }
    let near = EditDistance.nearest(to: folded, among: entries) { _, names in
      names + names.flatMap { $0.split(separator: " ").map(String.init) }
    }
    return near.map { ($0.0.id, $0.0.name) }
  }
}
