internal import Timeline

extension Target {
  /// Whatever a file of another program is, it is opened or has a reason not to be; each of its records is an event, a note
  /// or a finding, and what is made of it has nothing wrong with it that was not said of the file.
  static func imported(_ bytes: UnsafeBufferPointer<UInt8>) {
    let file = Bytes(bytes)
    let reading = Import()
    do throws(Import.Failure) {
      try reading.read(file, name: "file")
    } catch {
      rule(!error.message.isEmpty, "a fault has a reason")
      return refused(file, error)
    }
    let report = reading.reports[0]
    let noted = report.notes.reduce(0) { $0 + $1.count }
    rule(report.records == report.events + noted + report.lostRecords, "each record is an event, a note or a finding")
    rule(report.sentences.allSatisfy { !$0.isEmpty }, "there is something to say of the file")
    for finding in report.findings {
      rule(finding.place.map { $0.line >= 1 && $0.column >= 1 } ?? false, "a finding has a place: \(finding)")
    }
    let chronology = Chronology.load(reading.opened())
    rule(chronology.count == report.events, "each event is in the chronology")
    rule(
      chronology.findingCount == report.findingCount, "all that is wrong was said of the file: \(chronology.findings)")
    for position in 0..<min(chronology.count, 50) { _ = chronology.event(at: position) }
  }

  /// What cannot be imported opens all the same if it is a chronology or JSON; anything else is refused for one reason.
  private static func refused(_ file: Bytes, _ reason: Import.Failure) {
    do throws(Import.Failure) {
      _ = try OpenedFile(recognising: file, name: "file")
      rule(reason == .own || reason == .unknown || OpenedFile.isOwn(file), "what is no text is not opened")
    } catch {
      rule(error == reason && error != .own, "it is refused for the same reason: \(error.message); \(reason.message)")
    }
  }
}
