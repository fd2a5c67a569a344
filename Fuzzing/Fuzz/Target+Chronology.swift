internal import EDTF
internal import Explorer
internal import TestSupport
internal import Timeline

extension Target {
  /// The parser accepts exactly what a plain decoder does.
  static func json(_ bytes: UnsafeBufferPointer<UInt8>) {
    let kept = Bytes(bytes)
    let isAccepted = (try? JSONTree(kept)) != nil
    withExtendedLifetime(kept) {}
    rule(isAccepted == (TreeDecoder.decode(Array(bytes)) != nil), "this is JSON for both readers, or for neither")
  }

  /// The fast and the thorough path read the same values, and these are written without a fault.
  static func chronology(_ bytes: UnsafeBufferPointer<UInt8>) {
    let quick = read(bytes, thoroughly: false)
    let thorough = read(bytes, thoroughly: true)
    rule(quick.title == thorough.title, "both paths read the same title")
    rule(quick.findings == thorough.findings, "both paths have the same findings")
    rule(quick.count == thorough.count, "both paths read the same number of events")
    rule(quick.agencies == thorough.agencies && quick.people == thorough.people, "both paths read the same names")
    rule(quick.sources == thorough.sources, "both paths read the same sources")
    for position in 0..<min(quick.count, 50) {
      let event = quick.event(at: position)
      rule(event == thorough.event(at: position), "both paths read the same event \(position)")
      rule(event.id == quick.id(at: position), "an event stands where its id says")
      rule(quick.heading(at: position) == thorough.heading(at: position), "both paths have the same heading")
    }
    for format in ExportFormat.allCases { write(quick, as: format) }
  }

  /// Whatever was read, each view of it is shown, or told in text mode. Which one is chosen by the number of bytes: all of
  /// them would be a hundred frames for each input.
  static func views(_ bytes: UnsafeBufferPointer<UInt8>) {
    let chronology = read(bytes, thoroughly: false)
    var reader = CheckedReader(
      chronology, size: Size(rows: 12, columns: 60), preferences: Preferences(isText: bytes.count % 2 == 1))
    let tours = tours(of: chronology)
    for command in tours[bytes.count / 2 % tours.count] {
      rule(reader.take(command).isEmpty, "\(command) leaves a sound state: \(reader.faults)")
    }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, thoroughly: Bool) -> Chronology {
    var loader = Loader(Bytes(bytes), thoroughly: thoroughly)
    while !loader.isFinished { loader.advance() }
    return loader.chronology()
  }

  private static func write(_ chronology: Chronology, as format: ExportFormat) {
    var written: [UInt8] = []
    let sink = ByteSink {
      written.append(contentsOf: $0)
      return true
    }
    _ = Export(chronology, EventSet(all: chronology.count)).write(as: format, to: sink)
    guard format == .json else { return }
    let again = Chronology.load(Bytes(written))
    rule(again.count == chronology.count, "what was written has as many events")
    rule(again.title == chronology.title, "what was written has the same title")
    for position in 0..<min(chronology.count, 50) {
      rule(again.event(at: position) == chronology.event(at: position), "what was written has the same event")
    }
  }

  /// Each view, and a few steps in it.
  private static func tours(of chronology: Chronology) -> [[Command]] {
    let views: [Command] = [
      .view(.sources), .view(.agencies), .view(.people), .view(.disagreements), .view(.coverage), .view(.findings),
      .view(.lanes), .gaps(""), .known("2100"), .open, .agency(chronology.agencies.first?.id ?? ""),
      .source(chronology.sources.first?.id ?? ""), .person(chronology.people.first?.id ?? ""),
    ]
    let ask = chronology.agencies.first.map { "agency:\"\($0.name)\"" } ?? "a"
    let list: [Command] = [.move(.last), .go("2000"), .find("a"), .open, .back, .find(ask), .move(.first), .whereAmI]
    return [list] + views.map { [$0, .move(.next), .move(.pageDown), .move(.nextChoice), .open, .back, .back] }
  }
}
