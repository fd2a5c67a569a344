internal import Explorer
internal import Glibc
internal import Timeline

/// Writing events to a file: whole or not at all.
enum Export {
  struct Outcome {
    var sentence: String
    var isError = false
  }

  /// Writes beside the file first and renames, so that a failure leaves what was there.
  static func write(_ events: EventSet, of chronology: Chronology, to path: String, as format: ExportFormat) -> Outcome
  {
    let text =
      switch format {
      case .json: json(events, of: chronology)
      case .text: plain(events, of: chronology)
      }
    let temporary = path + ".part"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { return failure(path) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let outcome = failure(path)
        close(file)
        unlink(temporary)
        return outcome
      }
      bytes = bytes.dropFirst(count)
    }
    guard close(file) == 0, rename(temporary, path) == 0 else {
      let outcome = failure(path)
      unlink(temporary)
      return outcome
    }
    return Outcome(sentence: "\(Speech.count(events.count, "event")) written to \(path).")
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
    Outcome(sentence: "\(path) could not be written: \(String(cString: strerror(errno))).", isError: true)
  }
}
