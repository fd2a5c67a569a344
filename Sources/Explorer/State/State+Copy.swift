internal import Timeline

extension State {
  /// What the cursor is on, if it can be quoted.
  private enum Quotable {
    /// The event's position and the citation's number, counted from 1.
    case citation(position: Int, number: Int)
    case event(position: Int)
    case source(String, paragraph: Int?)
  }

  private var quotable: Quotable? {
    if isInList { return selection.flatMap { chronology.position(of: $0) }.map { .event(position: $0) } }
    if let lanes = view.lanes, let event = lanes.event { return .event(position: event) }
    let row = view.row
    if case .event(let id) = view.subject, let position = chronology.position(of: id) {
      if let key = row?.key, key.hasPrefix("citation:"), let index = Int(key.dropFirst(9)) {
        return .citation(position: position, number: index + 1)
      }
      if case .event(let other) = row?.target?.subject, let other = chronology.position(of: other) {
        return .event(position: other)
      }
      return .event(position: position)
    }
    switch row?.target?.subject {
    case .event(let id): return chronology.position(of: id).map { .event(position: $0) }
    case .source(let id, let paragraph, _): return .source(id, paragraph: paragraph)
    default: break
    }
    if case .source(let id, let paragraph, _) = view.subject {
      let cited = row?.key.flatMap { $0.hasPrefix("paragraph:") ? Int($0.split(separator: ":")[1]) : nil }
      return .source(id, paragraph: cited ?? paragraph)
    }
    return nil
  }

  /// The position of the event whose page is open, or else of the one that the cursor is on.
  var currentEvent: Int? {
    if case .event(let id) = view.subject { return chronology.position(of: id) }
    switch quotable {
    case .event(let position), .citation(let position, _): return position
    default: return nil
    }
  }

  /// Copies what the cursor is on; with a number, that citation of the current event.
  mutating func copy(citation number: Int?) -> [Effect] {
    var wanted = quotable
    if let number {
      let position: Int? =
        switch wanted {
        case .event(let position), .citation(let position, _): position
        default: nil
        }
      guard let position else { return nothingToCopy() }
      let count = chronology.event(at: position).citations.count
      guard (1...max(1, count)).contains(number), count > 0 else {
        message = Message("There is no citation \(number): this event has \(count).", isError: true)
        return []
      }
      wanted = .citation(position: position, number: number)
    }
    switch wanted {
    case .citation(let position, let number):
      let event = chronology.event(at: position)
      let words = QuotationWords(in: chronology)
      let passage = evidence?.passage(citation: number, of: position)
      return [
        .copy(
          text: words.line(event, citation: number, passage: passage),
          what: "the citation of \(place(of: event.citations[number - 1]))")
      ]
    case .event(let position): return copyEvent(at: position)
    case .source(let id, let paragraph):
      guard let source = chronology.source(id) else { return nothingToCopy() }
      let text = paragraph.flatMap { number in
        evidence?.text(of: id).flatMap { post in
          post.paragraphs.first { $0.number == evidence?.paragraph(number, of: id) }.map {
            Printable.line(post.text($0.range))
          }
        }
      }
      let place = place(source.title, paragraph)
      return [
        .copy(text: QuotationWords(in: chronology).line(source, paragraph: paragraph, passage: text), what: place)
      ]
    case nil: return nothingToCopy()
    }
  }

  private func place(of citation: Citation) -> String {
    place(chronology.source(citation.source)?.title ?? citation.source, citation.paragraph)
  }

  /// "Minutes,
  /// 3", or its spoken form.
  private func place(_ title: String, _ paragraph: Int?) -> String {
    guard let paragraph else { return title }
    return "\(title), \(preferences.isText || preferences.isScreenReader ? "paragraph " : "¶")\(paragraph)"
  }

  mutating func copyEvent() -> [Effect] {
    switch quotable {
    case .event(let position), .citation(let position, _): return copyEvent(at: position)
    default:
      message = Message("No event is under the cursor.", isError: true)
      return []
    }
  }

  private func copyEvent(at position: Int) -> [Effect] {
    let export = Export(chronology, EventSet([position]), passage: passages)
    return [.copy(text: export.eventText(at: position), what: "the event \(chronology.heading(at: position).title)")]
  }

  private mutating func nothingToCopy() -> [Effect] {
    message = Message(isInList ? noEventShown : "This line has nothing to copy. Go to an event or a source.")
    return []
  }

  /// Asks for the address of the source under the cursor to be opened; in the list, that of an event's only source.
  mutating func visit() -> [Effect] {
    var sources: [String] = []
    switch quotable {
    case .citation(let position, let number):
      sources = [chronology.event(at: position).citations[number - 1].source]
    case .event(let position): sources = chronology.event(at: position).citations.map(\.source).uniqued
    case .source(let id, _): sources = [id]
    case nil: break
    }
    let described = sources.compactMap(chronology.source)
    let addresses = described.compactMap(\.url).uniqued
    if addresses.count > 1 {
      message = Message(
        "This event rests on \(addresses.count) addresses. Open it and go to the source to visit.", isError: true)
    } else if let address = addresses.first {
      guard address.isSafeAddress else {
        message = Message(
          "\(address.shortened) is not opened: an address begins with http, https or file, and has no spaces.",
          isError: true)
        return []
      }
      return [.visit(address: address)]
    } else if let first = described.first {
      message = Message("The chronology gives no address for \(first.title.sentence)", isError: true)
    } else {
      message = Message("No source is under the cursor.", isError: true)
    }
    return []
  }
}
