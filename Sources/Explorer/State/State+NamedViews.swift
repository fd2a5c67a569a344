internal import EDTF
internal import Timeline

extension State {
  mutating func showSource(named name: String) {
    if let id = number(named: name, .source).map({ chronology.sources[$0].id }) {
      show(.source(id, paragraph: nil))
    }
  }

  mutating func showAgency(named name: String) {
    if let id = agencyID(named: name) { show(.agency(id)) }
  }

  mutating func showPerson(named name: String) {
    if let id = number(named: name, .person).map({ chronology.people[$0].id }) {
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
  mutating func showKnown(_ text: String, by name: String? = nil) {
    var dateText = text
    var agency: String?
    if let name {
      guard let id = knower(named: name) else { return }
      agency = id
    } else if let by = text.range(ofWord: "by") {
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
    number(named: name, .agency).map { chronology.agencies[$0].id }
  }

  /// The number of the one agency, person or source that a typed name means. If there is not exactly one, a message
  /// lists the candidates or the nearest names.
  private mutating func number(named typed: String, _ field: Query.Field) -> Int? {
    let found = chronology.names.matches(typed.trimmed, in: field)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      message = Message(chronology.names.unknown(typed.shortened, in: field), isError: true)
    } else {
      let names = found.map { chronology.names.shown($0, in: field) }
      message = Message("“\(typed.shortened)” may be \(Wording.list(names, "or", atMost: 4)).", isError: true)
    }
    return nil
  }
}

extension String {
  /// The last occurrence of a word between spaces, including the spaces.
  fileprivate func range(ofWord word: String) -> Range<String.Index>? {
    let pattern = " \(word) "
    var start = startIndex
    while let space = self[start...].firstIndex(of: " ") {
      let found = self[space...].prefix(pattern.count)
      if found.lowercased() == pattern { return found.startIndex..<found.endIndex }
      start = index(after: space)
    }
    return nil
  }
}
