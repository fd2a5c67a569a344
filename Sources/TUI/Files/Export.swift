internal import Explorer
internal import Glibc
internal import Timeline

/// Writing events to a new file: whole or not at all.
enum Export {
  struct Outcome {
    var sentence: String
    var isError = false
  }

  /// Nothing is written over, least of all the chronology itself, of which an export is only a part. `~/` is the
  /// reader's home, as in a shell.
  static func write(_ events: EventSet, of chronology: Chronology, to path: String, as format: ExportFormat) -> Outcome
  {
    let text =
      switch format {
      case .json: whole(events, of: chronology)
      case .text: plain(events, of: chronology)
      }
    let place = path.hasPrefix("~/") ? (Settings.environment("HOME") ?? "~") + path.dropFirst() : path
    let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { return failure(path) }
    let isWritten = put(Array(text.utf8), to: file)
    guard close(file) == 0, isWritten else {
      let outcome = failure(path)
      unlink(place)
      return outcome
    }
    return Outcome(sentence: "\(Speech.count(events.count, "event")) written to \(path).")
  }

  private static func put(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// A chronology of these events, with all agencies, people and sources, that can be opened again.
  static func whole(_ events: EventSet, of chronology: Chronology) -> String {
    // A link to an event that stays behind would lead nowhere.
    let all = events.map { chronology.event(at: $0) }
    let ids = Set(all.map(\.id))
    let kept = all.map { event in
      var event = event
      event.links.removeAll { !ids.contains($0.to) }
      return event
    }
    var writer = JSONWriter()
    writer.chronology(
      title: chronology.title, agencies: chronology.agencies, people: chronology.people, sources: chronology.sources,
      events: kept)
    return writer.text + "\n"
  }

  /// An array of events in the data's own field names, one event a line.
  static func json(_ events: EventSet, of chronology: Chronology) -> String {
    var text = "["
    for row in 0..<events.count {
      var writer = JSONWriter()
      writer.event(chronology.event(at: events.select(row)))
      text += (row == 0 ? "\n" : ",\n") + writer.text
    }
    return text + (events.isEmpty ? "]\n" : "\n]\n")
  }

  /// One event a line, as text mode says it.
  static func plain(_ events: EventSet, of chronology: Chronology) -> String {
    var text = "\(Printable.line(chronology.title)). \(Speech.count(events.count, "event")).\n"
    for row in 0..<events.count {
      text += Narrator.line(of: chronology.event(at: events.select(row)), in: chronology) + "\n"
    }
    return text
  }

  private static func failure(_ path: String) -> Outcome {
    if errno == EEXIST {
      return Outcome(
        sentence: "There is \(path) already, and nothing is written over. Name another file.", isError: true)
    }
    return Outcome(sentence: "\(path) could not be written: \(String(cString: strerror(errno))).", isError: true)
  }
}
