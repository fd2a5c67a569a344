internal import Timeline

/// The file while it is open: reloading it after a change, and editing it.
extension State {
  /// Adopts the new content of the file: view, filter and selection stay, as far as what they name still exists.
  mutating func reload(_ chronology: Chronology) {
    let wanted = (filter: filter.text, last: filter.last?.query.text)
    unread = nil
    take(chronology, progress: nil)
    if filter.last == nil { filter.last = wanted.last.flatMap(search(again:)) }
    var parts = ["The file has changed and was read again: \(Speech.count(chronology.count, "event"))."]
    if filter.text != wanted.filter {
      parts.append("Its filter is gone: \(wanted.filter.shortened) cannot be read now.")
    }
    if chronology.findingCount > 0 {
      parts.append("\(Speech.count(chronology.findingCount, "finding")). \(way(to: .findings)).")
    }
    message = Message(parts.joined(separator: " "))
  }

  /// The file has changed to something unreadable: what was read before stays.
  mutating func miss(_ reason: String) {
    unread = reason
    message = Message(reason, isError: true)
    rebuildPages()
  }

  private func search(again text: String) -> Search? {
    guard let query = try? Query(text, in: chronology) else { return nil }
    var search = Search(query, in: chronology)
    while !search.isFinished { search.advance() }
    return search
  }

  /// Opens the file at the line that defines what the reader is looking at: the finding under the cursor, or the
  /// event.
  mutating func openEditor() -> [Effect] {
    guard progress == nil else {
      message = Message("The file is still being read.")
      return []
    }
    return [.editor(line: lineInHand)]
  }

  private var lineInHand: Int {
    if case .findings = view.subject {
      let finding = view.row?.key.flatMap { Int($0.drop { $0 != ":" }.dropFirst()) }
      return finding.flatMap { chronology.findings.indices.contains($0) ? chronology.findings[$0].place?.line : nil }
        ?? 1
    }
    var id = selection
    if case .event(let open) = view.subject { id = open }
    if case .event(let target) = view.row?.target?.subject { id = target }
    if let event = view.lanes?.event { id = chronology.id(at: event) }
    return id.flatMap(chronology.position(of:)).map(chronology.line(at:)) ?? 1
  }
}
