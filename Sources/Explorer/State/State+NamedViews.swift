internal import EDTF
internal import Timeline

extension State {
  mutating func showSource(named name: String) {
    if let id = named(name, "source", among: chronology.sources.map { ($0.id, [$0.title]) }) {
      show(.source(id, paragraph: nil))
    }
  }

  mutating func showAgency(named name: String) {
    if let id = agencyID(named: name) { show(.agency(id)) }
  }

  mutating func showPerson(named name: String) {
    if let id = named(name, "person", among: chronology.people.map { ($0.id, [$0.name] + $0.aliases) }) {
      show(.person(id))
    }
  }

  mutating func showGaps(_ name: String) {
    if name.isEmpty {
      show(.gaps(agency: nil))
    } else if let id = agencyID(named: name) {
      show(.gaps(agency: id))
    }
  }

  /// "august 2007", or "august 2007 by haringey".
  mutating func showKnown(_ text: String) {
    var dateText = text
    var agency: String?
    if let by = text.range(ofWord: "by") {
      guard let id = knower(named: String(text[by.upperBound...]).trimmed) else { return }
      agency = id
      dateText = String(text[..<by.lowerBound]).trimmed
    }
    if text.lowercased().hasPrefix("by ") {
      message = Message("A date comes first: known august 2007 \(text.shortened).", isError: true)
      return
    }
    do {
      let typed = try NaturalDate(dateText)
      show(.known(on: typed.edtf, agency: agency))
    } catch {
      message = Message(error.sentence, isError: true)
    }
  }

  mutating func showHelp(_ topic: String) {
    if topic.isEmpty || topic == "query" || topic == "dates" {
      show(.help(topic: topic.isEmpty ? nil : topic))
      return
    }
    do {
      let entry = try CommandParser.entry(for: topic.lowercased())
      show(.help(topic: entry.name.rawValue))
    } catch {
      message = Message(error.message, isError: true)
    }
  }

  /// An agency's id, or the public.
  private mutating func knower(named name: String) -> String? {
    let wanted = Folding.string(name)
    let isAgency = chronology.agencies.contains { $0.id == name || $0.names.contains { Folding.string($0) == wanted } }
    return !isAgency && ["public", "the public"].contains(wanted) ? Known.thePublic : agencyID(named: name)
  }

  private mutating func agencyID(named name: String) -> String? {
    named(
      name, "agency",
      among: chronology.agencies.map { ($0.id, [$0.name] + [$0.short].compactMap { $0 } + $0.aliases) })
  }

  /// The id that a typed name refers to: an id, a full name, or a part that only one has. Otherwise a message suggests
  /// what is close.
  private mutating func named(_ typed: String, _ what: String, among all: [(id: String, names: [String])]) -> String? {
    let wanted = Folding.string(typed.trimmed)
    let shown = typed.shortened
    if let exact = all.first(where: { $0.id == typed || $0.names.contains { Folding.string($0) == wanted } }) {
      return exact.id
    }
    let partly = all.filter { one in
      Folding.string(one.id).contains(wanted) || one.names.contains { Folding.string($0).contains(wanted) }
    }
    if partly.count == 1 { return partly[0].id }
    if partly.count > 1 {
      let names = partly.prefix(4).map { $0.names[0] }
      message = Message("\(shown) may be \(Speech.list(names, "or")).", isError: true)
    } else if let one = nearest(to: wanted, among: all) {
      message = Message("There is no \(what) \(shown). Did you mean \(one.names[0])?", isError: true)
    } else {
      message = Message(
        "There is no \(what) \(shown). Type \(what == "person" ? "people" : what == "agency" ? "agencies" : "sources") for the list.",
        isError: true)
    }
    return nil
  }

  /// The one whose name, or a word of it, is closest to what was typed; nil if none is close.
  private func nearest(
    to wanted: String, among all: [(id: String, names: [String])]
  ) -> (id: String, names: [String])? {
    let spellings = all.flatMap { one in
      ([one.id] + one.names).flatMap { name in
        let folded = Folding.string(name)
        return ([folded] + folded.split(separator: " ").map(String.init)).map { (spelling: $0, one: one) }
      }
    }
    let near = Nearest.of(wanted, among: spellings.map(\.spelling))
    return spellings.first { $0.spelling == near }?.one
  }
}

extension String {
  /// The last occurrence of a word between spaces, including the spaces.
  fileprivate func range(ofWord word: String) -> Range<String.Index>? {
    let pattern = " \(word) "
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].lowercased().hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
    }
    return nil
  }
}
